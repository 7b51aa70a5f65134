// Values are paired one to one: first in each bead, the best fitting first; then what is left, with
// what is left in the beads around. O(values).

#include "align/coverage/values/match_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>

#include "align/coverage/values/compare_numbers.h"

namespace muqabala {
namespace {

/// Digits choose their partners before words that may be idiom.
bool chooses_first(const NumberMention& number) {
  return number.form == NumberForm::kDigits || number.form == NumberForm::kCardinal;
}

void match_numbers(BeadValues& bead, std::size_t at, ValueMatching& matching) {
  std::vector<PlacedNumber>& source = bead.source.numbers;
  std::vector<PlacedNumber>& target = bead.target.numbers;
  using Alike = bool (*)(const NumberMention&, const NumberMention&);
  const auto match = [&](Alike are_alike, bool first) {
    for (std::size_t i = 0; i < source.size(); ++i) {
      if (source[i].is_matched || chooses_first(source[i].mention) != first) continue;
      std::optional<std::size_t> best;
      double best_fit = 0;
      for_near(i, target.size(), [&](std::size_t j) {
        if (target[j].is_matched || !are_alike(source[i].mention, target[j].mention)) return;
        const double fits = fit(source[i].mention, target[j].mention);
        if (best && fits <= best_fit) return;
        best = j;
        best_fit = fits;
      });
      if (!best) continue;
      source[i].is_matched = target[*best].is_matched = true;
      const NumberMention& a = source[i].mention;
      const NumberMention& b = target[*best].mention;
      const bool is_conversion = converts(a.values[0], a.units, b.values[0], b.units);
      if (units_conflict(a.units, b.units) && !is_conversion)
        matching.unit_clashes.push_back({.bead = at, .numbers = {i, *best}});
    }
  };
  for (const Alike are_alike : {equal_value, same_value}) {
    match(are_alike, true);
    match(are_alike, false);
  }
}

/// Those with most fields alike first.
void match_dates(BeadValues& bead, std::size_t at, ValueMatching& matching) {
  std::vector<PlacedDate>& source = bead.source.dates;
  std::vector<PlacedDate>& target = bead.target.dates;
  struct Candidate {
    int agreeing;
    ValuePair pair;
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < source.size(); ++i) {
    for_near(i, target.size(), [&](std::size_t j) {
      const DateComparison comparison = compare(source[i].mention, target[j].mention);
      if (comparison.conflicting == 0 && comparison.agreeing > 0)
        candidates.push_back({comparison.agreeing, {i, j}});
    });
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.agreeing > b.agreeing; });
  for (const Candidate& candidate : candidates) {
    PlacedDate& a = source[candidate.pair.source];
    PlacedDate& b = target[candidate.pair.target];
    if (a.is_matched || b.is_matched) continue;
    a.is_matched = b.is_matched = true;
    matching.date_pairs.push_back({.bead = at, .dates = candidate.pair});
  }
}

/// A number of one side that is a year or day on the other (ألفين وثلاثة, 2003).
void match_number_to_date(std::vector<PlacedNumber>& numbers, std::vector<PlacedDate>& dates) {
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (dates[i].is_matched) continue;
    for_near(i, numbers.size(), [&](std::size_t j) {
      if (dates[i].is_matched || numbers[j].is_matched) return;
      if (is_field_of(numbers[j].mention, dates[i].mention))
        dates[i].is_matched = numbers[j].is_matched = true;
    });
  }
}

/// 116 123 and 116123: what one side writes in groups.
void match_groups(std::vector<PlacedNumber>& wholes, std::vector<PlacedNumber>& groups) {
  constexpr double kLeast = 10'000;
  for (std::size_t i = 0; i < wholes.size(); ++i) {
    PlacedNumber& whole = wholes[i];
    const double value = whole.mention.values[0];
    if (whole.is_matched || whole.mention.form != NumberForm::kDigits || value < kLeast) continue;
    const std::string digits = fmt::format("{:.0f}", value);
    for_near(i, groups.size(), [&](std::size_t first) {
      if (whole.is_matched) return;
      std::size_t end = first;
      std::string joined;
      while (end < groups.size() && !groups[end].is_matched && joined.size() < digits.size())
        joined += fmt::format("{:.0f}", groups[end++].mention.values[0]);
      if (joined != digits) return;
      whole.is_matched = true;
      for (std::size_t k = first; k < end; ++k) groups[k].is_matched = true;
    });
  }
}

/// Small numbers in words are left in every other sentence, so that they would match by chance.
void match_left(SideValues& source, SideValues& target) {
  for (PlacedNumber& a : source.numbers) {
    if (a.is_matched || loss(a.mention) <= 0) continue;
    for (std::size_t j = 0; j < std::min(target.numbers.size(), kMaxOrderDistance); ++j) {
      PlacedNumber& b = target.numbers[j];
      if (b.is_matched || !same_value(a.mention, b.mention)) continue;
      a.is_matched = b.is_matched = true;
      break;
    }
  }
  for (PlacedDate& a : source.dates) {
    if (a.is_matched) continue;
    for (std::size_t j = 0; j < std::min(target.dates.size(), kMaxOrderDistance); ++j) {
      PlacedDate& b = target.dates[j];
      if (b.is_matched || !is_compatible(a.mention, b.mention)) continue;
      a.is_matched = b.is_matched = true;
      break;
    }
  }
}

}  // namespace

DateComparison compare(const DateMention& a, const DateMention& b) {
  std::optional<DateComparison> best;
  for (const CalendarDate& x : a.readings) {
    for (const CalendarDate& y : b.readings) {
      const DateComparison here = compare(x, y);
      const bool is_better =
          !best || here.conflicting < best->conflicting ||
          (here.conflicting == best->conflicting && here.agreeing > best->agreeing);
      if (is_better) best = here;
    }
  }
  return best.value_or(DateComparison{});
}

bool is_compatible(const DateMention& a, const DateMention& b) {
  const DateComparison comparison = compare(a, b);
  return comparison.conflicting == 0 && comparison.agreeing > 0;
}

ValueMatching match_values(std::span<BeadValues> beads) {
  ValueMatching matching;
  for (std::size_t at = 0; at < beads.size(); ++at) {
    match_dates(beads[at], at, matching);
    match_numbers(beads[at], at, matching);
    match_number_to_date(beads[at].source.numbers, beads[at].target.dates);
    match_number_to_date(beads[at].target.numbers, beads[at].source.dates);
    match_groups(beads[at].source.numbers, beads[at].target.numbers);
    match_groups(beads[at].target.numbers, beads[at].source.numbers);
  }
  for (std::size_t distance = 1; distance <= kMaxBeadDistance; ++distance) {
    for (std::size_t at = 0; at + distance < beads.size(); ++at) {
      match_left(beads[at].source, beads[at + distance].target);
      match_left(beads[at + distance].source, beads[at].target);
    }
  }
  return matching;
}

}  // namespace muqabala
