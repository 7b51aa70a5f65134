#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <tuple>
#include <vector>

#include "align/bead.h"

namespace muqabala::oracle {

/// One bead by where it begins and its shape; ordered, so that it can be a key.
struct PlacedBead {
  std::size_t source = 0;
  std::size_t target = 0;
  BeadShape shape;
  bool operator<(const PlacedBead& other) const {
    return std::tie(source, target, shape.source, shape.target) <
           std::tie(other.source, other.target, other.shape.source, other.shape.target);
  }
};

/// What enumerating every alignment of a small grid tells.
struct AllAlignments {
  double least_cost = std::numeric_limits<double>::infinity();
  double log_sum = 0;                      ///< log of the sum of exp(-cost) over all alignments
  std::map<PlacedBead, double> posterior;  ///< share of exp(-cost) of the alignments with the bead
  double most_expected = 0;                ///< largest sum of posteriors, nulls weighted
};

/// Walks every alignment, one by one: exponential, for grids up to about 5 x 5.
/// `cost(bead)` is in nats; infinite costs forbid.
template <class Cost>
AllAlignments enumerate(std::size_t n, std::size_t m, const std::vector<BeadShape>& shapes,
                        double null_weight, Cost cost) {
  AllAlignments all;
  std::vector<std::vector<PlacedBead>> alignments;
  std::vector<double> costs;
  std::vector<PlacedBead> current;
  const auto walk = [&](auto&& self, std::size_t i, std::size_t j, double so_far) -> void {
    if (i == n && j == m) {
      alignments.push_back(current);
      costs.push_back(so_far);
      return;
    }
    for (const BeadShape shape : shapes) {
      if (i + shape.source > n || j + shape.target > m) continue;
      const PlacedBead bead{i, j, shape};
      const double price = cost(bead);
      if (std::isinf(price)) continue;
      current.push_back(bead);
      self(self, i + shape.source, j + shape.target, so_far + price);
      current.pop_back();
    }
  };
  walk(walk, 0, 0, 0.0);
  double sum = 0;
  for (std::size_t k = 0; k < alignments.size(); ++k) {
    all.least_cost = std::min(all.least_cost, costs[k]);
    sum += std::exp(-costs[k]);
    for (const PlacedBead& bead : alignments[k]) all.posterior[bead] += std::exp(-costs[k]);
  }
  all.log_sum = std::log(sum);
  for (auto& [bead, mass] : all.posterior) mass /= sum;
  for (const std::vector<PlacedBead>& alignment : alignments) {
    double expected = 0;
    for (const PlacedBead& bead : alignment) {
      const bool is_null = bead.shape.is_null();
      expected += all.posterior[bead] * (is_null ? null_weight : 1.0);
    }
    all.most_expected = std::max(all.most_expected, expected);
  }
  return all;
}

}  // namespace muqabala::oracle
