#pragma once

#include <vector>

#include "align/coverage/finding.h"
#include "align/coverage/pair_view.h"

namespace muqabala {

/// Passages of the original that the translation tells twice: added segments that tell what the
/// pair beside them tells, and segments repeated word for word where the original repeats nothing.
/// O(words).
std::vector<Finding> find_duplicates(const PairView& pair);

}  // namespace muqabala
