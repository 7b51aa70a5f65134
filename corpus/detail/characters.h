#pragma once

#include "segment/text/white_space.h"

namespace muqabala::detail {

using muqabala::is_white_space;  // also ends lines

/// Characters without a shape: direction marks, joiners, zero-width space, byte order mark.
constexpr bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

/// Characters that some reader of line-based files takes as the end of a line (Python's
/// `splitlines` knows the most).
constexpr bool ends_line(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

}  // namespace muqabala::detail
