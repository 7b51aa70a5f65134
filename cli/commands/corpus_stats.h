#pragma once

#include "cli/options/corpus_outputs.h"

namespace muqabala::cli {

/// Does what `job` asks for. Throws what `ResultReader` and `statistics_of_json` throw.
void run_corpus_stats(const CorpusStatsJob& job);

}  // namespace muqabala::cli
