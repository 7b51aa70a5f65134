// Dates of two calendars meet in day numbers. Islamic dates are reckoned by the civil (tabular)
// calendar, after Reingold and Dershowitz (Calendrical Calculations, 4th ed., 2018, ch. 7): a few
// operations a date, where ICU's calendars, which give the same days, take microseconds.

#include "segment/quantities/calendar_date.h"

#include <chrono>

namespace muqabala {
namespace {

/// Sightings of the moon differ by a day or two from every table of the Islamic calendar.
constexpr long kCalendarTolerance = 2;

/// Days since 1 January 1970, both included.
struct DaySpan {
  long first = 0;
  long last = 0;
};

/// 1 Muharram of the year 1 is 16 July 622 (Julian).
constexpr long kIslamicEpoch = -492'148;

long floor_divided(long a, long b) { return a / b - (a % b < 0 ? 1 : 0); }

long islamic_day_number(long year, long month, long day) {
  return kIslamicEpoch + day - 1 + 29 * (month - 1) + (6 * month - 1) / 11 + (year - 1) * 354 +
         floor_divided(3 + 11 * year, 30);
}

long gregorian_day_number(int year, int month, int day) {
  using namespace std::chrono;
  const year_month_day first{std::chrono::year(year),
                             std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(1)};
  return sys_days(first).time_since_epoch().count() + day - 1;
}

/// Day number of `day` (1 is the first) of month `month`.
long day_number(Calendar calendar, int year, int month, int day) {
  return calendar == Calendar::kIslamic ? islamic_day_number(year, month, day)
                                        : gregorian_day_number(year, month, day);
}

DaySpan days_of(const CalendarDate& date) {
  const Calendar calendar = date.calendar;
  const int years = date.is_decade ? 10 : 1;
  const int year = *date.year;
  if (!date.month)
    return {day_number(calendar, year, 1, 1), day_number(calendar, year + years, 1, 1) - 1};
  if (!date.day)
    return {day_number(calendar, year, *date.month, 1),
            *date.month == 12 ? day_number(calendar, year + 1, 1, 1) - 1
                              : day_number(calendar, year, *date.month + 1, 1) - 1};
  const long day = day_number(calendar, year, *date.month, *date.day);
  return {day, day};
}

bool is_placed(const CalendarDate& date) { return date.year && !date.is_short_year; }

DateComparison compare_across_calendars(const CalendarDate& a, const CalendarDate& b) {
  if (!is_placed(a) || !is_placed(b)) return {};
  const DaySpan x = days_of(a);
  const DaySpan y = days_of(b);
  const bool is_alike =
      x.first <= y.last + kCalendarTolerance && y.first <= x.last + kCalendarTolerance;
  return is_alike ? DateComparison{.agreeing = 1} : DateComparison{.conflicting = 1};
}

bool same_year(const CalendarDate& a, const CalendarDate& b) {
  const int span_a = a.is_decade ? 10 : 1;
  const int span_b = b.is_decade ? 10 : 1;
  int x = *a.year;
  int y = *b.year;
  if (a.is_short_year || b.is_short_year) {
    x %= 100;
    y %= 100;
  }
  // A year within a decade is no conflict, and no proof either way.
  return a.is_decade == b.is_decade ? x == y : x < y + span_b && y < x + span_a;
}

void count(DateComparison& comparison, const std::optional<int>& a, const std::optional<int>& b) {
  if (!a || !b) return;
  ++(*a == *b ? comparison.agreeing : comparison.conflicting);
}

}  // namespace

DateComparison compare(const CalendarDate& a, const CalendarDate& b) {
  DateComparison result;
  if (a.calendar != b.calendar) {
    result = compare_across_calendars(a, b);
  } else {
    if (a.year && b.year) ++(same_year(a, b) ? result.agreeing : result.conflicting);
    count(result, a.month, b.month);
    count(result, a.day, b.day);
  }
  count(result, a.weekday, b.weekday);
  return result;
}

std::optional<int> weekday_of(const CalendarDate& date) {
  if (!is_placed(date) || !date.month || !date.day || date.is_decade) return std::nullopt;
  const long day = days_of(date).first;
  constexpr long kThursday = 5;  // 1 January 1970
  return static_cast<int>(((day + kThursday - 1) % 7 + 7) % 7) + 1;
}

}  // namespace muqabala
