#pragma once

#include <cstddef>
#include <vector>

#include "align/coverage/finding.h"

namespace muqabala {

/// How much of each side has a counterpart. Characters are code points that are not white space;
/// segments without any (blank lines) count as segments of their side, but are never omitted or
/// added. What was moved has a counterpart. Furniture is no part of the text: it is neither omitted
/// nor added, and left out of the shares.
struct CoverageSummary {
  std::size_t source_segments = 0;
  std::size_t target_segments = 0;
  std::size_t omitted_segments = 0;
  std::size_t added_segments = 0;
  std::size_t source_furniture_segments = 0;
  std::size_t target_furniture_segments = 0;
  /// Characters of the source with a counterpart, in [0,1]; 1 for a source without characters,
  /// of which nothing is missing.
  double source_share = 0;
  double target_share = 0;  ///< the same for the target
};

struct CoverageReport {
  std::vector<Finding> findings;  ///< in document order
  CoverageSummary summary;
};

}  // namespace muqabala
