#pragma once

#include "cli/messages.h"
#include "corpus/collection/build.h"

namespace muqabala::cli {

enum class BuildResult { kDone, kNothingAligned, kStopped };

/// Builds a corpus, shows how far it is, and says at the end what came of it. The first Ctrl-C
/// (SIGINT, or SIGTERM) ends it when the documents at hand are done, the second at once.
BuildResult run_corpus_build(const BuildOptions& options, const Messages& messages);

}  // namespace muqabala::cli
