#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/collection/result.h"

namespace muqabala {

/// A filter with its thresholds, as the user chose it: `length-ratio`, {3}.
struct Filter {
  std::string name;
  std::vector<double> thresholds;

  bool operator==(const Filter&) const = default;
};

/// Filters that pairs have to pass. Those that need the whole collection (duplicates) are not among
/// them: see `duplicates.h`.
using Filters = std::vector<Filter>;

/// A filter that there is.
struct FilterKind {
  std::string_view name;
  std::vector<double> thresholds;  ///< where none are given; as many as it takes
  bool is_default = true;
  std::string_view what;  ///< it rejects, for help: `pairs less likely to be right`
};

/// All of them, cheap ones first: the order in which they are asked.
const std::vector<FilterKind>& filter_kinds();

/// What is asked where nothing is chosen.
Filters default_filters();

/// Reads what was chosen: `name`, `name=threshold`, several of them joined by commas, or `none`. A
/// name alone, or with a threshold, comes on top of the defaults; `-name` leaves one of them out;
/// `none` leaves all out that stand before it. The order is always that of `filter_kinds()`.
/// Throws `errors::bad_usage` with the nearest name there is.
Filters parse_filters(std::string_view typed);

/// What `parse_filters` reads back as `filters`.
std::string to_string(const Filters& filters);

/// Names for each pair of `result` the first filter that rejects it (`CollectedBead::rejected_by`),
/// in place of what any filter said before. Depends on the result and `filters` alone, so that
/// other filters can be tried without aligning again.
void apply_filters(DocumentResult& result, const Filters& filters);

}  // namespace muqabala
