#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muqabala {

/// One notion and the names that a language has for it, as CLDR (through ICU) gives them, unfolded.
struct CldrConcept {
  enum class Kind { kMonth, kWeekday, kTerritory, kLanguage, kCurrency, kNumber };
  Kind kind = Kind::kMonth;
  std::string id;  ///< `gregorian-11`, `islamic-9`, `weekday-6`, `IQ`, `fr`, `USD`, `30`
  std::vector<std::string> names;  ///< distinct, commonest first; may hold several words
};

/// Everything CLDR can name in `language`: months of the Gregorian and Islamic calendars (for
/// Arabic with the variants of ar-LB, ar-SY, ar-IQ, ar-DZ, ar-MA, ar-TN, ...), weekdays, countries,
/// languages, currencies, and the numbers 0-20, 30, ... 90, 100, ... 900, 1000, million, billion
/// spelled out (every RBNF rule set: genders, ordinals) with the usual spellings ICU lacks.
/// The same `id`s come for every language, so that two lists make a bilingual lexicon.
std::vector<CldrConcept> cldr_concepts(std::string_view language);

/// `word` in Latin letters, lower case, without marks (ICU's Any-Latin; Latin-ASCII).
std::string romanise(std::string_view word);

}  // namespace muqabala
