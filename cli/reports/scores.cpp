#include "cli/reports/scores.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <array>
#include <nlohmann/json.hpp>

#include "cli/terminal.h"

namespace muqabala::cli {
namespace {

using Json = nlohmann::ordered_json;

struct Measure {
  const char* name;
  Counts Scores::*counts;
};

constexpr std::array kMeasures = {Measure{"strict", &Scores::strict}, Measure{"row", &Scores::row},
                                  Measure{"drop", &Scores::drop}, Measure{"add", &Scores::add}};

std::string line_of(const ScoredDocument& document) {
  std::string line;
  for (const Measure& measure : kMeasures) {
    const Counts& counts = document.scores.*measure.counts;
    line += fmt::format("{}{} {:.3f} ({:.3f}/{:.3f})", line.empty() ? "" : "  ", measure.name,
                        counts.f1(), counts.precision(), counts.recall());
  }
  return document.missing == 0 ? line : fmt::format("{}  MISSING {}", line, document.missing);
}

Json json_of(const ScoredDocument& document) {
  Json object = {{"name", printable(document.name)}};
  for (const Measure& measure : kMeasures) {
    const Counts& counts = document.scores.*measure.counts;
    object[measure.name] = {
        {"f1", counts.f1()}, {"precision", counts.precision()}, {"recall", counts.recall()}};
  }
  object["missing"] = document.missing;
  return object;
}

void write_row(const ScoredDocument& document, std::ostream& out) {
  out << printable(document.name);
  for (const Measure& measure : kMeasures) {
    const Counts& counts = document.scores.*measure.counts;
    fmt::print(out, "\t{:.6f}\t{:.6f}\t{:.6f}", counts.f1(), counts.precision(), counts.recall());
  }
  fmt::print(out, "\t{}\n", document.missing);
}

/// The same measures among the intervals.
struct MeasuredInterval {
  const char* name;
  F1Interval ScoreIntervals::*interval;
};

constexpr std::array kIntervals = {MeasuredInterval{"strict", &ScoreIntervals::strict},
                                   MeasuredInterval{"row", &ScoreIntervals::row},
                                   MeasuredInterval{"drop", &ScoreIntervals::drop},
                                   MeasuredInterval{"add", &ScoreIntervals::add}};

void write_interval_line(const std::optional<ScoreIntervals>& intervals, std::ostream& out) {
  if (!intervals) {
    out << "95 % intervals: none, since there is but one document\n";
    return;
  }
  out << "95 % intervals over documents:";
  for (const MeasuredInterval& measured : kIntervals) {
    const F1Interval& interval = *intervals.*measured.interval;
    fmt::print(out, "  {} {:.3f} to {:.3f}", measured.name, interval.low, interval.high);
  }
  out << '\n';
}

/// One kind of beads and what they are called.
struct BeadKind {
  const char* name;
  std::vector<JudgedBead> JudgedBeads::*beads;
};

constexpr std::array kBeadKinds = {BeadKind{"pairs", &JudgedBeads::pairs},
                                   BeadKind{"nulls", &JudgedBeads::nulls}};

void write_reliability(const JudgedBeads& judged, std::ostream& out) {
  for (const BeadKind& kind : kBeadKinds) {
    const Reliability table = reliability(judged.*kind.beads);
    fmt::print(out, "\nconfidence  {:>7}  mean   right\n", kind.name);
    for (std::size_t k = 0; k < table.bins.size(); ++k) {
      const ReliabilityBin& bin = table.bins[k];
      const double low = static_cast<double>(k) / kReliabilityBins;
      fmt::print(out, "{:.1f} to {:.1f}  {:7}", low, low + 1.0 / kReliabilityBins, bin.beads);
      if (bin.beads > 0) fmt::print(out, "  {:.3f}  {:.3f}", bin.mean_probability, bin.share_right);
      out << '\n';
    }
    fmt::print(out, "expected calibration error {:.3f}, area under the ROC curve {}\n",
               table.calibration_error,
               table.area_under_roc ? fmt::format("{:.3f}", *table.area_under_roc) : "undefined");
  }
}

Json json_of(const ScoreIntervals& intervals) {
  Json object = Json::object();
  for (const MeasuredInterval& measured : kIntervals) {
    const F1Interval& interval = intervals.*measured.interval;
    object[measured.name] = {{"low", interval.low}, {"high", interval.high}};
  }
  return object;
}

Json json_of(const JudgedBeads& judged) {
  Json object = Json::object();
  for (const BeadKind& kind : kBeadKinds) {
    const Reliability table = reliability(judged.*kind.beads);
    Json bins = Json::array();
    for (const ReliabilityBin& bin : table.bins)
      bins.push_back({{"beads", bin.beads},
                      {"mean_confidence", bin.mean_probability},
                      {"right", bin.share_right}});
    object[kind.name] = {
        {"bins", std::move(bins)},
        {"calibration_error", table.calibration_error},
        {"area_under_roc", table.area_under_roc ? Json(*table.area_under_roc) : Json()}};
  }
  return object;
}

}  // namespace

void write_score_lines(const ScoreReport& report, std::ostream& out) {
  for (const ScoredDocument& document : report.documents)
    fmt::print(out, "{:24} {}\n", printable(document.name), line_of(document));
  out << line_of(report.total) << '\n';
  if (report.wants_intervals) write_interval_line(report.intervals, out);
  if (report.judged) write_reliability(*report.judged, out);
}

void write_score_json(const ScoreReport& report, std::ostream& out) {
  Json list = Json::array();
  for (const ScoredDocument& document : report.documents) list.push_back(json_of(document));
  Json object{{"documents", std::move(list)}, {"total", json_of(report.total)}};
  if (report.wants_intervals)
    object["intervals"] = report.intervals ? json_of(*report.intervals) : Json();
  if (report.judged) object["reliability"] = json_of(*report.judged);
  out << object.dump(2) << '\n';
}

void write_score_tsv(const ScoreReport& report, std::ostream& out) {
  out << "document";
  for (const Measure& measure : kMeasures)
    fmt::print(out, "\t{0}_f1\t{0}_precision\t{0}_recall", measure.name);
  out << "\tmissing\n";
  for (const ScoredDocument& document : report.documents) write_row(document, out);
  write_row(report.total, out);
}

}  // namespace muqabala::cli
