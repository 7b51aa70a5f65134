#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/collection/result.h"
#include "corpus/pipeline.h"

namespace muqabala {

/// A filter with its thresholds, as the user chose it: `length-ratio`, {3}.
struct Filter {
  std::string name;
  std::vector<double> thresholds;
};

/// Filters in the order in which they are asked. Those that need the whole collection (duplicates)
/// are not among them: see `duplicates.h`.
using Filters = std::vector<Filter>;

/// What is asked where nothing is chosen.
Filters default_filters();

/// Reads `name`, `name=threshold`, several of them joined by commas, or `none`. Throws
/// `errors::bad_usage` with the nearest name there is.
Filters parse_filters(std::string_view typed);

/// Names for each pair of `result` the first filter that rejects it (`CollectedBead::rejected_by`).
/// `pair` is what `result` was made of.
void apply_filters(DocumentResult& result, const CollatedPair& pair, const Filters& filters);

}  // namespace muqabala
