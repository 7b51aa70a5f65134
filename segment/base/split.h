#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace muqabala {

/// What stands between the `separator`s of `text`, which may be nothing: one part more than there
/// are separators. Refers to `text`.
inline std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// The longest runs of characters of `text` that all belong, by bytes. Refers to `text`.
template <class Belongs>
std::vector<std::string_view> runs_of(std::string_view text, const Belongs& belongs) {
  std::vector<std::string_view> runs;
  const auto end = text.end();
  for (auto at = std::find_if(text.begin(), end, belongs); at != end;) {
    const auto run_end = std::find_if_not(at, end, belongs);
    runs.emplace_back(at, run_end);
    at = std::find_if(run_end, end, belongs);
  }
  return runs;
}

}  // namespace muqabala
