#pragma once

#include <vector>

#include "align/band.h"
#include "align/bead_costs.h"

namespace muqabala {

/// A bead on a path: where it begins and which of the shapes it has.
struct PathStep {
  GridNode begin;
  BeadShape shape;
  float cost_nats = 0;
  double probability = 1;  ///< posterior of this bead, in [0,1]; 1 where none was computed
};

/// A way through the grid from (0, 0) to (n, m) as a sequence of beads.
struct Path {
  std::vector<PathStep> steps;
  double cost_nats = 0;  ///< sum over the steps
};

/// The cheapest path inside `band` (Viterbi). Reads the costs of each row once, from the first to
/// the last. O(nodes x shapes) time, 9 bytes a node.
Path cheapest_path(const Band& band, const BeadCosts& costs);

/// The path with the largest expected number of right beads, where a null bead counts
/// `null_weight` and every step carries its posterior.
///
/// Posteriors are of the distribution p(path) ~ exp(-cost): forward-backward over all paths in the
/// band. O(nodes x shapes) time, 24 bytes a node.
Path most_expected_path(const Band& band, const BeadCosts& costs, double null_weight);

/// The nodes of a path, from (0, 0) to (n, m).
std::vector<GridNode> nodes_of(const Path& path);

/// log of the sum over all paths in the band of exp(-cost), computed from the front and from the
/// back; the two agree up to rounding.
struct LogPartition {
  double forward = 0;
  double backward = 0;
};
LogPartition log_partition(const Band& band, const BeadCosts& costs);

}  // namespace muqabala
