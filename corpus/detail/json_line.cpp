#include "corpus/detail/json_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "corpus/detail/characters.h"
#include "segment/text/utf8_text.h"

namespace muqabala::detail {

std::string json_line(std::string_view json) {
  std::string line;
  line.reserve(json.size() + 1);
  for (std::size_t at = 0; at < json.size();) {
    const auto* const next = std::find_if(json.begin() + at, json.end(),
                                          [](char c) { return c == '\xC2' || c == '\xE2'; });
    line.append(json.begin() + at, next);
    at = static_cast<std::size_t>(next - json.begin());
    if (at == json.size()) break;
    const CodePoint c = code_point_at(json, at);
    if (ends_line(c.value)) {
      fmt::format_to(std::back_inserter(line), "\\u{:04x}", static_cast<unsigned>(c.value));
    } else {
      line += json.substr(at, c.size_bytes);
    }
    at += c.size_bytes;
  }
  return line;
}

double rounded(double value) {
  constexpr double kScale = 1e6;
  const double scaled = std::round(value * kScale) / kScale;
  return scaled == 0 ? 0 : scaled;  // never -0
}

}  // namespace muqabala::detail
