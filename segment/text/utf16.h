#pragma once

#include <string>
#include <string_view>

#include "segment/text/offset_map.h"
#include "segment/text/utf8_text.h"

namespace muqabala {

/// UTF-8 made from UTF-16, and the way back.
struct DecodedUtf16 {
  Utf8Text text;       ///< without the byte order mark
  OffsetMap to_bytes;  ///< from `text` to the bytes given
};

/// Whether `bytes` begin with UTF-16's byte order mark, in either order (and not with UTF-32's).
bool has_utf16_mark(std::string_view bytes);

/// Decodes `bytes`, which begin with a byte order mark. Throws `errors::invalid_utf16` in the name
/// of `path` for a lone surrogate and for half a code unit at the end.
DecodedUtf16 decode_utf16(std::string_view bytes, const std::string& path);

}  // namespace muqabala
