#include "cli/options/corpus_pair.h"

#include <fmt/format.h>

#include "cli/options/shared.h"
#include "segment/base/error.h"

namespace muqabala::cli {
namespace {

/// Beyond it more is read than is ever found.
constexpr std::size_t kMostCandidates = 100;

void resolve_numbers(const TypedOptions& typed, PairingOptions& options) {
  if (!typed.threshold.empty()) {
    const auto threshold = parse_number<double>(typed.threshold);
    if (!threshold || !(*threshold >= 0 && *threshold <= 1))
      throw errors::bad_usage(
          fmt::format("--threshold {}: not a number from 0 to 1", typed.threshold));
    options.threshold = *threshold;
  }
  if (!typed.candidates.empty()) {
    const auto candidates = parse_number<std::size_t>(typed.candidates);
    if (!candidates || *candidates < 1 || *candidates > kMostCandidates)
      throw errors::bad_usage(fmt::format("--candidates {}: not a number from 1 to {}",
                                          typed.candidates, kMostCandidates));
    options.candidates = *candidates;
  }
}

}  // namespace

CorpusPairJob resolve_corpus_pair(const TypedOptions& typed, const Environment& environment) {
  CorpusPairJob job{.paths = typed.paths,
                    .list = typed.list,
                    .pairing = {.pipeline = pipeline_options(typed, environment),
                                .source_language = typed.source_language,
                                .target_language = typed.target_language,
                                .threads = thread_count(typed.threads)},
                    .format = typed.to == "jsonl" ? PairListFormat::kJsonl : PairListFormat::kTsv,
                    .output = or_default(typed.output, "-"),
                    .alone = typed.alone};
  resolve_numbers(typed, job.pairing);
  if (job.paths.empty() && job.list.empty())
    throw errors::bad_usage(
        "no documents; the form is 'muqabala corpus pair ORIGINALS TRANSLATIONS' with two folders, "
        "or one folder or files of both");
  for (const std::string& path : job.paths) {
    refuse_empty_name("a document", path);
    if (path == "-")
      throw errors::bad_usage(
          "a document cannot come from standard input, for it is read more than once; a list of "
          "documents can: --list -");
    for (const std::string& output : {job.output, job.alone}) refuse_overwriting(path, output);
  }
  if (!job.alone.empty() && job.alone == job.output)
    throw errors::bad_usage("--alone and -o name the same file; choose two");
  for (const std::string& output : {job.output, job.alone}) {
    refuse_overwriting(job.list, output);
    refuse_overwriting(typed.srx, output);
    for (const std::string& lexicon : typed.lexicons) refuse_overwriting(lexicon, output);
  }
  return job;
}

}  // namespace muqabala::cli
