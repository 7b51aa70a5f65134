#pragma once

#include <vector>

#include "align/coverage/finding.h"
#include "align/coverage/pair_view.h"

namespace muqabala {

/// Numbers and dates that the two sides of a pair tell differently, as `kNumber` and `kDate`
/// findings in document order.
///
/// Values are compared, not how they are written; both kinds are looked for at once, because a year
/// on one side may be a number on the other. What stands up to two beads away is no fault, nor is
/// what stands in null beads. Confidence falls with the bead's probability. O(text).
std::vector<Finding> find_value_faults(const PairView& pair);

}  // namespace muqabala
