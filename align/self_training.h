#pragma once

#include <vector>

#include "align/dynamic_program.h"
#include "align/model1.h"
#include "align/text_bead_costs.h"
#include "align/text_side.h"

namespace muqabala {

/// Two-sided beads of a path that speak for themselves: they cost less than nothing, so the texts
/// are likelier as a pair than apart, and hold at most 14 segments.
std::vector<SegmentPair> trusted_pairs(const Path& path);

/// Re-estimates length model, priors and literality weights from a path, each drawn towards its
/// starting value so that short texts are safe.
CostModel reestimate(const CostModel& initial, const Path& path, const TextSide& source,
                     const TextSide& target, const TranslationTable& table);

}  // namespace muqabala
