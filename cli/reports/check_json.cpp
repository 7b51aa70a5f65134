#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/reports/check_digest.h"
#include "cli/reports/check_formats.h"

// A record a line, so that a large check is written as it is read and a person finds a finding with
// grep. The form is docs/check.schema.json; what changes the meaning of a field raises kVersion.
namespace muqabala::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;

/// Names of files may be any bytes; those that are no UTF-8 become U+FFFD.
std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Six digits hold more than any share or probability means, and no noise of the machine.
double rounded(double value) { return std::round(value * 1e6) / 1e6; }

Json to_json(const std::optional<PlacedText>& placed) {
  if (!placed) return nullptr;
  const Place& begin = placed->begin;
  const Place& end = placed->end;
  return {{"path", begin.path},       {"start", begin.offset_bytes}, {"end", end.offset_bytes},
          {"line", begin.line},       {"column", begin.column},      {"end_line", end.line},
          {"end_column", end.column}, {"text", placed->text}};
}

Json to_json(const ReportedFinding& finding, const PairResult& pair) {
  return {{"kind", name(finding.kind)},
          {"severity", name(finding.level)},
          {"status", name(finding.status)},
          {"confidence", rounded(finding.confidence)},
          {"message", finding.message},
          {"fingerprint", finding.fingerprint},
          {"segment_fingerprints", finding.segment_fingerprints},
          {"source", to_json(finding.source)},
          {"target", to_json(finding.target)},
          {"pair", {{"source", pair.source_path}, {"target", pair.target_path}}},
          {"note", finding.note},
          {"before_place", finding.before_place},
          {"behind_place", finding.behind_place}};
}

Json to_json(const CoverageSummary& summary) {
  return {{"source_segments", summary.source_segments},
          {"target_segments", summary.target_segments},
          {"omitted_segments", summary.omitted_segments},
          {"added_segments", summary.added_segments},
          {"source_share", rounded(summary.source_share)},
          {"target_share", rounded(summary.target_share)}};
}

Json to_json(const PairResult& pair) {
  Json json = {{"source", pair.source_path},
               {"target", pair.target_path},
               {"id", pair.id},
               {"unsure", pair.unsure},
               {"ignored", pair.ignored}};
  if (pair.failure) {
    const Place& where = pair.failure->where();
    json["error"] = {{"message", pair.failure->message()},
                     {"path", where.path},
                     {"line", where.line},
                     {"column", where.column},
                     {"start", where.offset_bytes}};
  } else {
    json["summary"] = to_json(pair.summary);
  }
  return json;
}

Json to_json(const StaleDecision& decision) {
  return {{"fingerprint", decision.fingerprint},
          {"source", decision.source_path},
          {"target", decision.target_path},
          {"text", decision.text}};
}

Json to_json(const FindingCounts& counts) {
  return {{"error", counts.open(Level::kError)},
          {"warning", counts.open(Level::kWarning)},
          {"note", counts.open(Level::kNote)},
          {"accepted", counts.accepted},
          {"known", counts.known}};
}

/// The counts of all pairs; shares are means over the pairs, weighed by their segments.
CoverageSummary total(const std::vector<PairResult>& pairs) {
  CoverageSummary sum;
  double source_covered = 0;
  double target_covered = 0;
  for (const PairResult& pair : pairs) {
    const CoverageSummary& summary = pair.summary;
    sum.source_segments += summary.source_segments;
    sum.target_segments += summary.target_segments;
    sum.omitted_segments += summary.omitted_segments;
    sum.added_segments += summary.added_segments;
    source_covered += summary.source_share * static_cast<double>(summary.source_segments);
    target_covered += summary.target_share * static_cast<double>(summary.target_segments);
  }
  const auto share = [](double covered, std::size_t all) {
    return all == 0 ? 1 : covered / static_cast<double>(all);
  };
  sum.source_share = share(source_covered, sum.source_segments);
  sum.target_share = share(target_covered, sum.target_segments);
  return sum;
}

Json summary_of(const CheckReport& report) {
  const CheckCounts counts = count_findings(report);
  Json by_kind = Json::object();
  for (const auto& [kind, of_kind] : counts.by_kind)
    by_kind[std::string(name(kind))] = to_json(of_kind);
  Json json = {{"pairs", report.pairs.size()},
               {"failed_pairs", counts.failed_pairs},
               {"findings", counts.all.open() + counts.all.accepted + counts.all.known},
               {"open", counts.all.open()},
               {"failing", counts.failing},
               {"fails_at", name(report.fails_at)},
               {"fails", counts.failing > 0},
               {"stale", report.stale.size()},
               {"counts", to_json(counts.all)},
               {"by_kind", by_kind}};
  json.update(to_json(total(report.pairs)));
  return json;
}

/// The records of an array, a line each.
class Lines {
 public:
  explicit Lines(std::ostream& out) : out_(out) {}
  void write(const Json& record) {
    out_ << (is_first_ ? "\n" : ",\n") << dumped(record);
    is_first_ = false;
  }

 private:
  std::ostream& out_;
  bool is_first_ = true;
};

}  // namespace

void write_check_json(const CheckReport& report, std::ostream& out) {
  out << "{\"version\":" << kVersion << ",\n\"findings\":[";
  Lines findings(out);
  for (const PairResult& pair : report.pairs)
    for (const ReportedFinding& finding : pair.findings) findings.write(to_json(finding, pair));
  out << "],\n\"pairs\":[";
  Lines pairs(out);
  for (const PairResult& pair : report.pairs) pairs.write(to_json(pair));
  out << "],\n\"stale\":[";
  Lines stale(out);
  for (const StaleDecision& decision : report.stale) stale.write(to_json(decision));
  out << "],\n\"summary\":" << dumped(summary_of(report)) << "}\n";
}

}  // namespace muqabala::cli
