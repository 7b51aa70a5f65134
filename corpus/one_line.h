#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "segment/segmented_document.h"

namespace muqabala {

/// `text` for a file of lines: white space that holds a tab or a line end of any kind becomes one
/// space; nothing else changes.
std::string one_line(std::string_view text);

/// Segments `[begin, end)` as `one_line`, joined by a space; empty ones leave none.
std::string one_line(const SegmentedDocument& document, std::size_t begin, std::size_t end);

/// Segments on one line, and where in it they stand.
struct JoinedSegments {
  std::string text;                    ///< as `one_line` gives it
  std::vector<std::size_t> cuts = {};  ///< the bytes at which each segment but the first begins
};

JoinedSegments join_segments(const SegmentedDocument& document, std::size_t begin, std::size_t end);

}  // namespace muqabala
