#pragma once

#include "align/dynamic_program.h"
#include "align/length_cost.h"
#include "align/text_side.h"
#include "align/translation_table.h"

namespace muqabala {

/// Sets free the dropped and added segments that a neighbour's bead has absorbed.
///
/// A bead of several source segments holds a dropped one where its first or last segment shares few
/// words with the target, one word counting for one word, and the lengths fit better without it;
/// likewise for added ones. Such a segment becomes a null bead; the posteriors of both are the
/// bead's, weighed by how clear the case is. Costs are left to be filled in. O(words of the beads).
Path release_absorbed(const Path& path, const TextSide& source, const TextSide& target,
                      const TranslationTable& table, const LengthModel& length);

}  // namespace muqabala
