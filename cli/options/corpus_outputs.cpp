#include "cli/options/corpus_outputs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "cli/options.h"
#include "cli/options/shared.h"
#include "segment/base/error.h"
#include "segment/base/parse_number.h"
#include "segment/base/split.h"
#include "segment/base/suggest.h"

namespace muqabala::cli {
namespace {

struct OutputName {
  std::string_view name;
  bool AssembleOptions::*place;
};

constexpr std::array<OutputName, 7> kOutputs = {
    {{"tmx", &AssembleOptions::tmx},
     {"tmx-per-document", &AssembleOptions::tmx_per_document},
     {"moses", &AssembleOptions::moses},
     {"tsv", &AssembleOptions::bitextor_tsv},
     {"jsonl", &AssembleOptions::jsonl},
     {"xces", &AssembleOptions::xces},
     {"rejected", &AssembleOptions::rejected}}};

void choose_output(std::string_view name, AssembleOptions& options) {
  bool is_known = false;
  for (const OutputName& output : kOutputs) {
    if (name != output.name && name != "all") continue;
    options.*output.place = true;
    is_known = true;
  }
  if (is_known) return;
  std::vector<std::string_view> names = {"all"};
  for (const OutputName& output : kOutputs) names.push_back(output.name);
  throw errors::unknown_format(name, suggest(name, names),
                               fmt::format("{}", fmt::join(names, ", ")));
}

void choose_outputs(std::string_view typed, AssembleOptions& options) {
  if (typed.empty()) return;
  options.tmx = false;
  for (const std::string_view name : split(typed, ',')) choose_output(name, options);
}

std::size_t number_or(std::size_t otherwise, std::string_view option, const std::string& typed) {
  if (typed.empty()) return otherwise;
  if (const auto number = parse_number<std::size_t>(typed)) return *number;
  throw errors::bad_usage(fmt::format("{} {}: not a whole number", option, typed));
}

double share_or_none(std::string_view option, const std::string& typed) {
  return typed.empty() ? 0 : share(option, typed);
}

bool is_records_file(const std::string& output) {
  return output == "-" || output.ends_with(".jsonl");
}

}  // namespace

AssembleOptions resolve_outputs(const TypedOptions& typed, const Environment& environment,
                                const std::string& folder) {
  AssembleOptions options;
  options.folder = folder;
  choose_outputs(typed.to, options);
  options.test_share = share_or_none("--test-share", typed.test_share);
  if (options.test_share == 1)
    throw errors::bad_usage("--test-share 1: leaves nothing to train on");
  options.sample_pairs = number_or(0, "--sample", typed.sample);
  options.seed = number_or(1, "--seed", typed.seed);
  options.duplicates.exact = !typed.keep_duplicates;
  options.duplicates.near_similarity = share_or_none("--near-duplicates", typed.near_duplicates);
  if (typed.keep_duplicates && options.duplicates.near_similarity > 0)
    throw errors::bad_usage("--keep-duplicates and --near-duplicates contradict each other");
  options.tmx_options.date = tmx_date(environment.source_date_epoch);
  return options;
}

CorpusMergeJob resolve_corpus_merge(const TypedOptions& typed, const Environment& environment) {
  CorpusMergeJob job{.shards = typed.words};
  for (const std::string& shard : job.shards) refuse_empty_name("SHARD", shard);
  if (std::count(job.shards.begin(), job.shards.end(), "-") > 1)
    throw errors::bad_usage("standard input can be read only once");
  const std::string output = or_default(typed.output, "-");
  job.outputs = resolve_outputs(typed, environment, output);
  if (!typed.filters.empty()) job.filters = parse_filters(typed.filters);
  if (!is_records_file(output)) return job;
  for (const std::string& shard : job.shards) refuse_overwriting(shard, output);
  for (const std::string* of_a_folder :
       {&typed.to, &typed.test_share, &typed.sample, &typed.seed, &typed.near_duplicates})
    if (!of_a_folder->empty() || typed.keep_duplicates)
      throw errors::bad_usage(fmt::format(
          "-o {} takes the records as they are; outputs need a folder: -o corpus", output));
  job.records = output;
  return job;
}

CorpusStatsJob resolve_corpus_stats(const TypedOptions& typed) {
  refuse_empty_name("PATH", typed.file);
  CorpusStatsJob job{
      .path = typed.file, .output = or_default(typed.output, "-"), .as_json = typed.to == "json"};
  refuse_overwriting(job.path, job.output);
  return job;
}

}  // namespace muqabala::cli
