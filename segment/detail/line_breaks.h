#pragma once

#include <cstddef>
#include <cstdint>

#include "segment/detail/characters.h"

namespace muqabala::detail {

/// How the lines inside a block came to be.
enum class LineStyle : std::uint8_t {
  kUnknown,  ///< too few lines to tell
  kWrapped,  ///< prose that an editor broke at a fixed width
  kLoose,    ///< every line ends where its writer wanted: headings, verse, one sentence a line
};

/// What a line break means.
struct LineBreak {
  bool ends = true;       ///< the segment ends with the line
  const char* rule = "";  ///< why
};

/// Judges the single newlines inside a block.
class LineBreaks {
 public:
  /// Measures the lines of the block. O(length).
  explicit LineBreaks(const Characters& characters);

  LineStyle style() const { return style_; }

  /// The judgement on the newline (or CRLF) that begins at `newline`. O(length of a line at most,
  /// and no more than a few hundred characters of it).
  LineBreak operator()(std::size_t newline) const;

 private:
  const Characters& characters_;
  LineStyle style_ = LineStyle::kUnknown;
  std::size_t width_ = 0;  ///< characters of the longest line
};

}  // namespace muqabala::detail
