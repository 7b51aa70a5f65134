#include "align/coverage/finding_scores.h"

#include <unordered_set>

namespace muqabala {
namespace {

/// The segments of one side that the gold leaves alone.
std::unordered_set<std::size_t> alone_in(const std::vector<GoldBead>& gold,
                                         std::vector<std::size_t> GoldBead::*side) {
  std::unordered_set<std::size_t> alone;
  for (const GoldBead& bead : gold)
    if (bead.source.empty() || bead.target.empty())
      alone.insert((bead.*side).begin(), (bead.*side).end());
  return alone;
}

template <class Range>
void add(FoundSegments& segments, const Range& range, double confidence,
         const std::unordered_set<std::size_t>& alone) {
  for (const auto i : range) segments.found.push_back({confidence, alone.contains(i.value())});
}

}  // namespace

FoundSegments& FoundSegments::operator+=(const FoundSegments& other) {
  found.insert(found.end(), other.found.begin(), other.found.end());
  gold += other.gold;
  return *this;
}

JudgedFindings& JudgedFindings::operator+=(const JudgedFindings& other) {
  omissions += other.omissions;
  additions += other.additions;
  return *this;
}

JudgedFindings judge(const std::vector<Finding>& findings, const std::vector<GoldBead>& gold) {
  const std::unordered_set<std::size_t> source = alone_in(gold, &GoldBead::source);
  const std::unordered_set<std::size_t> target = alone_in(gold, &GoldBead::target);
  JudgedFindings judged;
  judged.omissions.gold = source.size();
  judged.additions.gold = target.size();
  for (const Finding& finding : findings) {
    if (finding.kind == FindingKind::kOmission)
      add(judged.omissions, finding.source, finding.confidence, source);
    if (finding.kind == FindingKind::kAddition || finding.kind == FindingKind::kFurniture)
      add(judged.additions, finding.target, finding.confidence, target);
  }
  return judged;
}

Counts counts_from(const FoundSegments& segments, double least_confidence) {
  Counts counts;
  counts.gold = static_cast<double>(segments.gold);
  for (const FoundSegment& segment : segments.found) {
    if (segment.confidence < least_confidence) continue;
    ++counts.predicted;
    counts.right_predicted += segment.is_right ? 1 : 0;
  }
  counts.right_gold = counts.right_predicted;
  return counts;
}

}  // namespace muqabala
