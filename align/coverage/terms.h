#pragma once

#include <vector>

#include "align/coverage/finding.h"
#include "align/coverage/pair_view.h"

namespace muqabala {

/// Terms of the pair's glossary whose prescribed rendering is missing in the paired text, the
/// neighbouring segments included. The longest term counts. None without a glossary. O(words).
std::vector<Finding> find_missing_terms(const PairView& pair);

}  // namespace muqabala
