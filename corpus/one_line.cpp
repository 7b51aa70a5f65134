#include "corpus/one_line.h"

#include "corpus/detail/characters.h"

namespace muqabala {

std::string one_line(std::string_view text) {
  const auto is_gap = [](char32_t c) { return detail::is_white_space(c) || detail::ends_line(c); };
  std::string line;
  line.reserve(text.size());
  std::size_t at = 0;
  // The characters from `at` on that are gaps, or that are none.
  const auto take = [&](bool gaps, bool& breaks) {
    const std::size_t begin = at;
    while (at < text.size()) {
      const CodePoint c = code_point_at(text, at);
      if (is_gap(c.value) != gaps) break;
      breaks |= c.value == U'\t' || detail::ends_line(c.value);
      at += c.size_bytes;
    }
    return text.substr(begin, at - begin);
  };
  while (at < text.size()) {
    bool breaks = false;
    line += take(false, breaks);
    const std::string_view gap = take(true, breaks);
    line += breaks ? std::string_view(" ") : gap;
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
