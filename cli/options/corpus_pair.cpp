#include "cli/options/corpus_pair.h"

#include "cli/options/shared.h"
#include "segment/base/error.h"

namespace muqabala::cli {
namespace {

/// Beyond it more is read than is ever found.
constexpr std::size_t kMostCandidates = 100;

void resolve_numbers(const TypedOptions& typed, PairingOptions& options) {
  if (!typed.threshold.empty()) options.threshold = share("--threshold", typed.threshold);
  if (!typed.candidates.empty())
    options.candidates = whole_number("--candidates", typed.candidates, 1, kMostCandidates);
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
    refuse_overwriting_inputs(typed, output);
  }
  return job;
}

}  // namespace muqabala::cli
