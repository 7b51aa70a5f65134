// Look-ups of words a second in the lexicon of Arabic and English, and the time that a compiled one
// takes to open: every run of the program pays for it.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

#include "corpus/gather_lexicon.h"
#include "corpus/output_file.h"

namespace {

const muqabala::Lexicon& core() {
  static const muqabala::Lexicon lexicon =
      muqabala::gather_lexicon("ar", "en", {.files = {}, .dictd_folders = {}});
  return lexicon;
}

void looking_up(benchmark::State& state) {
  const muqabala::LookupKeys keys("ar");
  std::vector<std::string> found;
  for (const muqabala::LexiconEntry& entry : core().entries())
    if (entry.source_words == 1)
      found.push_back(keys.of_headword(std::string(core().text_of(entry).source)));
  for (std::size_t i = 0; i < found.size(); i += 3) found[i] += "x";  // a third is not there
  std::size_t hits = 0;
  for (auto _ : state)
    for (const std::string& key : found) hits += core().source_key(key).has_value() ? 1U : 0U;
  benchmark::DoNotOptimize(hits);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(found.size()));
}

void opening(benchmark::State& state) {
  const auto path = std::filesystem::temp_directory_path() / "muqabala-bench.mql";
  muqabala::write_output(path.string(),
                         [](std::ostream& out) { out << muqabala::to_bytes(core()); });
  for (auto _ : state) benchmark::DoNotOptimize(muqabala::Lexicon::open(path.string()));
  std::filesystem::remove(path);
  state.counters["entries"] = static_cast<double>(core().size());
}

void gathering(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(
        muqabala::gather_lexicon("ar", "en", {.files = {}, .dictd_folders = {}}));
}

BENCHMARK(looking_up);
BENCHMARK(opening)->Unit(benchmark::kMillisecond);
BENCHMARK(gathering)->Unit(benchmark::kMillisecond);

}  // namespace
