#include "segment/quantities/detail/number_context.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "segment/text/folding.h"

namespace muqabala::detail {
namespace {

constexpr std::array<std::string_view, 7> kMoneySigns = {"$", "£", "€", "¥", "₺", "₽", "₹"};

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_punctuation(const LexedText& text, std::size_t at) {
  return at < text.size() && text.words[at].kind == TokenKind::kPunctuation;
}

/// `per cent`, في المئة: two words at `at`.
bool is_percent_in_two(const LexedText& text, std::size_t at) {
  static const std::array<std::string, 3> hundreds = {fold_key("المئة"), fold_key("المائة"),
                                                      fold_key("الماية")};
  if (text.key(at) == "per" && text.key(at + 1) == "cent") return true;
  static const std::string in = fold_key("في");
  return text.key(at) == in &&
         std::find(hundreds.begin(), hundreds.end(), text.key(at + 1)) != hundreds.end();
}

bool is_percent_in_one(const std::string& key) {
  static const std::array<std::string, 3> words = {fold_key("بالمئة"), fold_key("بالمائة"),
                                                   fold_key("بالماية")};
  return std::find(words.begin(), words.end(), key) != words.end();
}

}  // namespace

bool is_money_sign(const LexedText& text, std::size_t at) {
  return at > 0 && is_one_of(text.key(at - 1), kMoneySigns);
}

std::span<const UnitSense> unit_of_word(const std::string& folded_word) {
  if (const auto senses = unit_senses(folded_word); !senses.empty()) return senses;
  static const std::array<std::string, 5> prefixes = {
      fold_key("ال"), fold_key("وال"), fold_key("بال"), fold_key("لل"), fold_key("ب")};
  for (const std::string& prefix : prefixes) {
    if (!folded_word.starts_with(prefix)) continue;
    const auto senses = unit_senses(folded_word.substr(prefix.size()));
    if (!senses.empty()) return senses;
  }
  return {};
}

UnitWords units_around(const LexedText& text, std::size_t begin, std::size_t end) {
  std::size_t at = end;
  if (text.key(at) == "-" && text.touches(at) && text.touches(at + 1)) ++at;  // 46-year-old
  if (is_percent_in_two(text, at)) return {unit_senses("%"), at, at + 2};
  if (is_percent_in_one(text.key(at))) return {unit_senses("%"), at, at + 1};
  static const std::string of = fold_key("من");
  if (text.key(at) == of || text.key(at) == "of") ++at;
  if (const auto senses = unit_of_word(text.key(at)); !senses.empty()) return {senses, at, at + 1};
  if (begin > 0 && (is_money_sign(text, begin) || text.key(begin - 1) == "%"))
    return {unit_senses(text.key(begin - 1)), begin - 1, begin};
  return {};
}

bool is_half_of_day(const LexedText& text, std::size_t at) {
  static const std::array<std::string, 6> words = {fold_key("صباحا"), fold_key("مساء"),
                                                   fold_key("ظهرا"),  fold_key("عصرا"),
                                                   fold_key("ليلا"),  fold_key("فجرا")};
  const std::string& key = text.key(at);
  if (key == "am" || key == "pm" || key == "a.m" || key == "p.m") return true;
  static const std::string after = fold_key("بعد");
  static const std::string noon = fold_key("الظهر");
  if (key == after) return text.key(at + 1) == noon;
  return std::find(words.begin(), words.end(), key) != words.end();
}

bool follows_between(const LexedText& text, std::size_t at) {
  static const std::string between = fold_key("بين");
  return at > 0 && text.key(at - 1) == between;
}

bool is_lone_percent(const LexedText& text, std::size_t at) {
  if (is_percent_in_one(text.key(at))) return true;
  return at > 0 && is_percent_in_two(text, at - 1);
}

bool is_reference(const LexedText& text, std::size_t begin, std::size_t end) {
  if (text.words[begin].in_note) return true;
  static const std::unordered_set<std::string> cues = [] {
    std::unordered_set<std::string> words = {"no",  "nos",  "p",     "pp",     "page",
                                             "vol", "ayah", "verse", "verses", "surah"};
    for (const std::string_view word : {"ص", "ج", "الآية", "آية", "الآيتين", "الآيات", "حديث"})
      words.insert(fold_key(word));
    return words;
  }();
  std::size_t before = begin;  // the cue, a full stop or bracket left out
  while (before > 0 && before + 2 > begin && is_punctuation(text, before - 1)) --before;
  if (before > 0 && cues.contains(text.key(before - 1))) return true;
  // 2:222 is a verse; what may be a time of day is read as one before.
  const bool has_colon = (text.key(end) == ":" && text.touches(end) && text.touches(end + 1) &&
                          text.is_digits(end + 1)) ||
                         (begin > 1 && text.key(begin - 1) == ":" && text.touches(begin) &&
                          text.touches(begin - 1) && text.is_digits(begin - 2));
  if (has_colon) return true;
  // (27 /38), (5 - 10 /92): digits and strokes alone in their brackets.
  const auto is_inner = [&](std::size_t at) {
    return text.is_digits(at) || text.key(at) == "/" || text.key(at) == "-";
  };
  constexpr std::size_t kMost = 6;
  std::size_t first = begin;
  while (first > 0 && begin - first < kMost && is_inner(first - 1)) --first;
  std::size_t last = end;
  while (last - end < kMost && is_inner(last)) ++last;
  const bool is_alone = first > 0 && text.key(first - 1) == "(" && text.key(last) == ")";
  return is_alone && last - first > 1;
}

bool is_marker(const LexedText& text, std::size_t begin, std::size_t end) {
  if (!text.is_digits(begin) || end != begin + 1) return false;
  const bool is_first = begin == 0;
  const bool is_after_bracket = begin > 0 && is_punctuation(text, begin - 1);
  const std::string& before = is_first ? text.key(text.size()) : text.key(begin - 1);
  const std::string& after = text.key(end);
  if (is_after_bracket && before == "[" && after == "]") return true;
  if (is_after_bracket && (before == "(" || before == "{") && (after == ")" || after == "}") &&
      (begin == 1 || end + 1 == text.size()))
    return true;
  const bool closes = after == "." || after == ")" || after == "-" || after == "\u2013" ||
                      after == ":" || after == "]";
  if (is_first && closes && text.touches(end) &&
      (end + 1 >= text.size() || text.words[end + 1].spaced))
    return true;
  if (is_first && closes && after == "-" && text.words[end].spaced) return true;  // 12 - text
  // F125 is a name, also where it is written onto a word of another script.
  if (!is_first && text.touches(begin) && text.words[begin - 1].kind == TokenKind::kWord) {
    const char last = before.empty() ? ' ' : before.back();
    if (last >= 'a' && last <= 'z') return true;
  }
  return text.word_count == end - begin;  // a page's number
}

int roman_value(std::string_view word) {
  constexpr std::size_t kLongest = 7;  // XXXVIII
  if (word.size() < 2 || word.size() > kLongest) return 0;
  const auto value_of = [](char c) { return c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : 0; };
  int value = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const int here = value_of(word[i]);
    if (here == 0) return 0;
    const int next = i + 1 < word.size() ? value_of(word[i + 1]) : 0;
    value += here < next ? -here : here;
  }
  return value < 40 ? value : 0;
}

}  // namespace muqabala::detail
