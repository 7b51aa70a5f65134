#pragma once

#include "cli/messages.h"
#include "cli/options.h"

namespace muqabala::cli {

/// `muqabala lexicon show`.
void run_lexicon_show(const LexiconJob& job, const Messages& messages);

/// `muqabala lexicon learn`.
void run_lexicon_learn(const LexiconJob& job, const Messages& messages);

/// `muqabala lexicon merge`.
void run_lexicon_merge(const LexiconJob& job);

/// `muqabala lexicon compile`.
void run_lexicon_compile(const LexiconJob& job, const Messages& messages);

}  // namespace muqabala::cli
