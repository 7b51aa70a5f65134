#include "cli/options.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <system_error>
#include <vector>

#include "cli/options/corpus.h"
#include "cli/options/corpus_build.h"
#include "cli/options/shared.h"
#include "corpus/read_translation_memory.h"
#include "segment/base/error.h"
#include "segment/base/parse_number.h"
#include "segment/base/suggest.h"
#include "segment/text/language.h"

namespace muqabala::cli {
namespace {

namespace fs = std::filesystem;

struct PairForm {
  std::string_view name;
  std::string_view ending;
  PairFormat format;
};

constexpr std::array kPairForms = {
    PairForm{"text", ".txt", PairFormat::kText},
    PairForm{"tmx", ".tmx", PairFormat::kTmx},
    PairForm{"tsv", ".tsv", PairFormat::kTsv},
    PairForm{"jsonl", ".jsonl", PairFormat::kJsonl},
    PairForm{"ladder", ".ladder", PairFormat::kLadder},
    PairForm{"hunalign", ".hunalign", PairFormat::kHunalign},
};

std::string ending_of(const std::string& path) {
  std::string ending = fs::path(path).extension().string();
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return ending;
}

/// True for what holds no file that a name's ending could speak for: pipes, devices.
bool is_stream(const std::string& path) {
  if (path == "-") return true;
  std::error_code none;
  const fs::file_status status = fs::status(path, none);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

PairFormat pair_format(const std::string& given, const std::string& output) {
  for (const PairForm& form : kPairForms)
    if (form.name == given) return form.format;
  const std::string ending = ending_of(output);
  for (const PairForm& form : kPairForms)
    if (form.ending == ending) return form.format;
  if (is_stream(output)) return PairFormat::kText;
  std::error_code none;
  if (fs::is_directory(output, none)) throw errors::unwritable(output, "is a folder");
  std::vector<std::string_view> endings;
  endings.reserve(std::size(kPairForms));
  for (const PairForm& form : kPairForms) endings.push_back(form.ending);
  const std::string_view nearest = suggest(ending, endings);
  throw errors::bad_usage(
      fmt::format("-o {}: the ending does not tell which form to write{} endings are {}; or say "
                  "the form with --to",
                  output, nearest.empty() ? ";" : fmt::format("; did you mean '{}'?", nearest),
                  fmt::join(endings, ", ")));
}

/// Documents come in pairs; a translation memory holds both sides and stands by itself.
void refuse_lone_original(const std::vector<std::string>& words) {
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (is_translation_memory(words[k])) continue;
    if (k + 1 == words.size() || is_translation_memory(words[k + 1]))
      throw errors::bad_usage(fmt::format(
          "{} stands alone; name every original with its translation behind it", words[k]));
    ++k;
  }
}

LearnOptions learn_options(const LexiconJob& job, const TypedOptions& typed) {
  return {
      .manifest = typed.manifest,
      .records = {.source_language = job.source_language, .target_language = job.target_language},
      .documents = resolve_learn_from(typed.learn_from),
      .shard = resolve_shard(typed.shard),
      .workers = resolve_workers(typed)};
}

}  // namespace

AlignJob resolve_align(const TypedOptions& typed, const Environment& environment) {
  refuse_empty_name("SOURCE", typed.source);
  refuse_empty_name("TARGET", typed.target);
  refuse_same_input(typed.source, typed.target);
  thread_count(typed.threads);  // one pair is the work of one thread; the number must be one
  AlignJob job{.source = {.path = typed.source, .language = typed.source_language},
               .target = {.path = typed.target, .language = typed.target_language},
               .pipeline = pipeline_options(typed, environment),
               .output = or_default(typed.output, "-"),
               .tmx = {}};
  job.format = pair_format(typed.to, job.output);
  refuse_overwriting_inputs(typed, job.output);
  if (job.format == PairFormat::kTmx) job.tmx.date = tmx_date(environment.source_date_epoch);
  return job;
}

SegmentJob resolve_segment(const TypedOptions& typed) {
  const Environment environment;  // a text on its own needs no lexicon
  if (typed.export_srx && !typed.file.empty())
    throw errors::bad_usage(
        "--export-srx writes the built-in rules and reads no FILE; leave one of them out");
  if (!typed.export_srx) refuse_empty_name("FILE", typed.file);
  thread_count(typed.threads);
  SegmentJob job{.exports_srx = typed.export_srx,
                 .input = {.path = typed.file, .language = typed.source_language},
                 .pipeline = pipeline_options(typed, environment),
                 .explains = typed.explain,
                 .output = or_default(typed.output, "-")};
  const bool by_ending = typed.to.empty() && ending_of(job.output) == ".jsonl";
  if (typed.to == "jsonl" || by_ending) job.format = SegmentFormat::kJsonl;
  refuse_overwriting(typed.file, job.output);
  refuse_overwriting(typed.srx, job.output);
  return job;
}

EvaluateJob resolve_evaluate(const TypedOptions& typed, const Environment& environment) {
  refuse_empty_name("SETDIR", typed.folder);
  if (!typed.predictions.empty() && !typed.write_predictions.empty())
    throw errors::bad_usage(
        "--predictions and --write-predictions contradict each other: there is nothing to write "
        "where nothing is aligned; leave one out");
  const bool wants_reliability = typed.reliability || typed.ignore_one_sided;
  if (!typed.predictions.empty() && (wants_reliability || typed.findings))
    throw errors::bad_usage(fmt::format(
        "--predictions and --{} contradict each other: ladders tell no confidence; leave one out",
        wants_reliability ? "reliability" : "findings"));
  if (typed.to == "tsv" && (typed.intervals || wants_reliability))
    throw errors::bad_usage(
        "--to tsv has no place for --intervals and --reliability; write --to json");
  EvaluateJob job{.folder = typed.folder,
                  .source_suffix = or_default(typed.source_suffix, ".ar"),
                  .target_suffix = or_default(typed.target_suffix, ".en"),
                  .source_language = typed.source_language,
                  .target_language = typed.target_language,
                  .pipeline = pipeline_options(typed, environment),
                  .predictions = typed.predictions,
                  .write_predictions = typed.write_predictions,
                  .per_doc = typed.per_doc,
                  .intervals = typed.intervals,
                  .reliability = wants_reliability,
                  .findings = typed.findings,
                  .judge = {.ignore_one_sided = typed.ignore_one_sided},
                  .threads = thread_count(typed.threads)};
  job.pipeline.read.format = DocumentFormat::kText;
  job.pipeline.segments = SegmentMode::kLines;
  if (typed.to == "json") job.format = ScoreFormat::kJson;
  if (typed.to == "tsv") job.format = ScoreFormat::kTsv;
  return job;
}

LexiconJob resolve_lexicon(const TypedOptions& typed, const Environment& environment) {
  const auto language = [](std::string_view option, const std::string& tag,
                           std::string_view fallback) {
    if (tag.empty()) return std::string(fallback);
    std::string canonical = canonical_language_tag(tag);
    if (canonical.empty()) throw errors::not_a_language_tag(option, tag);
    return canonical;
  };
  LexiconJob job{.source_language = language("--source-lang", typed.source_language, "ar"),
                 .target_language = language("--target-lang", typed.target_language, "en"),
                 .pipeline = pipeline_options(typed, environment),
                 .words = typed.words,
                 .missing = typed.missing,
                 .coverage = typed.coverage,
                 .output = or_default(typed.output, "-")};
  if (same_language(job.source_language, job.target_language))
    throw errors::bad_usage(
        fmt::format("--source-lang and --target-lang are both '{}'; a lexicon is of two languages",
                    job.source_language));
  if (typed.command == "lexicon compile" && typed.output.empty())
    throw errors::bad_usage("-o FILE is missing: where is the compiled lexicon to be written?");
  if (job.missing && job.words.empty())
    throw errors::bad_usage("--missing needs documents to look through: --missing DOC...");
  if (job.coverage && job.words.empty())
    throw errors::bad_usage("--coverage needs documents to look through: --coverage DOC...");
  if (job.missing && job.coverage)
    throw errors::bad_usage("--missing and --coverage are two answers; ask for one at a time");
  const bool learns = typed.command == "lexicon learn";
  if (learns && !typed.manifest.empty()) job.collection = learn_options(job, typed);
  if (learns && job.words.empty() == typed.manifest.empty())
    throw errors::bad_usage(
        "name what to learn from: either documents, each original with its translation behind it, "
        "or a collection by --manifest FILE");
  if (learns && typed.manifest.empty() && !(typed.shard.empty() && typed.learn_from.empty()))
    throw errors::bad_usage(fmt::format("--{} is about a collection; name it by --manifest FILE",
                                        typed.shard.empty() ? "learn-from" : "shard"));
  const bool names_files =
      job.missing || job.coverage || learns || typed.command == "lexicon merge";
  if (learns) refuse_lone_original(job.words);
  for (const std::string& word : job.words) {
    refuse_empty_name(names_files ? "a document" : "a word", word);
    if (names_files) refuse_overwriting(word, job.output);
  }
  for (const std::string& lexicon : typed.lexicons) refuse_overwriting(lexicon, job.output);
  return job;
}

Verbosity resolve_verbosity(const TypedOptions& typed) {
  if (typed.quiet && typed.verbose)
    throw errors::bad_usage("--quiet and --verbose contradict each other; leave one out");
  if (typed.quiet) return Verbosity::kQuiet;
  return typed.verbose ? Verbosity::kVerbose : Verbosity::kNormal;
}

ColorChoice resolve_color(const TypedOptions& typed) {
  if (typed.color == "always") return ColorChoice::kAlways;
  return typed.color == "never" ? ColorChoice::kNever : ColorChoice::kAuto;
}

std::string tmx_date(const std::string& seconds) {
  if (seconds.empty()) return {};
  constexpr std::int64_t kYear10000 = 253'402'300'800;
  const auto number = parse_number<std::int64_t>(seconds);
  if (!number || *number < 0 || *number >= kYear10000)
    throw errors::bad_usage(fmt::format(
        "SOURCE_DATE_EPOCH is '{}', which is not a number of seconds since 1970; unset or mend it",
        seconds));
  const std::chrono::sys_seconds time{std::chrono::seconds{*number}};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss clock{time - day};
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                     clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

}  // namespace muqabala::cli
