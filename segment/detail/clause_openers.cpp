#include "segment/detail/clause_openers.h"

#include <algorithm>
#include <cassert>
#include <charconv>

#include "segment/lists/built_in_lists.h"
#include "segment/text/utf8_text.h"

namespace muqabala::detail {
namespace {

std::string_view next_line(std::string_view& rest) {
  const std::size_t newline = rest.find('\n');
  const std::string_view line = rest.substr(0, newline);
  rest.remove_prefix(newline == std::string_view::npos ? rest.size() : newline + 1);
  return line;
}

std::size_t number(std::string_view digits) {
  std::size_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  assert(value > 0 && "a list of clauses has a prefix without a number");
  return value;
}

}  // namespace

const ClauseOpeners& ClauseOpeners::of(std::string_view tag) {
  static const ClauseOpeners arabic(lists::kClausesArabic);
  static const ClauseOpeners english(lists::kClausesEnglish);
  static const ClauseOpeners none{std::string_view()};
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  if (primary == "ar" || primary == "arb") return arabic;
  return primary == "en" ? english : none;
}

ClauseOpeners::ClauseOpeners(std::string_view file) {
  std::string_view heading;
  while (!file.empty()) {
    const std::string_view line = next_line(file);
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      heading = line;
    } else if (heading == "[prefix-behind-comma]") {
      const std::size_t space = line.find(' ');
      prefixes_.push_back({std::string(line.substr(0, space)), number(line.substr(space + 1))});
    } else if (heading == "[anywhere]") {
      words_[std::string(line)] = Where::kAnywhere;
      first_letters_.push_back(code_point_at(line, 0).value);
    } else {
      assert(heading == "[behind-comma]" && "a list of clauses has an unknown heading");
      words_.try_emplace(std::string(line), Where::kBehindComma);
    }
  }
  std::sort(first_letters_.begin(), first_letters_.end());
  first_letters_.erase(std::unique(first_letters_.begin(), first_letters_.end()),
                       first_letters_.end());
}

bool ClauseOpeners::opens_behind_comma(const Word& word) const {
  if (word.empty() || word.overlong) return false;
  const std::string text(word.text());
  if (words_.contains(text)) return true;
  return std::any_of(prefixes_.begin(), prefixes_.end(), [&](const Prefix& prefix) {
    return text.starts_with(prefix.letter) && word.letters > prefix.min_letters;
  });
}

bool ClauseOpeners::opens_anywhere(const Word& word) const {
  if (word.empty() || word.overlong) return false;
  const auto found = words_.find(std::string(word.text()));
  return found != words_.end() && found->second == Where::kAnywhere;
}

bool ClauseOpeners::may_open_anywhere(char32_t first) const {
  return std::find(first_letters_.begin(), first_letters_.end(), first) != first_letters_.end();
}

}  // namespace muqabala::detail
