#include "cli/options/corpus.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "cli/options/shared.h"
#include "segment/base/error.h"
#include "segment/base/parse_number.h"

namespace muqabala::cli {
namespace {

constexpr std::size_t kMostShards = 1'000'000;
constexpr std::size_t kLongestSeconds = 1'000'000;

}  // namespace

Shard resolve_shard(const std::string& typed) {
  if (typed.empty()) return {};
  const std::size_t slash = std::min(typed.find('/'), typed.size());
  const auto index = parse_number<std::size_t>(typed.substr(0, slash));
  const auto count = parse_number<std::size_t>(typed.substr(std::min(slash + 1, typed.size())));
  if (!index || !count || *index < 1 || *index > *count || *count > kMostShards)
    throw errors::bad_usage(
        fmt::format("--shard {}: not a part like 3/16, the third of sixteen", typed));
  return {.index = *index - 1, .count = *count};
}

WorkerPoolOptions resolve_workers(const TypedOptions& typed) {
  WorkerPoolOptions options{.workers = thread_count(typed.threads, "--workers")};
  if (typed.time_limit.empty()) return options;
  const auto seconds = parse_number<double>(typed.time_limit);
  if (!seconds || !(*seconds >= 0 && *seconds <= kLongestSeconds))
    throw errors::bad_usage(
        fmt::format("--time-limit {}: not a number of seconds", typed.time_limit));
  options.time_limit = std::chrono::milliseconds(static_cast<std::int64_t>(*seconds * 1000));
  return options;
}

CorpusStreamJob resolve_corpus_stream(const TypedOptions& typed, const Environment& environment) {
  CorpusStreamJob job{.input = or_default(typed.file, "-"),
                      .output = or_default(typed.output, "-"),
                      .source_language = typed.source_language,
                      .target_language = typed.target_language,
                      .pipeline = pipeline_options(typed, environment),
                      .bitextor = typed.bitextor,
                      .allows_empty = typed.allow_empty,
                      .filters = parse_filters(typed.filters),
                      .shard = resolve_shard(typed.shard),
                      .workers = resolve_workers(typed)};
  // Its texts are plain, whatever their addresses end in.
  if (job.bitextor && typed.from.empty()) job.pipeline.read.format = DocumentFormat::kText;
  refuse_overwriting(job.input, job.output);
  refuse_overwriting_inputs(typed, job.output);
  return job;
}

}  // namespace muqabala::cli
