#include "segment/text/utf16.h"

#include <unicode/utf16.h>

#include <cassert>

#include "segment/base/error.h"

namespace muqabala {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kMarkBytes = 2;

/// The place of the code unit at `offset` when `text` is what stands before it.
Place place_after(std::string_view text, std::size_t offset, const std::string& path) {
  std::size_t line = 1;
  std::size_t line_start = 0;
  for (std::size_t at = text.find('\n'); at != text.npos; at = text.find('\n', at + 1)) {
    ++line;
    line_start = at + 1;
  }
  return {.path = path,
          .line = line,
          .column = 1 + count_code_points(text.substr(line_start)),
          .offset_bytes = offset};
}

}  // namespace

bool has_utf16_mark(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE\0\0"sv)) return false;
  return bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv);
}

DecodedUtf16 decode_utf16(std::string_view bytes, const std::string& path) {
  assert(has_utf16_mark(bytes));
  const bool little = bytes.front() == '\xFF';
  const auto unit_at = [&](std::size_t at) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return little ? static_cast<char32_t>(first | second << 8)
                  : static_cast<char32_t>(first << 8 | second);
  };

  std::string text;
  text.reserve(bytes.size());
  OffsetMap to_bytes;
  OffsetUnit unit;
  to_bytes.anchor(0, kMarkBytes);
  const std::size_t whole = bytes.size() / 2 * 2;
  for (std::size_t at = kMarkBytes; at < whole;) {
    char32_t value = unit_at(at);
    std::uint8_t width = 2;
    if (U16_IS_SURROGATE(value)) {
      const bool leads = U16_IS_SURROGATE_LEAD(value);
      if (!leads || at + 4 > whole || !U16_IS_TRAIL(unit_at(at + 2)))
        throw errors::invalid_utf16(place_after(text, at, path), "is half of a surrogate pair");
      value = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(value, unit_at(at + 2)));
      width = 4;
    }
    const std::size_t before = text.size();
    append_utf8(text, value);
    const OffsetUnit found{static_cast<std::uint8_t>(text.size() - before), width};
    if (found != unit) {
      to_bytes.anchor(before, at, found);
      unit = found;
    }
    at += width;
  }
  if (whole != bytes.size())
    throw errors::invalid_utf16(place_after(text, whole, path),
                                "is cut off by the end of the file");
  return {Utf8Text::trusted(std::move(text)), std::move(to_bytes)};
}

}  // namespace muqabala
