#pragma once

#include <vector>

#include "align/band.h"
#include "align/text_side.h"
#include "align/translation_table.h"

namespace muqabala {

/// A source segment and a target segment that share telling words.
struct AnchorPoint {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float weight = 0;
};

/// Pairs of segments with rare words in common, up to eight a source segment, found by an inverted
/// index. Sorted by source. O(words x postings of rare words).
std::vector<AnchorPoint> find_candidates(const TextSide& source, const TextSide& target,
                                         const TranslationTable& table);

/// The heaviest chain in which both sides grow strictly, without points that stand off the line of
/// their neighbours. O(points log points).
std::vector<AnchorPoint> anchor_chain(const std::vector<AnchorPoint>& candidates,
                                      std::size_t source_count, std::size_t target_count);

/// The band in which to search: the whole grid where it is small, else along the anchor chain,
/// wider the longer a gap between two anchors is and the more it departs from the texts' slope.
/// Never more than about 6 x 10^6 nodes and 80 a segment, which take 9 bytes each.
Band initial_band(const TextSide& source, const TextSide& target, const TranslationTable& table);

}  // namespace muqabala
