#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "align/length_cost.h"

namespace muqabala {

/// A word of a paired original, as the search for what was dropped sees it.
struct DroppableWord {
  /// log p(what is seen of it | dropped) - log p(the same | told); above 0 where it seems dropped.
  double dropped_nats = 0;
  /// Cost of a span that begins or ends right before this word: how unlike a clause's end it is.
  double boundary_nats = 0;
  double length_graphemes = 0;  ///< of the word and what stands between it and the next
};

/// Words `[begin, end)` that seem to have no counterpart.
struct DroppedSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  double gain_nats = 0;  ///< how much likelier all is with this span dropped than with it told
};

/// What was most likely dropped of a text of which a translation of `target_length` folded
/// characters is there: disjoint spans in order, never all of it, none where nothing speaks for it.
/// O(words).
std::vector<DroppedSpan> find_dropped_spans(std::span<const DroppableWord> words,
                                            double target_length, const LengthModel& length);

}  // namespace muqabala
