#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "align/evaluation.h"

namespace muqabala {

struct BootstrapOptions {
  std::size_t resamples = 2000;
  std::uint64_t seed = 1;
};

/// Bounds that hold the F1 of other documents of the same kind in 95 of 100 cases.
struct F1Interval {
  double low = 0;
  double high = 0;
};

struct ScoreIntervals {
  F1Interval strict;
  F1Interval row;
  F1Interval drop;
  F1Interval add;
};

/// 95 % intervals of each F1 over documents: the 2.5th and 97.5th percentile of sets of as many
/// documents, drawn with replacement (Efron 1979). The same for the same seed. Nothing for fewer
/// than two documents, over which nothing varies. O(documents x resamples).
std::optional<ScoreIntervals> bootstrap_intervals(const std::vector<Scores>& documents,
                                                  const BootstrapOptions& options);

}  // namespace muqabala
