#pragma once

#include "cli/messages.h"
#include "cli/options/corpus.h"

namespace muqabala::cli {

/// `muqabala corpus stream`.
void run_corpus_stream(const CorpusStreamJob& job, const Messages& messages);

}  // namespace muqabala::cli
