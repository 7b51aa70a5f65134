#pragma once

#include <string>
#include <vector>

#include "cli/flags.h"
#include "cli/terminal.h"
#include "corpus/collection/pairing/pair_documents.h"
#include "corpus/collection/pairing/write_pairs.h"

namespace muqabala::cli {

/// What `muqabala corpus pair` is to do.
struct CorpusPairJob {
  /// Two folders are a side each; any other files and folders are mixed.
  std::vector<std::string> paths = {};
  std::string list = {};  ///< a file that names more, a path a line; empty = none
  PairingOptions pairing = {};
  PairListFormat format = PairListFormat::kTsv;
  std::string output = "-";
  std::string alone = {};  ///< where what stays alone is listed; empty = nowhere
};

/// Resolves what was typed; refuses what contradicts itself with `errors::bad_usage`.
CorpusPairJob resolve_corpus_pair(const TypedOptions& typed, const Environment& environment);

}  // namespace muqabala::cli
