#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muqabala {

/// One notion and the names that a language has for it, as CLDR (through ICU) gives them, unfolded.
struct CldrConcept {
  enum class Kind { kMonth, kWeekday, kTerritory, kLanguage, kCurrency, kNumber };
  Kind kind = Kind::kMonth;
  std::string id;  ///< `gregorian-11`, `islamic-9`, `weekday-1` (Sunday), `IQ`, `fr`, `USD`, `30`
  std::vector<std::string> names;  ///< distinct, commonest first; may hold several words
};

/// Everything CLDR can name in `language`: months of the Gregorian and Islamic calendars (for
/// Arabic with the variants of ar-LB, ar-SY, ar-IQ, ar-DZ, ar-MA, ar-TN, ...), weekdays, countries,
/// languages, currencies, and the numbers 0-20, 30, ... 90, 100, ... 900, one and two thousands,
/// millions and billions, and a trillion, spelled out (every RBNF rule set: genders, ordinals) with
/// the usual spellings ICU lacks. Names of one concept that fold alike come once. The same `id`s
/// come for every language, so that two lists make a bilingual lexicon. Empty if `language` is not
/// a well-formed tag. Costs 3-5 ms.
std::vector<CldrConcept> cldr_concepts(std::string_view language);

/// `word` in Latin letters, lower case, without marks and apostrophes (ICU's Any-Latin;
/// Latin-ASCII). The first call in a program takes about 10 ms, the first with Han characters 70,
/// others some microseconds. Any number of threads may call it.
std::string romanise(std::string_view word);

}  // namespace muqabala
