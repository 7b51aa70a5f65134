#pragma once

#include <cstdint>
#include <optional>

namespace muqabala {

enum class Calendar : std::uint8_t { kGregorian, kIslamic };

/// A date, or the fields of it that a text gives.
struct CalendarDate {
  Calendar calendar = Calendar::kGregorian;
  std::optional<int> year = {};     ///< before the era: negative
  std::optional<int> month = {};    ///< 1 to 12
  std::optional<int> day = {};      ///< of the month, 1 to 31
  std::optional<int> weekday = {};  ///< 1 (Sunday) to 7
  bool is_short_year = false;       ///< `year` has its last two digits only ('14)
  bool is_decade = false;           ///< `year` is the first of ten (1990s)

  bool operator==(const CalendarDate&) const = default;
};

/// How two dates compare, field by field.
struct DateComparison {
  int agreeing = 0;     ///< fields that both give, alike
  int conflicting = 0;  ///< fields that both give, unlike
};

/// Compares the fields that both dates give. Dates of two calendars with a year each are compared
/// by the days they cover: two days apart at most is alike, for Islamic months begin when the moon
/// is seen. Without a year, fields of two calendars do not compare.
DateComparison compare(const CalendarDate& a, const CalendarDate& b);

/// The weekday (1 Sunday to 7 Saturday) of a full date; none where a field is missing.
std::optional<int> weekday_of(const CalendarDate& date);

}  // namespace muqabala
