#pragma once

#include <vector>

#include "align/alignment.h"
#include "align/text_bead_costs.h"
#include "align/text_side.h"
#include "align/translation_table.h"

namespace muqabala {

/// The dropped and added segments of an alignment that translate each other: text that stands
/// elsewhere in the translation.
///
/// Ordered by source. Every segment of a move is a null bead of the alignment and in no other move.
/// Precise rather than complete: a false move would hide an omission. O(words of the null beads).
std::vector<Move> find_moved(const SentenceAlignment& alignment, const TextSide& source,
                             const TextSide& target, const TranslationTable& table,
                             const CostModel& model);

}  // namespace muqabala
