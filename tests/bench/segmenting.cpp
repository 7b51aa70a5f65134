// Megabytes of running text a second that are cut into sentences, beside ICU's own sentence breaks
// on the same bytes: what the rules of a language cost on top of them.

#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <stdexcept>

#include "corpus/read_document.h"
#include "segment/sentence_splitter.h"
#include "tests/support/generated_text.h"

namespace {

using muqabala::testing::Writing;

constexpr std::size_t kTextBytes = std::size_t{4} << 20;
constexpr std::uint64_t kSeed = 20'240'501;

void splitting(benchmark::State& state, Writing writing, const char* language) {
  auto document = muqabala::parse_document(
      muqabala::testing::generate_text(writing, kTextBytes, kSeed), "generated.txt", {});
  document.language = language;
  std::size_t segments = 0;
  for (auto _ : state) {
    state.PauseTiming();
    auto copy = document;
    state.ResumeTiming();
    segments = muqabala::split_sentences(std::move(copy)).size();
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(document.text.size()));
  state.counters["segments"] = static_cast<double>(segments);
}

void plain_icu(benchmark::State& state, Writing writing, const char* language) {
  const std::string bytes = muqabala::testing::generate_text(writing, kTextBytes, kSeed);
  std::int64_t breaks = 0;
  for (auto _ : state) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> sentences(
        icu::BreakIterator::createSentenceInstance(icu::Locale(language), status));
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, bytes.data(), static_cast<std::int64_t>(bytes.size()), &status);
    if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
    sentences->setText(&text, status);
    breaks = 0;
    while (sentences->next() != icu::BreakIterator::DONE) ++breaks;
    utext_close(&text);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
  state.counters["segments"] = static_cast<double>(breaks);
}

BENCHMARK_CAPTURE(splitting, arabic, Writing::kArabic, "ar")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(splitting, english, Writing::kLatin, "en")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(plain_icu, arabic, Writing::kArabic, "ar")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(plain_icu, english, Writing::kLatin, "en")->Unit(benchmark::kMillisecond);

}  // namespace
