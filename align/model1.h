#pragma once

#include <cstddef>
#include <vector>

#include "align/text_side.h"
#include "align/translation_table.h"

namespace muqabala {

/// Runs of segments of two texts that are taken to translate each other.
struct SegmentPair {
  IndexRange<SourceIndex> source;
  IndexRange<TargetIndex> target;
};

struct Model1Options {
  int iterations = 5;
};

/// Learns `p(told|given)` in both directions from pairs of segments, by EM.
///
/// Dictionary entries (`prior`) shape the start and stay in as pseudo-counts. O(iterations x pairs
/// of words inside the segment pairs).
TranslationTable train_model1(const TextSide& source, const TextSide& target,
                              const std::vector<SegmentPair>& pairs, const PriorLinks& prior,
                              const Model1Options& options);

}  // namespace muqabala
