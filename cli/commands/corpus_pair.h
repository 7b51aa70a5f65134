#pragma once

#include "cli/messages.h"
#include "cli/options/corpus_pair.h"

namespace muqabala::cli {

/// `muqabala corpus pair`.
void run_corpus_pair(const CorpusPairJob& job, const Messages& messages);

}  // namespace muqabala::cli
