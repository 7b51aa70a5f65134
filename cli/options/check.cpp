#include "cli/options/check.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "cli/options/shared.h"
#include "segment/base/error.h"

namespace muqabala::cli {
namespace {

struct NamedFormat {
  std::string_view name;
  CheckFormat format;
};

constexpr std::array kFormats = {
    NamedFormat{"text", CheckFormat::kText},     NamedFormat{"json", CheckFormat::kJson},
    NamedFormat{"sarif", CheckFormat::kSarif},   NamedFormat{"junit", CheckFormat::kJunit},
    NamedFormat{"github", CheckFormat::kGithub}, NamedFormat{"markdown", CheckFormat::kMarkdown},
};

void resolve_pairs(const TypedOptions& typed, CheckJob& job) {
  if (!job.is_one_pair()) {
    if (!typed.source.empty())
      throw errors::bad_usage(
          fmt::format("'{}' names one file, but --map and --manifest name many; leave one of them "
                      "out (a pattern with * needs quotes: --map 'ar/*.md=en/*.md')",
                      typed.source));
    if (!typed.beads.empty())
      throw errors::bad_usage(
          "--beads holds the pairs of one translation; name SOURCE and TARGET, without --map and "
          "--manifest");
    if (!typed.source_embeddings.empty())
      throw errors::bad_usage(
          "embeddings are of the segments of one pair; name SOURCE and TARGET, without --map and "
          "--manifest");
    return;
  }
  if (!typed.since.empty())
    throw errors::bad_usage("--since chooses from many pairs; name them with --map or --manifest");
  if (typed.source.empty() || typed.target.empty())
    throw errors::bad_usage(
        fmt::format("{} is missing; the form is 'muqabala check SOURCE TARGET', or name many pairs "
                    "with --map or --manifest",
                    typed.source.empty() ? "SOURCE" : "TARGET"));
  refuse_same_input(typed.source, typed.target);
}

void resolve_decisions(const TypedOptions& typed, const CheckJob& job) {
  if (job.baseline.empty() && job.updates_baseline)
    throw errors::bad_usage("--update-baseline needs the file to update: --baseline FILE");
  if (job.baseline.empty() && !job.accept.empty())
    throw errors::bad_usage("--accept needs a file to keep the decision in: --baseline FILE");
  if (job.baseline == "-" && (job.updates_baseline || !job.accept.empty()))
    throw errors::bad_usage("--baseline - cannot be written back; name a file");
  if (job.updates_baseline && !job.accept.empty())
    throw errors::bad_usage(
        "--accept and --update-baseline are two decisions; make them one after the other");
  if (!typed.note.empty() && job.accept.empty())
    throw errors::bad_usage("--note says why something is accepted; add --accept FINGERPRINT");
}

}  // namespace

CheckJob resolve_check(const TypedOptions& typed, const Environment& environment) {
  CheckJob job{.writes_policy = typed.init_policy,
               .source = {.path = typed.source, .language = typed.source_language},
               .target = {.path = typed.target, .language = typed.target_language},
               .manifest = typed.manifest,
               .maps = typed.maps,
               .since = typed.since,
               .pipeline = pipeline_options(typed, environment),
               .policy = typed.policy,
               .baseline = typed.baseline,
               .updates_baseline = typed.update_baseline,
               .accept = typed.accept,
               .note = typed.note,
               .output = or_default(typed.output, "-"),
               .threads = thread_count(typed.threads)};
  if (job.writes_policy) {
    if (!typed.source.empty() || !job.is_one_pair())
      throw errors::bad_usage(
          "--init-policy writes a policy and checks nothing; leave the texts out");
    return job;
  }
  if (!typed.glossary.empty()) {
    job.pipeline.glossary = typed.glossary;
    job.pipeline.lexicon.files.push_back(typed.glossary);
  }
  resolve_pairs(typed, job);
  resolve_decisions(typed, job);
  for (const NamedFormat& named : kFormats)
    if (named.name == typed.format) job.format = named.format;
  refuse_overwriting_inputs(typed, job.output);
  for (const std::string& input : {typed.manifest, typed.policy, typed.baseline, typed.glossary})
    refuse_overwriting(input, job.output);
  return job;
}

}  // namespace muqabala::cli
