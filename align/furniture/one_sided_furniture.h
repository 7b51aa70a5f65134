#pragma once

#include <cstddef>
#include <vector>

#include "align/text_side.h"
#include "segment/segmented_document.h"

namespace muqabala {

/// Segments, by number and in order.
struct OneSidedFurniture {
  std::vector<std::size_t> source;
  std::vector<std::size_t> target;
};

/// Short segments that look like furniture of a kind of which the other side has none: where only
/// the translation is a web page, its buttons have no counterpart, while the date lines of two
/// pages may belong together. The words are those of `index_words`. O(bytes).
OneSidedFurniture one_sided_furniture(const SegmentedDocument& source, const TextSide& source_words,
                                      const SegmentedDocument& target,
                                      const TextSide& target_words);

}  // namespace muqabala
