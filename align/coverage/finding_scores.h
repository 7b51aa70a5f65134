#pragma once

#include <cstddef>
#include <vector>

#include "align/coverage/coverage_report.h"
#include "align/evaluation.h"

namespace muqabala {

/// A segment that a finding says has no counterpart.
struct FoundSegment {
  double confidence = 0;  ///< its finding's
  bool is_right = false;  ///< the gold has it in a row with an empty side
};

/// Segments of one side without a counterpart: those found, and how many the gold holds.
struct FoundSegments {
  std::vector<FoundSegment> found;
  std::size_t gold = 0;
  FoundSegments& operator+=(const FoundSegments& other);
};

/// The omissions and the additions of one or more documents. What was taken for furniture was added
/// too, but is never said to be omitted.
struct JudgedFindings {
  FoundSegments omissions;
  FoundSegments additions;
  JudgedFindings& operator+=(const JudgedFindings& other);
};

/// Holds what `cover` found against the gold, segment by segment. O(findings + gold).
JudgedFindings judge(const std::vector<Finding>& findings, const std::vector<GoldBead>& gold);

/// Precision and recall of the findings of at least this confidence.
Counts counts_from(const FoundSegments& segments, double least_confidence);

}  // namespace muqabala
