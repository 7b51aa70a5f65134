#include "cli/options/shared.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <thread>

#include "cli/options.h"
#include "corpus/read_srx.h"
#include "segment/base/error.h"
#include "segment/base/parse_number.h"
#include "segment/base/split.h"

namespace muqabala::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxThreads = 1024;

bool is_same_file(const std::string& a, const std::string& b) {
  if (a == "-" || b == "-") return false;
  std::error_code none;
  return fs::equivalent(a, b, none) && !none;
}

ReadOptions read_options(const std::string& from) {
  ReadOptions options;
  if (from == "text") options.format = DocumentFormat::kText;
  if (from == "markdown") options.format = DocumentFormat::kMarkdown;
  return options;
}

/// Applies `--lexicon-sources`.
void choose_sources(const std::string& typed, LexiconSources& sources) {
  if (typed.empty()) return;
  bool dictd = false;
  sources.core = sources.cldr = false;
  for (const std::string_view name : split(typed, ',')) {
    if (name == "core") {
      sources.core = true;
    } else if (name == "cldr") {
      sources.cldr = true;
    } else if (name == "dictd") {
      dictd = true;
    } else if (typed != "none") {
      throw errors::bad_usage(fmt::format(
          "--lexicon-sources {}: '{}' is no source; name some of core, cldr, dictd, or none", typed,
          name));
    }
  }
  if (!dictd) sources.dictd_folders.clear();
}

EmbeddingFiles embedding_files(std::string_view option, const std::vector<std::string>& typed) {
  constexpr std::size_t kFiles = 2;
  if (typed.empty()) return {};
  if (typed.size() > kFiles)
    throw errors::bad_usage(fmt::format("{} can be given once: TEXT VECTORS", option));
  return {.text = typed[0], .vectors = typed[1]};
}

}  // namespace

void refuse_empty_name(std::string_view what, const std::string& path) {
  if (path.empty()) throw errors::bad_usage(fmt::format("{} is an empty name; name a file", what));
}

void refuse_same_input(const std::string& source, const std::string& target) {
  if (source == "-" && target == "-")
    throw errors::bad_usage(
        "SOURCE and TARGET are both '-', but only one can come from standard input; name the "
        "other's file");
  if (source == target || is_same_file(source, target))
    throw errors::bad_usage(fmt::format(
        "SOURCE and TARGET are the same file{}; name the original first and its translation second",
        source == target ? ", " + source : fmt::format(": {} and {}", source, target)));
}

void refuse_overwriting(const std::string& input, const std::string& output) {
  std::error_code none;
  if (fs::is_regular_file(input, none) && is_same_file(input, output))
    throw errors::bad_usage(
        fmt::format("-o {} would overwrite an input; choose another name", output));
}

void refuse_overwriting_inputs(const TypedOptions& typed, const std::string& output) {
  for (const std::string& input : {typed.source, typed.target, typed.beads, typed.srx})
    refuse_overwriting(input, output);
  for (const auto& inputs : {typed.lexicons, typed.source_embeddings, typed.target_embeddings})
    for (const std::string& input : inputs) refuse_overwriting(input, output);
}

PipelineOptions pipeline_options(const TypedOptions& typed, const Environment& environment) {
  PipelineOptions options;
  options.read = read_options(typed.from);
  if (typed.segments == "lines") options.segments = SegmentMode::kLines;
  if (!typed.srx.empty())
    options.srx = {.rules = std::make_shared<const SrxRules>(read_srx(typed.srx)),
                   .alone = typed.srx_only};
  else if (typed.srx_only)
    throw errors::bad_usage("--srx-only needs the rules: --srx FILE --srx-only");
  if (typed.clauses == "on") options.clauses = ClauseMode::kOn;
  if (typed.clauses == "off") options.clauses = ClauseMode::kOff;
  if (options.segments == SegmentMode::kLines && options.clauses == ClauseMode::kOn)
    throw errors::bad_usage(
        "--segments lines and --clauses on contradict each other: lines are not cut; leave one "
        "out");
  options.beads = typed.beads;
  options.source_embeddings = embedding_files("--source-embeddings", typed.source_embeddings);
  options.target_embeddings = embedding_files("--target-embeddings", typed.target_embeddings);
  if (options.source_embeddings.empty() != options.target_embeddings.empty())
    throw errors::bad_usage(
        "embeddings of one side say nothing; give --source-embeddings and --target-embeddings");
  options.lexicon.files = typed.lexicons;
  options.lexicon_cache = cache_folder(environment);
  choose_sources(typed.lexicon_sources, options.lexicon);
  if (typed.no_system_dictionaries) options.lexicon.dictd_folders.clear();
  return options;
}

std::size_t thread_count(const std::string& typed, std::string_view option) {
  if (typed.empty()) return std::max(1U, std::thread::hardware_concurrency());
  return whole_number(option, typed, 1, kMaxThreads);
}

std::size_t whole_number(std::string_view option, const std::string& typed, std::size_t least,
                         std::size_t most) {
  const auto number = parse_number<std::size_t>(typed);
  if (number && *number >= least && *number <= most) return *number;
  throw errors::bad_usage(
      fmt::format("{} {}: not a number from {} to {}", option, typed, least, most));
}

double share(std::string_view option, const std::string& typed) {
  const auto number = parse_number<double>(typed);
  if (number && *number >= 0 && *number <= 1) return *number;
  throw errors::bad_usage(fmt::format("{} {}: not a number from 0 to 1", option, typed));
}

std::string or_default(const std::string& typed, std::string_view value) {
  return typed.empty() ? std::string(value) : typed;
}

std::string cache_folder(const Environment& environment) {
  constexpr const char* kOwn = "muqabala";
  // The XDG base directory specification: a relative path is to be taken for none.
  if (fs::path(environment.xdg_cache_home).is_absolute())
    return (fs::path(environment.xdg_cache_home) / kOwn).string();
  if (!fs::path(environment.home).is_absolute()) return {};
  return (fs::path(environment.home) / ".cache" / kOwn).string();
}

}  // namespace muqabala::cli
