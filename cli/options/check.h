#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/flags.h"
#include "cli/terminal.h"
#include "corpus/check/pair_list.h"
#include "corpus/pipeline.h"

namespace muqabala::cli {

enum class CheckFormat { kText, kJson, kSarif, kJunit, kGithub, kMarkdown };

/// What `muqabala check` is to do.
struct CheckJob {
  bool writes_policy = false;  ///< the default one; checks nothing
  /// One pair, or where to find many: then `source` and `target` hold languages only.
  Input source = {};
  Input target = {};
  std::string manifest = {};
  std::vector<std::string> maps = {};
  std::string since = {};
  PipelineOptions pipeline = {};
  std::string policy = {};    ///< empty = that of the folder, or the default one
  std::string baseline = {};  ///< empty = none
  bool updates_baseline = false;
  std::vector<std::string> accept = {};  ///< fingerprints
  std::string note = {};
  CheckFormat format = CheckFormat::kText;
  std::string output = "-";
  std::size_t threads = 1;

  bool is_one_pair() const { return manifest.empty() && maps.empty(); }
};

/// Resolves what was typed; refuses what contradicts itself with `errors::bad_usage`.
CheckJob resolve_check(const TypedOptions& typed, const Environment& environment);

}  // namespace muqabala::cli
