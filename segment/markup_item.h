#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "segment/base/byte_range.h"

namespace muqabala {

enum class MarkupKind : std::uint8_t {
  kLink,
  kImage,
  kCode,         ///< code in a line of text
  kCodeBlock,    ///< a block of code, which is no part of the text
  kFootnote,     ///< the mark of a footnote, in the text and before the note
  kPlaceholder,  ///< what a program will put a value in place of
  kTag,          ///< an element of HTML or JSX that stands in the text
};

/// Something in a file that a translation carries over instead of translating it.
struct MarkupItem {
  MarkupKind kind = MarkupKind::kLink;
  /// Where it stands in `Document::text`: a link's words, an image's alternative text, the code,
  /// the mark. Empty, at the place in question, for what leaves no text.
  ByteRange range;
  /// The address; the code; the footnote's label, in digits 0-9 where it is a number; the
  /// placeholder without needless spaces, or the tag without attributes. Addresses and code in a
  /// line are kept up to `kLongestMarkupTarget` bytes.
  std::string target;
};

/// An address can be a whole file (`data:`), and be used thousands of times.
inline constexpr std::size_t kLongestMarkupTarget = 512;

}  // namespace muqabala
