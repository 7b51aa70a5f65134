#include "cli/commands/evaluate.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <filesystem>
#include <optional>
#include <system_error>
#include <vector>

#include "align/coverage/finding_scores.h"
#include "align/coverage/least_confidence.h"
#include "align/evaluation.h"
#include "cli/progress.h"
#include "cli/reports/scores.h"
#include "corpus/in_parallel.h"
#include "corpus/lexicons.h"
#include "corpus/output_file.h"
#include "corpus/write_alignment.h"
#include "segment/base/error.h"
#include "segment/base/file_bytes.h"
#include "segment/sentence_splitter.h"
#include "segment/text/utf8_text.h"

namespace muqabala::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kGoldEnding = ".gold";
constexpr std::string_view kPredictionEnding = ".pred";

/// Names of the documents that have a gold alignment, sorted.
std::vector<std::string> find_documents(const std::string& folder) {
  std::error_code fault;
  const fs::file_status status = fs::status(folder, fault);
  if (!fs::exists(status))
    throw errors::bad_usage(fmt::format("{}: no such folder; check the name", folder));
  if (!fs::is_directory(status))
    throw errors::bad_usage(fmt::format("{} is a file; name the folder that holds it", folder));
  std::vector<std::string> names;
  fs::directory_iterator entries(folder, fault);
  if (fault) throw errors::unreadable(folder, fault.message());
  for (const fs::directory_entry& entry : entries) {
    const std::string name = entry.path().filename().string();
    if (name.ends_with(kGoldEnding) && !name.starts_with('.'))
      names.push_back(name.substr(0, name.size() - kGoldEnding.size()));
  }
  if (names.empty())
    throw errors::bad_usage(fmt::format(
        "{} holds no document with a gold alignment; name a folder with files DOC.gold", folder));
  std::sort(names.begin(), names.end());
  return names;
}

std::string in_folder(const std::string& folder, const std::string& name, std::string_view ending) {
  return (fs::path(folder) / fmt::format("{}{}", name, ending)).string();
}

std::vector<GoldBead> read_ladder(const std::string& path, std::size_t limit_bytes) {
  const Utf8Text text = Utf8Text::checked(read_bytes(path, limit_bytes), path);
  return parse_ladder(text.view(), path);
}

/// Code points of each line, white space at its ends included, as the measure is defined.
std::vector<std::size_t> line_lengths(const std::string& path, const ReadOptions& options) {
  const Document document = read_document(path, options);
  const std::string_view text = document.file.text.view();
  std::vector<std::size_t> lengths;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::size_t last = end > begin && text[end - 1] == '\r' ? end - 1 : end;
    lengths.push_back(count_code_points(text.substr(begin, last - begin)));
    begin = end + 1;
  }
  return lengths;
}

struct Outcome {
  ScoredDocument scored;
  JudgedBeads judged;
  JudgedFindings findings;
  std::optional<Error> no_prediction;
  std::vector<Diagnostic> diagnostics;
  std::exception_ptr failure;  ///< the set itself is broken
};

class Evaluator {
 public:
  explicit Evaluator(const EvaluateJob& job) : job_(job), lexicons_(job.pipeline) {}

  Outcome operator()(const std::string& name) {
    Outcome outcome;
    outcome.scored.name = name;
    try {
      evaluate(name, outcome);
    } catch (...) {
      outcome.failure = std::current_exception();
    }
    return outcome;
  }

 private:
  void evaluate(const std::string& name, Outcome& outcome) {
    const std::size_t limit = job_.pipeline.read.limit_bytes;
    const auto gold = read_ladder(in_folder(job_.folder, name, kGoldEnding), limit);
    const std::string source = in_folder(job_.folder, name, job_.source_suffix);
    const std::string target = in_folder(job_.folder, name, job_.target_suffix);
    const auto source_lengths = line_lengths(source, job_.pipeline.read);
    const auto target_lengths = line_lengths(target, job_.pipeline.read);
    std::vector<GoldBead> predicted;
    try {
      predicted = job_.predictions.empty()
                      ? align_document(name, source, target, gold, outcome)
                      : read_ladder(in_folder(job_.predictions, name, kPredictionEnding), limit);
    } catch (const Error& error) {
      if (is_fault_of_the_run(error.code())) throw;
      outcome.no_prediction = error;
      outcome.scored.missing = 1;
      outcome.findings = judge({}, gold);
    }
    if (job_.findings)
      outcome.scored.omissions =
          counts_from(outcome.findings.omissions, kLeastConfidenceOfOmissions);
    outcome.scored.scores = score(gold, predicted, source_lengths, target_lengths);
  }

  /// Faults that have nothing to do with the document at hand.
  static bool is_fault_of_the_run(ErrorCode code) {
    return code == ErrorCode::kBadUsage || code == ErrorCode::kUnwritable ||
           code == ErrorCode::kDiskFull || code == ErrorCode::kMalformedLexicon ||
           code == ErrorCode::kIcuDataMissing;
  }

  std::vector<GoldBead> align_document(const std::string& name, const std::string& source,
                                       const std::string& target, const std::vector<GoldBead>& gold,
                                       Outcome& outcome) {
    SegmentedPair pair = read_and_segment({source, job_.source_language},
                                          {target, job_.target_language}, job_.pipeline);
    const Lexicon& lexicon = lexicons_.of(pair);
    const CollatedPair collated = collate(std::move(pair), lexicon, job_.pipeline);
    for (const auto* list :
         {&collated.source.document.diagnostics, &collated.target.document.diagnostics,
          &collated.alignment.diagnostics})
      outcome.diagnostics.insert(outcome.diagnostics.end(), list->begin(), list->end());
    if (!job_.write_predictions.empty())
      write_output(in_folder(job_.write_predictions, name, kPredictionEnding),
                   [&](std::ostream& out) { write_ladder(collated, out); });
    if (job_.findings) outcome.findings = judge(collated.coverage.findings, gold);
    if (job_.reliability) outcome.judged = judge(collated.alignment, gold, job_.judge);
    return to_gold_beads(collated.alignment);
  }

  const EvaluateJob& job_;
  Lexicons lexicons_;
};

/// The outcome of each document, in the order of `names`, whatever the number of threads.
std::vector<Outcome> evaluate_all(const std::vector<std::string>& names, const EvaluateJob& job,
                                  Progress& progress) {
  std::vector<Outcome> outcomes(names.size());
  Evaluator evaluate(job);
  std::atomic<std::size_t> done{0};
  in_parallel(names.size(), job.threads, [&](std::size_t i) {
    outcomes[i] = evaluate(names[i]);
    progress.show(fmt::format("{} of {} documents", ++done, names.size()));
  });
  return outcomes;
}

void make_folder(const std::string& folder) {
  std::error_code fault;
  fs::create_directories(folder, fault);
  if (fault) throw errors::unwritable(folder, fault.message());
}

void write_scores(ScoreFormat format, const ScoreReport& report) {
  write_output("-", [&](std::ostream& out) {
    switch (format) {
      case ScoreFormat::kText:
        return write_score_lines(report, out);
      case ScoreFormat::kJson:
        return write_score_json(report, out);
      case ScoreFormat::kTsv:
        return write_score_tsv(report, out);
    }
  });
}

}  // namespace

void run_evaluate(const EvaluateJob& job, const Messages& messages) {
  const std::vector<std::string> names = find_documents(job.folder);
  if (!job.write_predictions.empty()) make_folder(job.write_predictions);
  Progress progress(messages);
  progress.show(fmt::format("0 of {} documents", names.size()));
  std::vector<Outcome> outcomes = evaluate_all(names, job, progress);
  progress.stop();

  ScoreReport report;
  report.total.name = "total";
  report.wants_intervals = job.intervals;
  if (job.reliability) report.judged.emplace();
  if (job.findings) {
    report.findings.emplace();
    report.total.omissions.emplace();
  }
  std::vector<Scores> scores;
  for (Outcome& outcome : outcomes) {
    if (outcome.failure) std::rethrow_exception(outcome.failure);
    messages.diagnostics(outcome.diagnostics);
    if (outcome.no_prediction) messages.warning(outcome.no_prediction->what());
    report.total.scores += outcome.scored.scores;
    report.total.missing += outcome.scored.missing;
    scores.push_back(outcome.scored.scores);
    if (outcome.scored.omissions) *report.total.omissions += *outcome.scored.omissions;
    if (report.findings) *report.findings += outcome.findings;
    if (report.judged) *report.judged += outcome.judged;
    if (job.per_doc) report.documents.push_back(std::move(outcome.scored));
  }
  if (report.total.missing == outcomes.size()) throw Error(*outcomes.front().no_prediction);
  if (job.intervals) report.intervals = bootstrap_intervals(scores, {});
  write_scores(job.format, report);
}

}  // namespace muqabala::cli
