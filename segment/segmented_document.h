#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "segment/document.h"

namespace muqabala {

/// A sentence, heading or line: an exact slice of the document's text.
struct Segment {
  ByteRange range;          ///< in `Document::text`; no white space at either end
  std::uint32_t block = 0;  ///< index into `Document::blocks`
};

/// A document and its segments, in order and disjoint. What lies between two segments is white
/// space (where a block has nothing else, also format characters that nobody sees) or stands
/// outside every block; segments and gaps together are the text.
struct SegmentedDocument {
  Document document;
  std::vector<Segment> segments;

  std::size_t size() const { return segments.size(); }
  std::string_view text(std::size_t i) const& {
    return slice(document.text.view(), segments[i].range);
  }
  std::string_view text(std::size_t i) const&& = delete;
};

}  // namespace muqabala
