#pragma once

#include <cstdint>
#include <vector>

#include "align/alignment.h"
#include "align/band.h"
#include "align/bead_costs.h"
#include "align/dynamic_program.h"
#include "align/text_side.h"

namespace muqabala {

/// Per bead: 1 where it leaves a segment alone that probably has a counterpart beside it, as its
/// confidence says. What was moved is known to have none there, and what stands alone more often
/// than others (`TextSide::alone_nats`), as page furniture does, is not taken to.
std::vector<std::uint8_t> doubtful_nulls(const SentenceAlignment& alignment, const TextSide& source,
                                         const TextSide& target);

/// The path with its doubtful null beads paired: with a pair beside them, or with what stands alone
/// at the same place.
///
/// `is_doubtful`: per step of `path`; only null beads may be. Null beads that are not stay as they
/// are, and so does what has no doubtful null bead beside it. Where no way of pairing stands out,
/// nothing changes. `costs` must be readable in any order. A new pair's posterior is the least of
/// those of the pairs that it is made of and of what the posteriors of null beads leave to pairs.
/// O(segments beside doubtful null beads x width of the band x shapes).
Path pair_doubtful(const Path& path, const std::vector<std::uint8_t>& is_doubtful, const Band& band,
                   const BeadCosts& costs);

}  // namespace muqabala
