#include "cli/reports/scores.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <array>
#include <nlohmann/json.hpp>

#include "align/coverage/least_confidence.h"
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
constexpr const char* kOmissions = "omission";

std::string cell(const Counts& counts) {
  return fmt::format("{:.3f} ({:.3f}/{:.3f})", counts.f1(), counts.precision(), counts.recall());
}

std::string line_of(const ScoredDocument& document) {
  std::string line;
  for (const Measure& measure : kMeasures)
    line += fmt::format("{}{} {}", line.empty() ? "" : "  ", measure.name,
                        cell(document.scores.*measure.counts));
  if (document.omissions) line += fmt::format("  {} {}", kOmissions, cell(*document.omissions));
  return document.missing == 0 ? line : fmt::format("{}  MISSING {}", line, document.missing);
}

Json json_of(const Counts& counts) {
  return {{"f1", counts.f1()}, {"precision", counts.precision()}, {"recall", counts.recall()}};
}

Json json_of(const ScoredDocument& document) {
  Json object = {{"name", printable(document.name)}};
  for (const Measure& measure : kMeasures)
    object[measure.name] = json_of(document.scores.*measure.counts);
  if (document.omissions) object[kOmissions] = json_of(*document.omissions);
  object["missing"] = document.missing;
  return object;
}

void write_row(const ScoredDocument& document, std::ostream& out) {
  const auto write_cells = [&](const Counts& counts) {
    fmt::print(out, "\t{:.6f}\t{:.6f}\t{:.6f}", counts.f1(), counts.precision(), counts.recall());
  };
  out << printable(document.name);
  for (const Measure& measure : kMeasures) write_cells(document.scores.*measure.counts);
  if (document.omissions) write_cells(*document.omissions);
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

/// One kind of findings and what it is called.
struct FindingColumn {
  FindingKind kind;
  FoundSegments JudgedFindings::*segments;
};

constexpr std::array kFindingColumns = {
    FindingColumn{FindingKind::kOmission, &JudgedFindings::omissions},
    FindingColumn{FindingKind::kAddition, &JudgedFindings::additions}};

/// The least confidences at which findings are counted: tenths.
constexpr std::size_t kCurvePoints = 10;

double curve_point(std::size_t k) { return static_cast<double>(k) / kCurvePoints; }

void write_findings(const JudgedFindings& findings, std::ostream& out) {
  for (const FindingColumn& column : kFindingColumns) {
    const FoundSegments& segments = findings.*column.segments;
    fmt::print(out, "\nfrom  {:>9}s  precision  recall  F1\n", name(column.kind));
    const double told_from = default_least_confidence(column.kind);
    for (std::size_t k = 0; k < kCurvePoints; ++k) {
      const Counts counts = counts_from(segments, curve_point(k));
      fmt::print(out, "{:.1f}   {:10}  {:9.3f}  {:6.3f}  {:.3f}\n", curve_point(k),
                 counts.predicted, counts.precision(), counts.recall(), counts.f1());
    }
    fmt::print(out, "{} segments in the gold; check tells {}s from a confidence of {:.2f}: {}\n",
               segments.gold, name(column.kind), told_from, cell(counts_from(segments, told_from)));
  }
}

Json json_of(const JudgedFindings& findings) {
  Json object = Json::object();
  for (const FindingColumn& column : kFindingColumns) {
    const FoundSegments& segments = findings.*column.segments;
    Json curve = Json::array();
    for (std::size_t k = 0; k < kCurvePoints; ++k) {
      const Counts counts = counts_from(segments, curve_point(k));
      Json point = {{"least_confidence", curve_point(k)}, {"found", counts.predicted}};
      point.update(json_of(counts));
      curve.push_back(std::move(point));
    }
    object[std::string(name(column.kind))] = {
        {"gold", segments.gold},
        {"default_least_confidence", default_least_confidence(column.kind)},
        {"curve", std::move(curve)}};
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
  if (report.findings) write_findings(*report.findings, out);
}

void write_score_json(const ScoreReport& report, std::ostream& out) {
  Json list = Json::array();
  for (const ScoredDocument& document : report.documents) list.push_back(json_of(document));
  Json object{{"documents", std::move(list)}, {"total", json_of(report.total)}};
  if (report.wants_intervals)
    object["intervals"] = report.intervals ? json_of(*report.intervals) : Json();
  if (report.judged) object["reliability"] = json_of(*report.judged);
  if (report.findings) object["findings"] = json_of(*report.findings);
  out << object.dump(2) << '\n';
}

void write_score_tsv(const ScoreReport& report, std::ostream& out) {
  const auto write_names = [&](std::string_view measure) {
    fmt::print(out, "\t{0}_f1\t{0}_precision\t{0}_recall", measure);
  };
  out << "document";
  for (const Measure& measure : kMeasures) write_names(measure.name);
  if (report.total.omissions) write_names(kOmissions);
  out << "\tmissing\n";
  for (const ScoredDocument& document : report.documents) write_row(document, out);
  write_row(report.total, out);
}

}  // namespace muqabala::cli
