#include <nlohmann/json.hpp>

#include "cli/reports/check_formats.h"

namespace muqabala::cli {
namespace {

using Json = nlohmann::ordered_json;

Json placed(const std::optional<PlacedText>& text) {
  if (!text) return nullptr;
  return {{"path", text->begin.path},      {"start", text->begin.offset_bytes},
          {"end", text->end.offset_bytes}, {"line", text->begin.line},
          {"column", text->begin.column},  {"text", text->text}};
}

Json to_json(const ReportedFinding& finding) {
  return {{"kind", name(finding.kind)},
          {"severity", name(finding.level)},
          {"status", name(finding.status)},
          {"confidence", finding.confidence},
          {"message", finding.message},
          {"fingerprint", finding.fingerprint},
          {"segment_fingerprints", finding.segment_fingerprints},
          {"source", placed(finding.source)},
          {"target", placed(finding.target)},
          {"note", finding.note}};
}

}  // namespace

void write_check_json(const CheckReport& report, std::ostream& out) {
  Json findings = Json::array();
  Json failures = Json::array();
  for (const PairResult& pair : report.pairs) {
    for (const ReportedFinding& finding : pair.findings) findings.push_back(to_json(finding));
    if (pair.failure)
      failures.push_back({{"source", pair.source_path},
                          {"target", pair.target_path},
                          {"message", pair.failure->what()}});
  }
  const Json json = {{"findings", findings},
                     {"failures", failures},
                     {"summary", {{"pairs", report.pairs.size()}, {"findings", findings.size()}}}};
  out << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace muqabala::cli
