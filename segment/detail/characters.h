#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "segment/text/utf8_text.h"

namespace muqabala::detail {

/// What the rules of the splitter tell apart. A character is exactly one of these.
enum class CharClass : std::uint8_t {
  kEnd,          ///< no character: before the first or behind the last one
  kOther,        ///< symbols, signs, currency: content without a role
  kTransparent,  ///< marks, tatweel, direction and other format characters: no rule sees them
  kSpace,
  kNewline,
  kUpper,  ///< upper and title case
  kLower,
  kArabic,     ///< letters of the Arabic script
  kLetter,     ///< letters without case of other scripts
  kDigit,      ///< decimal digits of every script
  kPeriod,     ///< a full stop that also abbreviates
  kEllipsis,   ///< U+2026
  kStrong,     ///< ends a sentence wherever it stands: ? ! ؟ ۔ 。
  kSeparator,  ///< , ; : and their Arabic sisters
  kOpen,       ///< opening brackets
  kClose,      ///< closing brackets
  kQuote,      ///< quotation marks of any direction, apostrophes
  kDash,
  kNote,  ///< signs of footnotes: superscript digits, daggers, asterisk
  kAyah,  ///< U+06DD, with the number of the verse behind it
  kCount
};

/// The class of one code point, by ICU's character properties.
CharClass class_of(char32_t value);

/// 0 to 9 for decimal digits of every script, otherwise -1.
int digit_value(char32_t value);

inline bool is_gap(CharClass kind) {
  return kind == CharClass::kSpace || kind == CharClass::kNewline;
}
inline bool is_letter(CharClass kind) {
  return kind >= CharClass::kUpper && kind <= CharClass::kLetter;
}
inline bool is_content(CharClass kind) {
  return kind >= CharClass::kUpper && kind <= CharClass::kDigit;
}
inline bool is_stop(CharClass kind) {
  return kind >= CharClass::kPeriod && kind <= CharClass::kStrong;
}

/// One character of a text: what it is, and which bytes it took.
struct Character {
  char32_t value = 0;
  CharClass kind = CharClass::kEnd;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The characters of a text, decoded where they are looked at: a text of any size costs no memory.
/// Refers to the text, which must be well-formed and outlive it.
class Characters {
 public:
  explicit Characters(std::string_view text);

  std::size_t size() const { return text_.size(); }
  std::string_view text() const { return text_; }

  /// The character that begins at `at`; `kEnd` at the end of the text.
  Character at(std::size_t at) const {
    if (at >= text_.size()) return Character{.begin = text_.size(), .end = text_.size()};
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) return Character{byte, table_[byte], at, at + 1};
    const CodePoint point = code_point_at(text_, at);
    return Character{point.value, lookup(point.value), at, at + point.size_bytes};
  }

  /// The character that ends at `end`; `kEnd` at the begin of the text.
  Character before(std::size_t end) const {
    if (end == 0) return Character{};
    const CodePoint point = code_point_before(text_, end);
    return Character{point.value, lookup(point.value), end - point.size_bytes, end};
  }

  /// The first character from `at` on that is not transparent.
  Character visible_at(std::size_t at) const {
    Character c = this->at(at);
    while (c.kind == CharClass::kTransparent) c = this->at(c.end);
    return c;
  }

  /// The last character before `end` that is not transparent.
  Character visible_before(std::size_t end) const {
    Character c = before(end);
    while (c.kind == CharClass::kTransparent) c = before(c.begin);
    return c;
  }

  /// The first character from `at` on that is neither transparent nor white space.
  Character solid_at(std::size_t at) const {
    Character c = this->at(at);
    while (c.kind == CharClass::kTransparent || is_gap(c.kind)) c = this->at(c.end);
    return c;
  }

  /// The last character before `end` that is neither transparent nor white space.
  Character solid_before(std::size_t end) const {
    Character c = before(end);
    while (c.kind == CharClass::kTransparent || is_gap(c.kind)) c = before(c.begin);
    return c;
  }

  /// Behind the transparent characters that begin at `at`.
  std::size_t skip_transparent(std::size_t at) const { return visible_at(at).begin; }

  /// The number of characters in `[begin, end)`, transparent ones left out, counted up to `limit`.
  std::size_t count_visible(std::size_t begin, std::size_t end, std::size_t limit) const;

 private:
  CharClass lookup(char32_t value) const {
    return value < kTableSize ? table_[value] : class_of(value);
  }

  static constexpr char32_t kTableSize = 0x10000;
  static const CharClass* table();

  std::string_view text_;
  const CharClass* table_;
};

/// Finds the next character that fulfils `matches`, again and again for growing positions, in time
/// linear in the text over all calls: what was searched once is not searched again.
template <class Predicate>
class NextSuch {
 public:
  NextSuch(const Characters& characters, Predicate matches)
      : characters_(characters), matches_(matches) {}

  /// The begin of the first such character from `at` on; the size of the text where none is left.
  std::size_t operator()(std::size_t at) {
    if (known_ && searched_from_ <= at && at <= found_) return found_;
    Character c = characters_.at(at);
    while (c.kind != CharClass::kEnd && !matches_(c)) c = characters_.at(c.end);
    known_ = true;
    searched_from_ = at;
    found_ = c.begin;
    return found_;
  }

 private:
  const Characters& characters_;
  Predicate matches_;
  bool known_ = false;
  std::size_t searched_from_ = 0;
  std::size_t found_ = 0;
};

}  // namespace muqabala::detail
