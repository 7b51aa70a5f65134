#pragma once

#include "align/coverage/finding.h"

namespace muqabala {

/// More likely right than wrong.
inline constexpr double kLeastConfidence = 0.5;

/// Omissions are told from here on: the middle of the range in which rasaif-cut has a precision of
/// at least .90 and a recall of at least .80, by weights of confidence that were fitted without the
/// document (docs/accuracy.md, "Omission findings").
inline constexpr double kLeastConfidenceOfOmissions = 0.4;

/// Additions are less sure, and cost the reader less: F1 is highest from here on rasaif-cut and on
/// hadith-cut.
inline constexpr double kLeastConfidenceOfAdditions = 0.3;

/// The least confidence at which a check tells a finding of this kind where its policy says
/// nothing.
constexpr double default_least_confidence(FindingKind kind) {
  switch (kind) {
    case FindingKind::kOmission:
      return kLeastConfidenceOfOmissions;
    case FindingKind::kAddition:
      return kLeastConfidenceOfAdditions;
    default:
      return kLeastConfidence;
  }
}

}  // namespace muqabala
