#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/flags.h"
#include "cli/terminal.h"
#include "corpus/collection/assemble.h"
#include "corpus/collection/filters.h"

namespace muqabala::cli {

/// What `muqabala corpus merge` is to do.
struct CorpusMergeJob {
  std::vector<std::string> shards;
  /// File for the records; then no outputs are made.
  std::optional<std::string> records = {};
  AssembleOptions outputs = {};
  /// To be asked in place of those that the shards were made with.
  std::optional<Filters> filters = {};
};

/// What `muqabala corpus stats` is to do.
struct CorpusStatsJob {
  std::string path;
  std::string output = "-";
  bool as_json = false;
};

/// Resolve what was typed; refuse what contradicts itself with `errors::bad_usage`.
CorpusMergeJob resolve_corpus_merge(const TypedOptions& typed, const Environment& environment);
CorpusStatsJob resolve_corpus_stats(const TypedOptions& typed);

/// What every command takes that writes the outputs of a collection into `folder`
/// (`collection_output_group` and `duplicate_group`).
AssembleOptions resolve_outputs(const TypedOptions& typed, const Environment& environment,
                                const std::string& folder);

}  // namespace muqabala::cli
