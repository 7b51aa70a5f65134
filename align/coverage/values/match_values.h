#pragma once

#include <span>
#include <vector>

#include "align/coverage/values/bead_values.h"

namespace muqabala {

/// Numbers of one value of which one side says dollars, the other euros.
struct UnitClash {
  std::size_t bead = 0;
  ValuePair numbers;
};

/// Dates that belong together, in one bead.
struct DatePair {
  std::size_t bead = 0;
  ValuePair dates;
};

struct ValueMatching {
  std::vector<UnitClash> unit_clashes = {};
  std::vector<DatePair> date_pairs = {};
};

/// Marks as matched what has a counterpart in its own bead, or up to `kMaxBeadDistance` beads away.
ValueMatching match_values(std::span<BeadValues> beads);

/// Text is moved to a neighbouring sentence, hardly ever farther.
constexpr std::size_t kMaxBeadDistance = 2;

/// The best comparison of any two readings.
DateComparison compare(const DateMention& a, const DateMention& b);

/// The dates may be one and the same.
bool is_compatible(const DateMention& a, const DateMention& b);

}  // namespace muqabala
