#include "segment/detail/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <memory>

namespace muqabala::detail {
namespace {

struct OneCharacter {
  char32_t value;
  CharClass kind;
};

/// Characters whose role differs from what their Unicode properties say.
constexpr OneCharacter kExceptions[] = {
    {U'\t', CharClass::kSpace},
    {U'\u0640', CharClass::kTransparent},  // tatweel
    {U'\u200B', CharClass::kTransparent},  // zero width space
    {U'\u06DD', CharClass::kAyah},
    {U'.', CharClass::kPeriod},
    {U'\uFF0E', CharClass::kPeriod},
    {U'\u2024', CharClass::kPeriod},
    {U'\u2026', CharClass::kEllipsis},
    {U'\u061E', CharClass::kOther},   // triple dot mark
    {U'\u17D4', CharClass::kStrong},  // Khmer's stops, which ICU 72 does not know
    {U'\u17D5', CharClass::kStrong},
    {U',', CharClass::kSeparator},
    {U';', CharClass::kSeparator},
    {U':', CharClass::kSeparator},
    {U'\u060C', CharClass::kSeparator},
    {U'\u061B', CharClass::kSeparator},
    {U'\uFF0C', CharClass::kSeparator},
    {U'\uFF1B', CharClass::kSeparator},
    {U'\uFF1A', CharClass::kSeparator},
    {U'\u3001', CharClass::kSeparator},
    {U'"', CharClass::kQuote},
    {U'\'', CharClass::kQuote},
    {U'`', CharClass::kQuote},
    {U'\u201A', CharClass::kQuote},
    {U'\u201E', CharClass::kQuote},
    {U'\u201F', CharClass::kQuote},
    {U'\u201B', CharClass::kQuote},
    {U'*', CharClass::kNote},
    {U'\u2020', CharClass::kNote},
    {U'\u2021', CharClass::kNote},
    {U'\u00B2', CharClass::kNote},
    {U'\u00B3', CharClass::kNote},
    {U'\u00B9', CharClass::kNote},
};

bool is_newline(char32_t value) {
  return (value >= 0x0A && value <= 0x0D) || value == 0x85 || value == 0x2028 || value == 0x2029;
}

/// Letters by case and script; modifier letters (the ayn and hamza of transliteration) are letters.
/// Georgian's are lower case to Unicode, but its capitals only set whole words off: no sentence
/// begins with one.
CharClass letter_class(UChar32 value, UCharCategory category) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(value, &status);
  if (script == USCRIPT_GEORGIAN) return CharClass::kLetter;
  if (category == U_UPPERCASE_LETTER || category == U_TITLECASE_LETTER) return CharClass::kUpper;
  if (category == U_LOWERCASE_LETTER) return CharClass::kLower;
  return script == USCRIPT_ARABIC ? CharClass::kArabic : CharClass::kLetter;
}

constexpr std::array<CharClass, U_CHAR_CATEGORY_COUNT> category_classes() {
  std::array<CharClass, U_CHAR_CATEGORY_COUNT> classes{};
  for (CharClass& kind : classes) kind = CharClass::kOther;
  classes[U_NON_SPACING_MARK] = CharClass::kTransparent;
  classes[U_ENCLOSING_MARK] = CharClass::kTransparent;
  classes[U_COMBINING_SPACING_MARK] = CharClass::kTransparent;
  classes[U_FORMAT_CHAR] = CharClass::kTransparent;
  classes[U_CONTROL_CHAR] = CharClass::kTransparent;
  classes[U_DECIMAL_DIGIT_NUMBER] = CharClass::kDigit;
  classes[U_START_PUNCTUATION] = CharClass::kOpen;
  classes[U_END_PUNCTUATION] = CharClass::kClose;
  classes[U_INITIAL_PUNCTUATION] = CharClass::kQuote;
  classes[U_FINAL_PUNCTUATION] = CharClass::kQuote;
  classes[U_DASH_PUNCTUATION] = CharClass::kDash;
  return classes;
}

CharClass class_by_properties(char32_t value) {
  const auto c = static_cast<UChar32>(value);
  if (is_newline(value)) return CharClass::kNewline;
  if (u_isUWhiteSpace(c)) return CharClass::kSpace;
  const auto category = static_cast<UCharCategory>(u_charType(c));
  if (u_isalpha(c) && category != U_NON_SPACING_MARK && category != U_COMBINING_SPACING_MARK)
    return letter_class(c, category);
  if (u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK) == U_SB_STERM) return CharClass::kStrong;
  if (category == U_OTHER_NUMBER && u_hasBinaryProperty(c, UCHAR_ID_CONTINUE) == 0 &&
      u_getIntPropertyValue(c, UCHAR_DECOMPOSITION_TYPE) == U_DT_SUPER)
    return CharClass::kNote;
  return category_classes()[category];
}

}  // namespace

CharClass class_of(char32_t value) {
  for (const OneCharacter& exception : kExceptions)
    if (exception.value == value) return exception.kind;
  return class_by_properties(value);
}

int digit_value(char32_t value) { return u_charDigitValue(static_cast<UChar32>(value)); }

const CharClass* Characters::table() {
  static const std::unique_ptr<CharClass[]> classes = [] {
    auto made = std::make_unique<CharClass[]>(kTableSize);
    for (char32_t value = 0; value < kTableSize; ++value) made[value] = class_by_properties(value);
    for (const OneCharacter& exception : kExceptions) made[exception.value] = exception.kind;
    return made;
  }();
  return classes.get();
}

Characters::Characters(std::string_view text) : text_(text), table_(table()) {}

std::size_t Characters::count_visible(std::size_t begin, std::size_t end, std::size_t limit) const {
  std::size_t count = 0;
  for (Character c = visible_at(begin); c.begin < end && count < limit; c = visible_at(c.end))
    ++count;
  return count;
}

}  // namespace muqabala::detail
