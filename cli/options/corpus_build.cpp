#include "cli/options/corpus_build.h"

#include <fmt/format.h>

#include "cli/options/corpus.h"
#include "cli/options/corpus_outputs.h"
#include "cli/options/shared.h"
#include "segment/base/error.h"
#include "segment/base/file_bytes.h"
#include "segment/base/hash.h"
#include "segment/base/parse_number.h"

namespace muqabala::cli {
namespace {

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
  if (typed.empty()) return kDocuments;
  const auto number = parse_number<std::size_t>(typed);
  if (!number || *number < 1 || *number > kMostDocuments)
    throw errors::bad_usage(
        fmt::format("--learn-from {}: neither 'all' nor a number from 1 on", typed));
  return *number;
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
                       .assemble = resolve_outputs(typed, environment, typed.output)};
  if (!typed.filters.empty()) options.filters = parse_filters(typed.filters);
  if (!options.learns && (typed.relearn || !typed.learn_from.empty()))
    throw errors::bad_usage(
        fmt::format("--passes 1 learns nothing, so --{} has no meaning; leave one of them out",
                    typed.relearn ? "relearn" : "learn-from"));
  return options;
}

}  // namespace muqabala::cli
