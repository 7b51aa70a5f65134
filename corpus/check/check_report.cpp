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

bool fails(const ReportedFinding& finding, Level fails_at) {
  return finding.status == FindingStatus::kOpen && finding.level >= fails_at;
}

bool has_failing_finding(const CheckReport& report) {
  return std::any_of(report.pairs.begin(), report.pairs.end(), [&](const PairResult& pair) {
    return std::any_of(pair.findings.begin(), pair.findings.end(),
                       [&](const ReportedFinding& f) { return fails(f, report.fails_at); });
  });
}

}  // namespace muqabala
