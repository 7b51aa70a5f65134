#pragma once

#include <vector>

#include "align/coverage/finding.h"
#include "align/coverage/pair_view.h"

namespace muqabala {

/// Words of the original left in the translation: in another script, or three and more of a row
/// where both languages share one. What is glossed, quoted, code or a link is meant so. O(words).
std::vector<Finding> find_untranslated(const PairView& pair);

}  // namespace muqabala
