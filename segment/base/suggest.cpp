#include "segment/base/suggest.h"

#include <algorithm>
#include <numeric>

namespace muqabala {
namespace {

/// Edits that lead from `a` to `b`: a letter added, left out, changed, or two neighbours swapped
/// (optimal string alignment; after Damerau 1964). O(|a| x |b|).
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before_last;
  std::vector<std::size_t> last(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<std::size_t> row(b.size() + 1, i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({change, last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = std::move(last);
    last = std::move(row);
  }
  return last.back();
}

}  // namespace

std::string_view suggest(std::string_view typed, const std::vector<std::string_view>& known) {
  constexpr std::size_t kLongestName = 64;
  if (typed.empty() || typed.size() > kLongestName) return {};
  std::string_view nearest;
  std::size_t least = std::max<std::size_t>(1, typed.size() / 3) + 1;
  for (const std::string_view name : known) {
    const std::size_t distance = edit_distance(typed, name);
    if (distance < least && distance < name.size()) {
      least = distance;
      nearest = name;
    }
  }
  if (!nearest.empty()) return nearest;
  const auto longer = std::find_if(known.begin(), known.end(), [&](std::string_view name) {
    return typed.size() >= 2 && name.starts_with(typed);
  });
  return longer == known.end() ? std::string_view{} : *longer;
}

}  // namespace muqabala
