#pragma once

#include <cstddef>
#include <string>
#include <unordered_set>

#include "segment/quantities/detail/lexed_text.h"

namespace muqabala::detail {

// What may stand between the parts of a date, and what tells that a word or number is one. Folded;
// several words are joined by spaces, and the empty string is nothing at all.

using Words = std::unordered_set<std::string>;

const Words& ordinal_endings();  ///< `st` of `21st`
const Words& before_day();       ///< between a month and the day after it
const Words& between_day_and_month();
const Words& between_month_names();  ///< of one month: تشرين الثاني/نوفمبر
const Words& before_year();
const Words& around_weekday();
const Words& range_marks();  ///< 10-15 June, بين 10 و15

/// Before or after a name that leaves no doubt that it is a month's or weekday's.
const Words& month_cues_before();
const Words& month_cues_after();

const Words& year_cues();       ///< before a number that is a year
const Words& islamic_cues();    ///< the same, of the Islamic calendar
const Words& numbering_cues();  ///< before a number that is no year: of a law, a flight, a road

enum class Era { kNone, kGregorian, kIslamic, kBefore };

struct EraWord {
  Era era = Era::kNone;
  std::size_t words = 0;
};

/// The era named at word `at`: `AH`, هـ, م, ق.م.
EraWord era_at(const LexedText& text, std::size_t at);

}  // namespace muqabala::detail
