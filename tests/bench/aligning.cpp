// Segments of the original a second that are aligned with their translation, for growing documents:
// the rate must not fall with the length. The share of beads found again is shown beside it, since
// a fast wrong answer is worth nothing.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <vector>

#include "align/aligner.h"
#include "align/evaluation.h"
#include "corpus/read_document.h"
#include "segment/sentence_splitter.h"
#include "tests/support/generated_text.h"

namespace {

using muqabala::testing::GeneratedPair;

muqabala::SegmentedDocument lines_of(const std::string& text, const char* language) {
  auto document = muqabala::parse_document(text, "generated.txt", {});
  document.language = language;
  return muqabala::split_lines(std::move(document));
}

double share_found(const GeneratedPair& pair, const muqabala::SentenceAlignment& alignment) {
  auto found = muqabala::to_gold_beads(alignment);
  std::sort(found.begin(), found.end());
  std::size_t right = 0;
  for (const auto& bead : pair.gold)
    right += std::binary_search(found.begin(), found.end(),
                                muqabala::GoldBead{.source = bead.source, .target = bead.target});
  return static_cast<double>(right) / static_cast<double>(pair.gold.size());
}

void aligning(benchmark::State& state) {
  const auto segments = static_cast<std::size_t>(state.range(0));
  const GeneratedPair pair = muqabala::testing::generate_pair({.segments = segments});
  const auto source = lines_of(pair.source, "ar");
  const auto target = lines_of(pair.target, "en");
  muqabala::LexiconBuilder builder("ar", "en");
  for (const auto& entry : pair.dictionary)
    builder.add(entry.source, entry.target, 1, muqabala::LinkOrigin::kDictionary);
  const muqabala::Lexicon lexicon = std::move(builder).build();

  double found = 0;
  for (auto _ : state) {
    const auto alignment = muqabala::align(source, target, lexicon, {});
    state.PauseTiming();
    found = share_found(pair, alignment);
    state.ResumeTiming();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(segments));
  state.counters["beads_found"] = found;
}

BENCHMARK(aligning)->Arg(1'000)->Arg(4'000)->Arg(16'000)->Unit(benchmark::kMillisecond);

}  // namespace
