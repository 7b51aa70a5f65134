#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "segment/base/byte_range.h"
#include "segment/quantities/calendar_date.h"
#include "segment/quantities/units.h"

namespace muqabala {

/// How a number is written. What its absence from a translation proves depends on it.
enum class NumberForm : std::uint8_t {
  kDigits,    ///< `1,234`, `2.5 million`, `21st`
  kCardinal,  ///< `twenty-three`
  kOrdinal,   ///< `third`, in words
  kFraction,  ///< `half`, `two thirds`, `3/4`
  kRoman,     ///< `XIV`
  kDual,      ///< two of a unit in one word (عامين); `both`, `couple`
  kVague,     ///< `hundreds`, `tens of thousands`
  kLoose,     ///< a number word of a language whose grammar of numbers is not known
  kMarker,    ///< of a list or note: `12.` before a paragraph, `[3]`
};

/// A number in a text.
struct NumberMention {
  ByteRange range = {};  ///< its words, without the unit
  NumberForm form = NumberForm::kDigits;
  std::vector<double> values = {};        ///< at least one; any may be meant, the likeliest first
  std::span<const UnitSense> units = {};  ///< of what, where that is said; any may be meant
  ByteRange unit_range = {};              ///< the unit's words; `range` where none is said
  bool in_brackets = false;               ///< in round brackets
  bool begins_text = false;
  /// Part of a note or reference: in square brackets, after `p.`, or after the mark of a note that
  /// begins the text.
  bool in_note = false;
};

/// A date in a text, or as much of one as is said.
struct DateMention {
  ByteRange range;
  std::vector<CalendarDate> readings;  ///< at least one; any may be meant
  bool is_sure = true;                 ///< false: may be no date at all (`3/4`), or a note's
  bool in_brackets = false;            ///< in round brackets
};

/// What a text says in numbers and dates, each list in the order of the text.
struct Mentions {
  std::vector<NumberMention> numbers;
  std::vector<DateMention> dates;
};

}  // namespace muqabala
