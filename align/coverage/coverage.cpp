// The front door of the detectors: each looks for one kind of finding, none knows another;
// where one finding explains another away, that is settled here.

#include "align/coverage/coverage.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "align/coverage/duplicates.h"
#include "align/coverage/markup.h"
#include "align/coverage/missing_segments.h"
#include "align/coverage/names.h"
#include "align/coverage/partial.h"
#include "align/coverage/terms.h"
#include "align/coverage/untranslated.h"
#include "align/coverage/value_faults.h"

namespace muqabala {
namespace {

using Detector = std::vector<Finding> (*)(const PairView&);

/// What looks inside the pairs.
const std::vector<Detector> kDetectors = {
    find_partial_omissions, find_value_faults,  find_name_faults,  find_untranslated,
    find_duplicates,        find_missing_terms, find_markup_faults};

void append(std::vector<Finding>& findings, std::vector<Finding> more) {
  findings.insert(findings.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
}

/// Takes names back where a part of their pair was dropped: those left over may belong to it.
void drop_names_beside_dropped_parts(std::vector<Finding>& findings) {
  std::vector<std::pair<SourceIndex, SourceIndex>> dropped;
  for (const Finding& finding : findings)
    if (finding.kind == FindingKind::kPartial)
      dropped.emplace_back(finding.source.begin_index, finding.source.end_index);
  std::sort(dropped.begin(), dropped.end());
  std::erase_if(findings, [&](const Finding& finding) {
    if (finding.kind != FindingKind::kName) return false;
    const auto next = std::partition_point(dropped.begin(), dropped.end(), [&](const auto& part) {
      return part.second <= finding.source.begin_index;
    });
    return next != dropped.end() && next->first < finding.source.end_index;
  });
}

}  // namespace

CoverageReport cover(const PairView& pair, const CoverOptions& options) {
  CoverageReport report =
      find_missing_segments(pair.source, pair.target, pair.alignment,
                            find_furniture(pair.source, pair.target, pair.alignment));
  if (!options.looks_inside) return report;
  for (const Detector detect : kDetectors) append(report.findings, detect(pair));
  drop_names_beside_dropped_parts(report.findings);
  std::stable_sort(report.findings.begin(), report.findings.end(),
                   [](const Finding& a, const Finding& b) {
                     return std::pair(a.source.begin_index, a.target.begin_index) <
                            std::pair(b.source.begin_index, b.target.begin_index);
                   });
  return report;
}

}  // namespace muqabala
