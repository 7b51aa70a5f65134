#pragma once

#include <cstddef>
#include <vector>

#include "align/dynamic_program.h"
#include "align/model1.h"
#include "align/text_bead_costs.h"
#include "align/text_side.h"

namespace muqabala {

/// True for a bead that one may learn from: it has both sides, costs less than nothing, so that the
/// texts are likelier as a pair than apart, and holds at most 14 segments.
bool is_trusted(std::size_t source_segments, std::size_t target_segments, double cost_nats);

/// The trusted beads of a path.
std::vector<SegmentPair> trusted_pairs(const Path& path);

/// At most `most` of some pairs, evenly spread.
std::vector<SegmentPair> thinned(const std::vector<SegmentPair>& pairs, std::size_t most);

/// Re-estimates length model, priors, literality weights and edges from a path, each drawn towards
/// its starting value so that short texts are safe.
CostModel reestimate(const CostModel& initial, const Path& path, const TextSide& source,
                     const TextSide& target, const TranslationTable& table);

}  // namespace muqabala
