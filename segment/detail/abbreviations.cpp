#include "segment/detail/abbreviations.h"

#include <array>
#include <cassert>
#include <unordered_map>

#include "segment/lists/built_in_lists.h"

namespace muqabala::detail {
namespace {

constexpr auto kCount = static_cast<std::size_t>(WordList::kCount);

/// In the order of `WordList`.
constexpr std::array<std::string_view, kCount> kHeadings = {
    "title",   "title-everywhere", "never",         "number", "month",   "day",
    "may-end", "list-end",         "hour",          "zone",   "starter", "conjunction",
    "brand",   "speech",           "speech-ending", "era",    "naming",  "heading"};

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
using Table = std::unordered_map<std::string, ListMask, Hash, std::equal_to<>>;

std::string_view next_line(std::string_view& rest) {
  const std::size_t newline = rest.find('\n');
  const std::string_view line = rest.substr(0, newline);
  rest.remove_prefix(newline == std::string_view::npos ? rest.size() : newline + 1);
  return line;
}

ListMask mask_of_heading(std::string_view line) {
  for (std::size_t i = 0; i < kCount; ++i)
    if (line.size() == kHeadings[i].size() + 2 &&
        line.substr(1, kHeadings[i].size()) == kHeadings[i])
      return mask_of(static_cast<WordList>(i));
  assert(false && "a list file has a heading that no rule knows");
  return 0;
}

/// Reads `[heading]` lines, one entry a line below each, and `#` lines as comments; shows every
/// entry with its list.
template <class Visit>
void for_each_entry(std::string_view file, const Visit& visit) {
  ListMask current = 0;
  while (!file.empty()) {
    const std::string_view line = next_line(file);
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      current = mask_of_heading(line);
    } else {
      visit(line, current);
    }
  }
}

const Table& table() {
  static const Table made = [] {
    Table all;
    for (const std::string_view file : lists::kAll)
      for_each_entry(file,
                     [&](std::string_view word, ListMask list) { all[std::string(word)] |= list; });
    return all;
  }();
  return made;
}

}  // namespace

ListMask lists_of(std::string_view word) {
  const auto found = table().find(word);
  return found == table().end() ? 0 : found->second;
}

std::vector<std::string> words_on(WordList list) {
  std::vector<std::string> words;
  for (const std::string_view file : lists::kAll)
    for_each_entry(file, [&](std::string_view word, ListMask mask) {
      if (mask == mask_of(list)) words.emplace_back(word);
    });
  return words;
}

std::string_view heading_of(WordList list) { return kHeadings[static_cast<std::size_t>(list)]; }

}  // namespace muqabala::detail
