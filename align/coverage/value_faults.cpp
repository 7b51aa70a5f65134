// What is left when values are matched (`values/match_values`) is a fault: with a clashing value on
// the other side of its bead, a wrong value; alone, a missing one, unless the other side says it
// nearby, or its own side said it in another way (30 miles (48 km)).

#include "align/coverage/value_faults.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "align/coverage/values/bead_values.h"
#include "align/coverage/values/compare_numbers.h"
#include "align/coverage/values/match_values.h"

namespace muqabala {
namespace {

/// That a value is told twice on its own side makes it less sure that a clash is one.
constexpr double kRepeated = 0.8;
/// A unit is a word beside the number, and sometimes of something else.
constexpr double kUnitClash = 0.75;
/// That dates are one although a field differs: with another field alike, or both of one field.
constexpr double kDateClash = 0.9;
constexpr double kLoneFieldClash = 0.85;
/// A year on one side, digits on the other, nothing else left.
constexpr double kYearAgainstNumber = 0.8;
/// Translators who edit leave out dates more readily than numbers.
constexpr double kDateLoss = 0.5;
/// Numbers of a side without a counterpart, of this many more than there are, are its custom: verse
/// numbers, references, page numbers.
constexpr double kCustomPrior = 10;
/// Less sure findings are noise.
constexpr double kLeastConfidence = 0.15;
/// A weekday that the calendar refutes may be the original's own mistake.
constexpr double kImpossibleWeekday = 0.2;

struct SideOfBead {
  std::span<const BeadValues> beads;
  SideValues BeadValues::*own;
  SideValues BeadValues::*other;
  bool is_source;

  const SideValues& values(std::size_t bead) const { return beads[bead].*own; }
};

/// Visits the values of `side` in bead `at` and `kMaxBeadDistance` around it until `is_it` holds.
template <class Predicate>
bool any_around(std::span<const BeadValues> beads, std::size_t at, SideValues BeadValues::*side,
                Predicate is_it) {
  const std::size_t begin = at > kMaxBeadDistance ? at - kMaxBeadDistance : 0;
  for (std::size_t bead = begin; bead < beads.size() && bead <= at + kMaxBeadDistance; ++bead) {
    if (is_it(beads[bead].*side)) return true;
  }
  return false;
}

template <class List, class Predicate>
bool any_near_front(const List& list, Predicate is_it) {
  constexpr std::size_t kMost = 4 * kMaxOrderDistance;
  return std::any_of(list.begin(),
                     list.begin() + static_cast<std::ptrdiff_t>(std::min(list.size(), kMost)),
                     [&](const auto& value) { return is_it(value.mention); });
}

bool is_told(const NumberMention& number, const SideOfBead& side, std::size_t at) {
  return any_around(side.beads, at, side.other, [&](const SideValues& values) {
    return any_near_front(values.numbers,
                          [&](const NumberMention& other) { return same_value(number, other); }) ||
           any_near_front(values.dates,
                          [&](const DateMention& date) { return is_field_of(number, date); });
  });
}

bool is_told(const DateMention& date, const SideOfBead& side, std::size_t at) {
  return any_around(side.beads, at, side.other, [&](const SideValues& values) {
    return any_near_front(values.dates,
                          [&](const DateMention& other) { return is_compatible(date, other); }) ||
           any_near_front(values.numbers,
                          [&](const NumberMention& other) { return is_field_of(other, date); });
  });
}

/// The words of a number and of its unit.
ByteRange with_unit(const NumberMention& number) {
  return {std::min(number.range.begin, number.unit_range.begin),
          std::max(number.range.end, number.unit_range.end)};
}

bool is_money(const NumberMention& number) {
  return !number.units.empty() && number.units[0].dimension == Dimension::kMoney;
}

/// The same told in another unit beside it, as editors add for their readers.
bool is_conversion(const NumberMention& number, const SideValues& own) {
  return any_near_front(own.numbers, [&](const NumberMention& other) {
    if (other.range == number.range) return false;
    const bool converts_other =
        converts(number.values[0], number.units, other.values[0], other.units);
    return converts_other || (number.in_brackets && is_money(number) && is_money(other) &&
                              units_conflict(number.units, other.units));
  });
}

/// A date told in the other calendar on its own side, too: 1435 هـ / 2014 م.
bool is_told_twice(const DateMention& date, const SideValues& own) {
  return any_near_front(own.dates, [&](const DateMention& other) {
    return !(other.range == date.range) && is_compatible(date, other);
  });
}

class FaultFinder {
 public:
  FaultFinder(const PairView& pair, std::vector<BeadValues>& beads)
      : pair_(pair),
        beads_(beads),
        source_{beads, &BeadValues::source, &BeadValues::target, true},
        target_{beads, &BeadValues::target, &BeadValues::source, false} {}

  std::vector<Finding> run(const ValueMatching& matching) {
    for (const UnitClash& clash : matching.unit_clashes) {
      const BeadValues& bead = beads_[clash.bead];
      add(FindingKind::kNumber, clash.bead, kUnitClash,
          with_unit(bead.source.numbers[clash.numbers.source].mention),
          with_unit(bead.target.numbers[clash.numbers.target].mention));
    }
    for (const DatePair& pair : matching.date_pairs) weekday_note(pair);
    for (std::size_t at = 0; at < beads_.size(); ++at) {
      if (pair_.alignment.beads[at].is_null()) continue;
      clashing_dates(at);
      clashing_numbers(at);
      years_against_numbers(at);
    }
    for (std::size_t at = 0; at < beads_.size(); ++at) {
      if (pair_.alignment.beads[at].is_null()) continue;
      missing(at, source_);
      missing(at, target_);
    }
    weigh_by_custom();
    std::erase_if(findings_, [](const Finding& f) { return f.confidence < kLeastConfidence; });
    std::stable_sort(findings_.begin(), findings_.end(), [](const Finding& a, const Finding& b) {
      return std::pair(a.source.begin_index, a.target.begin_index) <
             std::pair(b.source.begin_index, b.target.begin_index);
    });
    return std::move(findings_);
  }

 private:
  struct Candidate {
    double confidence;
    ValuePair pair;
  };

  /// Takes the surest pairs of `candidates` one to one and reports them.
  template <class List>
  void take(FindingKind kind, std::size_t at, std::vector<Candidate>& candidates, List& source,
            List& target) {
    std::stable_sort(
        candidates.begin(), candidates.end(),
        [](const Candidate& a, const Candidate& b) { return a.confidence > b.confidence; });
    for (const Candidate& candidate : candidates) {
      auto& a = source[candidate.pair.source];
      auto& b = target[candidate.pair.target];
      if (a.is_matched || b.is_matched) continue;
      a.is_matched = b.is_matched = true;
      add(kind, at, candidate.confidence, a.mention.range, b.mention.range);
    }
  }

  void clashing_numbers(std::size_t at) {
    std::vector<PlacedNumber>& source = beads_[at].source.numbers;
    std::vector<PlacedNumber>& target = beads_[at].target.numbers;
    std::vector<Candidate> candidates;
    std::vector<std::optional<bool>> told(target.size());  // asked for once each
    for (std::size_t i = 0; i < source.size(); ++i) {
      if (source[i].is_matched) continue;
      std::optional<bool> own_told;
      for_near(i, target.size(), [&](std::size_t j) {
        if (target[j].is_matched) return;
        double confidence = clash(source[i].mention, target[j].mention);
        if (confidence <= 0) return;
        if (!own_told) own_told = is_told(source[i].mention, source_, at);
        if (!told[j]) told[j] = is_told(target[j].mention, target_, at);
        const bool source_is_told = *own_told;
        const bool target_is_told = *told[j];
        if (source_is_told && target_is_told) return;  // both have moved
        if (source_is_told || target_is_told) confidence *= kRepeated;
        candidates.push_back({confidence, {i, j}});
      });
    }
    take(FindingKind::kNumber, at, candidates, source, target);
  }

  void clashing_dates(std::size_t at) {
    std::vector<PlacedDate>& source = beads_[at].source.dates;
    std::vector<PlacedDate>& target = beads_[at].target.dates;
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < source.size(); ++i) {
      if (source[i].is_matched || !source[i].mention.is_sure) continue;
      for_near(i, target.size(), [&](std::size_t j) {
        if (target[j].is_matched || !target[j].mention.is_sure) return;
        const DateComparison comparison = compare(source[i].mention, target[j].mention);
        if (comparison.conflicting == 0) return;
        const double confidence = comparison.agreeing > 0 ? kDateClash : kLoneFieldClash;
        candidates.push_back({confidence / comparison.conflicting, {i, j}});
      });
    }
    take(FindingKind::kDate, at, candidates, source, target);
  }

  void years_against_numbers(std::size_t at) {
    const auto pair_up = [&](SideValues& dates_of, SideValues& numbers_of, bool is_source) {
      for (std::size_t i = 0; i < dates_of.dates.size(); ++i) {
        PlacedDate& date = dates_of.dates[i];
        if (!date.mention.readings[0].year || date.mention.readings[0].month) continue;
        for_near(i, numbers_of.numbers.size(), [&](std::size_t j) {
          PlacedNumber& number = numbers_of.numbers[j];
          if (date.is_matched || number.is_matched || number.mention.form != NumberForm::kDigits ||
              !number.mention.units.empty())
            return;
          date.is_matched = number.is_matched = true;
          add(FindingKind::kDate, at, kYearAgainstNumber,
              is_source ? date.mention.range : number.mention.range,
              is_source ? number.mention.range : date.mention.range);
        });
      }
    };
    pair_up(beads_[at].source, beads_[at].target, true);
    pair_up(beads_[at].target, beads_[at].source, false);
  }

  void missing(std::size_t at, const SideOfBead& side) {
    const SideValues& own = side.values(at);
    for (const PlacedNumber& number : own.numbers) {
      const double confidence = loss(number.mention);
      if (number.is_matched || confidence <= 0) continue;
      if (is_told(number.mention, side, at) || is_conversion(number.mention, own)) continue;
      add_missing(FindingKind::kNumber, at, confidence, number.mention.range, side.is_source);
    }
    for (const PlacedDate& date : own.dates) {
      const CalendarDate& reading = date.mention.readings[0];
      const bool tells = (reading.year && !reading.is_short_year && !reading.is_decade) ||
                         (reading.day && reading.month);
      if (date.is_matched || !date.mention.is_sure || !tells || date.mention.in_brackets) continue;
      if (is_told(date.mention, side, at) || is_told_twice(date.mention, own)) continue;
      add_missing(FindingKind::kDate, at, kDateLoss, date.mention.range, side.is_source);
    }
  }

  /// Where most numbers of a side have no counterpart, one more says little: findings about it are
  /// as sure as the share of numbers that have one.
  void weigh_by_custom() {
    const double source = share_in_use(&BeadValues::source);
    const double target = share_in_use(&BeadValues::target);
    for (Finding& finding : findings_) {
      if (finding.kind != FindingKind::kNumber) continue;
      if (!finding.source_words.empty()) finding.confidence *= source;
      if (!finding.target_words.empty()) finding.confidence *= target;
    }
  }

  double share_in_use(SideValues BeadValues::*side) const {
    double all = kCustomPrior;
    double alone = 0;
    for (std::size_t at = 0; at < beads_.size(); ++at) {
      if (pair_.alignment.beads[at].is_null()) continue;
      for (const PlacedNumber& number : (beads_[at].*side).numbers) {
        if (number.mention.form != NumberForm::kDigits) continue;
        all += 1;
        alone += number.is_matched ? 0 : 1;
      }
    }
    return 1 - alone / all;
  }

  void weekday_note(const DatePair& dates) {
    const BeadValues& bead = beads_[dates.bead];
    const DateMention& source = bead.source.dates[dates.dates.source].mention;
    const DateMention& target = bead.target.dates[dates.dates.target].mention;
    const CalendarDate& date = target.readings[0];
    if (!date.weekday || source.readings[0].weekday) return;
    const std::optional<int> weekday = weekday_of(date);
    if (!weekday || *weekday == *date.weekday) return;
    add(FindingKind::kDate, dates.bead, kImpossibleWeekday, source.range, target.range);
    findings_.back().reason =
        because(Wording::kOtherWeekday, {slice(pair_.target.document.text.view(), target.range)});
  }

  void add(FindingKind kind, std::size_t at, double confidence, ByteRange source,
           ByteRange target) {
    const Bead& bead = pair_.alignment.beads[at];
    findings_.push_back({.kind = kind,
                         .confidence = confidence * bead.probability,
                         .source = bead.source,
                         .target = bead.target,
                         .source_words = source,
                         .target_words = target,
                         .reason = because(Wording::kValuesDiffer,
                                           {slice(pair_.source.document.text.view(), source),
                                            slice(pair_.target.document.text.view(), target)})});
  }

  void add_missing(FindingKind kind, std::size_t at, double confidence, ByteRange words,
                   bool is_source) {
    const Bead& bead = pair_.alignment.beads[at];
    const SegmentedDocument& document = is_source ? pair_.source : pair_.target;
    const bool is_date = kind == FindingKind::kDate;
    const Wording wording = is_source ? (is_date ? Wording::kDateMissing : Wording::kValueMissing)
                                      : (is_date ? Wording::kDateExtra : Wording::kValueExtra);
    findings_.push_back(
        {.kind = kind,
         .confidence = confidence * bead.probability,
         .source = bead.source,
         .target = bead.target,
         .source_words = is_source ? words : ByteRange{},
         .target_words = is_source ? ByteRange{} : words,
         .reason = because(wording, {slice(document.document.text.view(), words)})});
  }

  const PairView& pair_;
  std::vector<BeadValues>& beads_;
  SideOfBead source_;
  SideOfBead target_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> find_value_faults(const PairView& pair) {
  std::vector<BeadValues> beads = read_values(pair);
  const ValueMatching matching = match_values(beads);
  return FaultFinder(pair, beads).run(matching);
}

}  // namespace muqabala
