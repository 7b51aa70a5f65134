#pragma once

#include <cstddef>
#include <string>

#include "cli/flags.h"
#include "cli/terminal.h"
#include "corpus/collection/build.h"

namespace muqabala::cli {

/// Resolves what was typed for `corpus build`; refuses what contradicts itself with
/// `errors::bad_usage`.
BuildOptions resolve_corpus_build(const TypedOptions& typed, const Environment& environment);

/// The number of documents that `--learn-from` names; 0 = all.
std::size_t resolve_learn_from(const std::string& typed);

}  // namespace muqabala::cli
