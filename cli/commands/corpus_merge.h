#pragma once

#include "cli/messages.h"
#include "cli/options/corpus_outputs.h"

namespace muqabala::cli {

/// Does what `job` asks for. Throws what `MergedResults` and `assemble` throw.
void run_corpus_merge(const CorpusMergeJob& job, const Messages& messages);

}  // namespace muqabala::cli
