#pragma once

#include <string>

#include "cli/flags.h"
#include "cli/terminal.h"
#include "corpus/pipeline.h"

namespace muqabala::cli {

/// What `muqabala report` is to do.
struct ReportJob {
  Input source = {};
  Input target = {};
  PipelineOptions pipeline = {};
  std::string policy = {};    ///< empty = that of the folder, or the default one
  std::string baseline = {};  ///< empty = none
  std::string output = {};
};

/// Resolves what was typed; refuses what contradicts itself with `errors::bad_usage`.
ReportJob resolve_report(const TypedOptions& typed, const Environment& environment);

}  // namespace muqabala::cli
