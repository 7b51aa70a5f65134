#pragma once

#include <array>
#include <cstddef>

namespace muqabala {

inline constexpr std::size_t kConfidenceFeatures = 12;

/// The measurements behind one bead's confidence. Of a bead that pairs segments, in this order:
///
///   logit of its posterior; 1 for a 1-1 bead; length cost; the most that a segment at one of its
///   ends is better explained by the pair beside; words' score a token; null beads beside it
///   (0 to 2); the least share of a segment's words that the other side explains; then zeros.
///
/// Of a null bead, where its run is all null beads of its side between two pairs:
///
///   log of its characters in the target, 0 in the source; the highest logit of a posterior in its
///   run; 1 in the target; the higher pull (as
///   above) of the pairs beside; 1 for a run of one; how many of the pairs beside are not 1-1; 1
///   where the other side has null beads at the same place; log of the run's characters; the share
///   of its words that a pair beside explains, less the share of that pair's own; 1 at an end of
///   the text; what joining it to a pair beside would cost by length; the share of the document's
///   pairs that are 1-1: where sentence follows sentence, one without a partner tells more.
struct ConfidenceFeatures {
  bool is_null = false;
  std::array<double, kConfidenceFeatures> values = {};
};

}  // namespace muqabala
