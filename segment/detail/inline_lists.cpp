#include "segment/detail/inline_lists.h"

#include <algorithm>
#include <iterator>

namespace muqabala::detail {
namespace {

constexpr unsigned kMaxItems = 99;

/// The letters in the order of their old numeric values, and in that of the dictionary.
constexpr char32_t kAbjad[] = U"أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
constexpr char32_t kAlphabet[] = U"أبتثجحخدذرزسشصضطظعغفقكلمنهوي";

/// The value of a number of at most two digits in any script; 0 for others.
unsigned value_of_digits(const Word& word) {
  unsigned value = 0;
  const std::string_view text = word.text();
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    const int digit = digit_value(point.value);
    if (digit < 0) return 0;
    value = 10 * value + static_cast<unsigned>(digit);
    at += point.size_bytes;
  }
  return value;
}

bool is_letter_at(const char32_t* letters, unsigned value, char32_t letter) {
  const std::size_t length = std::char_traits<char32_t>::length(letters);
  if (letter == U'ا') letter = U'أ';
  return value >= 1 && value <= length && letters[value - 1] == letter;
}

/// Behind the sign of a marker: `1.`, `1)`, `1-`, `1.)`.
Character behind_sign(const Characters& characters, const Character& sign) {
  const Character next = characters.visible_at(sign.end);
  const bool doubled = sign.kind == CharClass::kPeriod && next.value == U')';
  return doubled ? characters.visible_at(next.end) : next;
}

}  // namespace

InlineLists::Style InlineLists::style_of(const Word& word) {
  if (word.is_number() && word.dots == 0 && word.digits <= 2) return Style::kNumber;
  if (!word.is_single_letter()) return Style::kNone;
  if (word.first == CharClass::kLower) return Style::kSmall;
  if (word.first == CharClass::kUpper) return Style::kCapital;
  return word.is_arabic() ? Style::kArabic : Style::kNone;
}

bool InlineLists::counts_to(const Word& word, Style style, unsigned value) {
  if (style == Style::kNumber) return value_of_digits(word) == value;
  const char32_t letter = code_point_at(word.text(), 0).value;
  if (style == Style::kArabic)
    return is_letter_at(kAbjad, value, letter) || is_letter_at(kAlphabet, value, letter);
  return letter == (style == Style::kSmall ? U'a' : U'A') + value - 1;
}

/// A stop or semicolon before the marker, or a capital behind it; never behind `and`.
bool InlineLists::may_begin_item(const Word& word) const {
  const Character left = characters_.solid_before(marker_begin_);
  const Word earlier = word_before(characters_, left.end);
  if (earlier.is_on(WordList::kConjunction)) return false;
  if (is_stop(left.kind) || left.value == U';' || left.value == U'\u061B') return true;
  const Character right = behind_sign(characters_, characters_.visible_at(word.end));
  return characters_.solid_at(right.begin).kind == CharClass::kUpper;
}

bool InlineLists::see_sign(const Word& word, const Character& sign) {
  const Style style = style_of(word);
  if (style == Style::kNone) return false;
  marker_begin_ = word.begin;
  Character left = characters_.visible_before(word.begin);
  if (sign.value == U')' && left.value == U'(') {
    marker_begin_ = left.begin;
    left = characters_.visible_before(left.begin);
  }
  if (left.kind != CharClass::kEnd && !is_gap(left.kind)) return false;
  if (!is_gap(behind_sign(characters_, sign).kind)) return false;

  const bool has_item = characters_.solid_before(marker_begin_).end > last_sign_end_;
  if (expected_ > 1 && has_item && style == style_ && sign.value == sign_ &&
      counts_to(word, style, expected_)) {
    ++expected_;
    last_sign_end_ = sign.end;
    return expected_ <= kMaxItems && may_begin_item(word);
  }
  left = characters_.solid_before(marker_begin_);
  if ((left.kind == CharClass::kEnd || left.value == U':') && counts_to(word, style, 1)) {
    style_ = style;
    sign_ = sign.value;
    expected_ = 2;
    last_sign_end_ = sign.end;
  }
  return false;
}

}  // namespace muqabala::detail
