#include "cli/options/report.h"

#include <fmt/format.h>

#include <filesystem>

#include "cli/options/shared.h"
#include "segment/base/error.h"

namespace muqabala::cli {
namespace {

/// A page without a file is of no use on a terminal: it has to be asked for.
void check_output(const std::string& output) {
  if (output.empty())
    throw errors::bad_usage("the page needs a file: -o report.html (or - for standard output)");
  const std::string ending = std::filesystem::path(output).extension().string();
  if (output != "-" && ending != ".html" && ending != ".htm")
    throw errors::bad_usage(
        fmt::format("-o {}: the page is HTML; give it a name that ends in .html", output));
}

}  // namespace

ReportJob resolve_report(const TypedOptions& typed, const Environment& environment) {
  refuse_empty_name("SOURCE", typed.source);
  refuse_empty_name("TARGET", typed.target);
  refuse_same_input(typed.source, typed.target);
  thread_count(typed.threads);  // one pair is the work of one thread; the number must be one
  check_output(typed.output);
  ReportJob job{.source = {.path = typed.source, .language = typed.source_language},
                .target = {.path = typed.target, .language = typed.target_language},
                .pipeline = pipeline_options(typed, environment),
                .policy = typed.policy,
                .baseline = typed.baseline,
                .output = typed.output};
  job.pipeline.cover.looks_inside = true;
  refuse_overwriting_inputs(typed, job.output);
  for (const std::string& input : {typed.policy, typed.baseline})
    refuse_overwriting(input, job.output);
  return job;
}

}  // namespace muqabala::cli
