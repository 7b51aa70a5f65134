#include "corpus/check/check_report.h"

#include <algorithm>

namespace muqabala {

std::string_view name(Level level) {
  switch (level) {
    case Level::kOff:
      return "off";
    case Level::kNote:
      return "note";
    case Level::kWarning:
      return "warning";
    case Level::kError:
      return "error";
  }
  return "error";
}

std::string_view name(FindingStatus status) {
  switch (status) {
    case FindingStatus::kOpen:
      return "open";
    case FindingStatus::kAccepted:
      return "accepted";
    case FindingStatus::kKnown:
      return "known";
  }
  return "open";
}

bool has_failing_finding(const CheckReport& report) {
  const auto fails = [&](const ReportedFinding& finding) {
    return finding.status == FindingStatus::kOpen && finding.level >= report.fails_at;
  };
  return std::any_of(report.pairs.begin(), report.pairs.end(), [&](const PairResult& pair) {
    return std::any_of(pair.findings.begin(), pair.findings.end(), fails);
  });
}

}  // namespace muqabala
