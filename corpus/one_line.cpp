#include "corpus/one_line.h"

#include "corpus/detail/characters.h"

namespace muqabala {

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    bool breaks = false;
    while (at < text.size()) {
      const CodePoint c = code_point_at(text, at);
      if (!detail::is_white_space(c.value) && !detail::ends_line(c.value)) break;
      breaks |= c.value == U'\t' || detail::ends_line(c.value);
      at += c.size_bytes;
    }
    if (breaks) {
      line += ' ';
    } else if (at > begin) {
      line += text.substr(begin, at - begin);
    } else {
      const std::size_t size = code_point_at(text, at).size_bytes;
      line += text.substr(at, size);
      at += size;
    }
  }
  return line;
}

std::string one_line(const SegmentedDocument& document, std::size_t begin, std::size_t end) {
  return join_segments(document, begin, end).text;
}

JoinedSegments join_segments(const SegmentedDocument& document, std::size_t begin,
                             std::size_t end) {
  JoinedSegments joined;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string segment = one_line(document.text(i));
    if (!segment.empty() && !joined.text.empty()) joined.text += ' ';
    if (i > begin) joined.cuts.push_back(joined.text.size());
    joined.text += segment;
  }
  return joined;
}

}  // namespace muqabala
