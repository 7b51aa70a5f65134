// What two numbers prove depends on how they are written. Digits prove most; "one", "first",
// "half", "hundreds" are so often idiom that only a like word of another value speaks against them.

#include "align/coverage/values/compare_numbers.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace muqabala {
namespace {

using Form = NumberForm;

/// Digits of a double that arithmetic on scales leaves untouched.
constexpr double kPrecision = 1e-9;
/// From here on, number words are hardly ever idiom.
constexpr double kLeastTellingCardinal = 13;

/// A note's number and one in the text are hardly ever meant to be one.
constexpr double kNoteAgainstText = 0.35;
/// What stands in brackets is often the editor's or translator's own.
constexpr double kInBrackets = 0.5;

bool equal(double a, double b) {
  return std::abs(a - b) <= kPrecision * std::max({1.0, std::abs(a), std::abs(b)});
}

bool is_percent(const NumberMention& number) {
  return std::any_of(number.units.begin(), number.units.end(),
                     [](const UnitSense& unit) { return unit.dimension == Dimension::kShare; });
}

/// A third is 33 percent to most people.
bool is_share(const NumberMention& percent, const NumberMention& fraction) {
  return is_percent(percent) && fraction.form == Form::kFraction &&
         std::abs(percent.values[0] - 100 * fraction.values[0]) < 1;
}

bool shares_unit(const NumberMention& a, const NumberMention& b) {
  for (const UnitSense& x : a.units) {
    for (const UnitSense& y : b.units) {
      if (x.name == y.name) return true;
    }
  }
  return false;
}

bool shares_dimension(const NumberMention& a, const NumberMention& b) {
  return shares_unit(a, b) || units_conflict(a.units, b.units);
}

/// A bare thousand or million is as good as "very many", and ألف is a verb, too.
bool is_bare_scale(double value) {
  return value == 1e2 || value == 1e3 || value == 2e3 || value == 1e6 || value == 1e9;
}

double clash_of_forms(const NumberMention& a, const NumberMention& b) {
  const double least = std::min(a.values[0], b.values[0]);
  if (a.form == b.form) {
    switch (a.form) {
      case Form::kDigits:
        return 0.9;
      case Form::kCardinal:
        return least >= 3 ? 0.8 : least >= 2 ? 0.65 : 0;
      case Form::kOrdinal:
        return least >= 2 ? 0.7 : 0;
      case Form::kFraction:
        return 0.65;
      case Form::kVague:
        return 0.7;
      case Form::kRoman:
        return 0.8;
      default:
        return 0;
    }
  }
  const auto are = [&](Form x, Form y) {
    return (a.form == x && b.form == y) || (a.form == y && b.form == x);
  };
  if (are(Form::kDigits, Form::kCardinal)) return least >= 3 ? 0.8 : least >= 2 ? 0.6 : 0;
  if (are(Form::kDigits, Form::kOrdinal)) return least >= 3 ? 0.75 : 0;
  if (are(Form::kCardinal, Form::kOrdinal)) return least >= kLeastTellingCardinal ? 0.7 : 0;
  if (are(Form::kRoman, Form::kOrdinal) || are(Form::kRoman, Form::kCardinal))
    return least >= 2 ? 0.6 : 0;
  if (are(Form::kRoman, Form::kDigits)) return 0.5;
  const bool is_dual = a.form == Form::kDual || b.form == Form::kDual;
  if (is_dual && (are(Form::kDual, Form::kCardinal) || are(Form::kDual, Form::kDigits))) {
    const NumberMention& dual = a.form == Form::kDual ? a : b;
    if (shares_unit(a, b)) return 0.7;
    const double other = std::max(a.values[0], b.values[0]);
    if (dual.units.empty() && other >= 3 && !is_bare_scale(other)) return 0.55;
  }
  return 0;
}

}  // namespace

bool equal_value(const NumberMention& a, const NumberMention& b) {
  for (const double x : a.values) {
    for (const double y : b.values) {
      if (equal(x, y)) return true;
    }
  }
  return false;
}

bool same_value(const NumberMention& a, const NumberMention& b) {
  return equal_value(a, b) || is_share(a, b) || is_share(b, a) ||
         converts(a.values[0], a.units, b.values[0], b.units);
}

double fit(const NumberMention& a, const NumberMention& b) {
  double score = shares_unit(a, b) ? 2 : 0;
  if (units_conflict(a.units, b.units)) score -= 2;
  if (a.form == b.form) score += 1;
  return score;
}

double clash(const NumberMention& a, const NumberMention& b) {
  const double confidence = clash_of_forms(a, b);
  // 5 percent and 20 years are two things.
  const bool are_unlike = !a.units.empty() && !b.units.empty() && !shares_dimension(a, b);
  return confidence * (are_unlike ? 0.6 : 1) * (a.in_note != b.in_note ? kNoteAgainstText : 1);
}

double loss(const NumberMention& number) {
  const double value = number.values[0];
  if (number.in_note) return 0;
  // Books number their paragraphs.
  const double kept = number.in_brackets ? kInBrackets : 1;
  if (number.form == Form::kDigits) return value > 2 && !number.begins_text ? 0.6 * kept : 0;
  if (number.form == Form::kCardinal && !is_bare_scale(value))
    return value >= kLeastTellingCardinal ? 0.55 * kept : 0;
  return 0;
}

bool is_field_of(const NumberMention& number, const DateMention& date) {
  const auto is_it = [&](const std::optional<int>& field) {
    return field && std::any_of(number.values.begin(), number.values.end(),
                                [&](double value) { return equal(value, *field); });
  };
  return std::any_of(date.readings.begin(), date.readings.end(), [&](const CalendarDate& reading) {
    return is_it(reading.day) || is_it(reading.year) || is_it(reading.month);
  });
}

}  // namespace muqabala
