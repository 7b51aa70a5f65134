#pragma once

#include <cstddef>
#include <string_view>

namespace muqabala {

/// A half-open range of bytes, `[begin, end)`, in a text that the context names.
struct ByteRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool operator==(const ByteRange&) const = default;
};

/// The bytes of `text` that `range` covers. The range must lie inside the text.
inline std::string_view slice(std::string_view text, ByteRange range) {
  return text.substr(range.begin, range.size());
}

}  // namespace muqabala
