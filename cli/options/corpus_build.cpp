#include "cli/options/corpus_build.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "cli/options.h"
#include "cli/options/corpus.h"
#include "cli/options/shared.h"
#include "segment/base/error.h"
#include "segment/base/file_bytes.h"
#include "segment/base/hash.h"
#include "segment/base/suggest.h"

namespace muqabala::cli {
namespace {

struct OutputName {
  std::string_view name;
  bool AssembleOptions::*place;
};

constexpr std::array kOutputs = {
    OutputName{"tmx", &AssembleOptions::tmx},
    OutputName{"tmx-per-document", &AssembleOptions::tmx_per_document},
    OutputName{"moses", &AssembleOptions::moses},
    OutputName{"tsv", &AssembleOptions::bitextor_tsv},
    OutputName{"jsonl", &AssembleOptions::jsonl},
    OutputName{"xces", &AssembleOptions::xces},
    OutputName{"rejected", &AssembleOptions::rejected},
};

/// Applies `--outputs`.
void choose_outputs(const std::string& typed, AssembleOptions& options) {
  if (typed.empty()) return;
  options.tmx = false;
  if (typed == "none") return;
  for (std::size_t from = 0; from <= typed.size();) {
    const std::size_t to = std::min(typed.find(',', from), typed.size());
    const std::string name = typed.substr(from, to - from);
    from = to + 1;
    const auto found = std::find_if(kOutputs.begin(), kOutputs.end(),
                                    [&](const OutputName& o) { return o.name == name; });
    if (found == kOutputs.end()) {
      std::vector<std::string_view> names;
      for (const OutputName& output : kOutputs) names.push_back(output.name);
      const std::string_view nearest = suggest(name, names);
      throw errors::bad_usage(
          fmt::format("--outputs {}: '{}' is no output{} name some of {}, or none", typed, name,
                      nearest.empty() ? ";" : fmt::format("; did you mean '{}'?", nearest),
                      fmt::join(names, ", ")));
    }
    options.*found->place = true;
  }
}

template <class Number>
Number number_of(std::string_view option, const std::string& typed, Number fallback, Number least,
                 Number most) {
  if (typed.empty()) return fallback;
  const auto number = parse_number<Number>(typed);
  if (!number || !(*number >= least && *number <= most))
    throw errors::bad_usage(
        fmt::format("{} {}: not a number from {} to {}", option, typed, least, most));
  return *number;
}

/// What decides about the result of a document and is in no text and no dictionary.
std::string settings_of(const TypedOptions& typed) {
  const std::string rules =
      typed.srx.empty() ? "" : fmt::format("{:016x}", hash_bytes(read_bytes(typed.srx, 1U << 28U)));
  return fmt::format("from={} segments={} clauses={} srx={} only={}", typed.from, typed.segments,
                     typed.clauses, rules, typed.srx_only);
}

}  // namespace

std::size_t resolve_learn_from(const std::string& typed) {
  constexpr std::size_t kDocuments = 1000;
  constexpr std::size_t kMostDocuments = 1'000'000'000;
  if (typed == "all") return 0;
  return number_of<std::size_t>("--learn-from", typed, kDocuments, 1, kMostDocuments);
}

AssembleOptions resolve_outputs(const TypedOptions& typed, const Environment& environment) {
  constexpr std::size_t kMost = 1'000'000'000;
  AssembleOptions options;
  options.folder = typed.output;
  choose_outputs(typed.outputs, options);
  options.test_share = number_of<double>("--test-share", typed.test_share, 0, 0, 0.9);
  options.sample_pairs = number_of<std::size_t>("--sample", typed.sample, 0, 0, kMost);
  options.seed = number_of<std::size_t>("--seed", typed.seed, options.seed, 0, kMost);
  options.duplicates.exact = !typed.keep_duplicates;
  options.duplicates.near_similarity =
      number_of<double>("--near-duplicates", typed.near_duplicates, 0, 0, 1);
  if (typed.keep_duplicates && options.duplicates.near_similarity > 0)
    throw errors::bad_usage(
        "--keep-duplicates and --near-duplicates contradict each other; leave one out");
  options.tmx_options.date = tmx_date(environment.source_date_epoch);
  return options;
}

BuildOptions resolve_corpus_build(const TypedOptions& typed, const Environment& environment) {
  refuse_empty_name("MANIFEST", typed.file);
  if (typed.file == "-")
    throw errors::bad_usage(
        "MANIFEST is '-', but it is read more than once; name a file, or use 'corpus stream'");
  if (typed.output.empty() || typed.output == "-")
    throw errors::bad_usage("-o FOLDER is missing: where are the outputs to be written?");
  BuildOptions options{.manifest = typed.file,
                       .records = {.source_language = typed.source_language,
                                   .target_language = typed.target_language},
                       .pipeline = pipeline_options(typed, environment),
                       .settings = settings_of(typed),
                       .learns = typed.passes != "1",
                       .learn_from = resolve_learn_from(typed.learn_from),
                       .relearns = typed.relearn,
                       .workers = resolve_workers(typed),
                       .assemble = resolve_outputs(typed, environment)};
  if (!typed.filters.empty()) options.filters = parse_filters(typed.filters);
  if (!options.learns && (typed.relearn || !typed.learn_from.empty()))
    throw errors::bad_usage(
        fmt::format("--passes 1 learns nothing, so --{} has no meaning; leave one of them out",
                    typed.relearn ? "relearn" : "learn-from"));
  return options;
}

}  // namespace muqabala::cli
