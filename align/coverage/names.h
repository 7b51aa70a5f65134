#pragma once

#include <vector>

#include "align/coverage/finding.h"
#include "align/coverage/pair_view.h"

namespace muqabala {

/// Names inside the pairs that the other side does not hold: exchanged for another name, dropped,
/// or told by the translation alone. O(words + entries of the lexicon).
std::vector<Finding> find_name_faults(const PairView& pair);

}  // namespace muqabala
