// The search: the cheapest way, or the most expected one, through a band of the alignment grid.
//
// Dynamic programming over nodes (i, j) as in Gale and Church (1993), "A Program for Aligning
// Sentences in Bilingual Corpora", Computational Linguistics 19(1), with any set of bead shapes and
// any cost. Posteriors come from forward-backward over the same grid, p(path) ~ exp(-cost); the
// path that maximises the expected number of right beads is found by a second program over the
// posteriors (minimum Bayes risk; for alignments see Kumar and Byrne 2002). Rows are processed as
// arrays; work is O(nodes x shapes). Brute force over all alignments up to 5 x 5 segments proves
// all three in `tests/align/dynamic_program.cpp`.

#include "align/dynamic_program.h"

#include <Eigen/Core>
#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace muqabala {
namespace {

using Row = Eigen::ArrayXd;

/// Stands for log 0: finite, so that differences of two of them are no NaN.
constexpr double kLogZero = -1e300;

/// The columns of row `i` at which a bead of `shape` begins that also ends inside the band.
ColumnRange begins(const Band& band, std::size_t i, BeadShape shape) {
  if (i + shape.source > band.source_count()) return {};
  const ColumnRange here = band.row(i);
  const ColumnRange there = band.row(i + shape.source);
  const std::uint32_t low = there.begin < shape.target ? 0 : there.begin - shape.target;
  const std::uint32_t high = there.end < shape.target ? 0 : there.end - shape.target;
  const ColumnRange columns{std::max(here.begin, low), std::min(here.end, high)};
  return columns.begin < columns.end ? columns : ColumnRange{};
}

/// Reads the costs of one shape at one row into an array that is kept between calls.
class CostReader {
 public:
  explicit CostReader(const BeadCosts& costs) : costs_(costs) {}

  std::span<const float> operator()(std::size_t i, ColumnRange columns, std::size_t shape) {
    buffer_.resize(columns.size());
    costs_.row(i, columns, shape, buffer_);
    return buffer_;
  }

 private:
  const BeadCosts& costs_;
  std::vector<float> buffer_;
};

Eigen::Map<const Eigen::ArrayXf> as_array(std::span<const float> values) {
  return {values.data(), static_cast<Eigen::Index>(values.size())};
}

double log_add(double a, double b) {
  const double high = std::max(a, b);
  return high + std::log1p(std::exp(std::min(a, b) - high));
}

/// Follows the shapes stored at each node from (n, m) back to (0, 0). A step's cost is what the sum
/// `best` loses by it.
Path trace_back(const Band& band, const std::vector<BeadShape>& shapes,
                const std::vector<double>& best, const std::vector<std::uint8_t>& arrived_by) {
  Path path{.steps = {}, .cost_nats = -best.back()};
  std::size_t i = band.source_count();
  std::size_t j = band.target_count();
  while (i > 0 || j > 0) {
    const std::size_t end = band.node(i, j);
    const BeadShape shape = shapes[arrived_by[end]];
    i -= shape.source;
    j -= shape.target;
    path.steps.push_back({.begin = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(j)},
                          .shape = shape,
                          .cost_nats = static_cast<float>(best[band.node(i, j)] - best[end])});
  }
  std::reverse(path.steps.begin(), path.steps.end());
  return path;
}

/// Maximises the sum of gains over all paths in the band. `gain_row(i, columns, shape)` gives an
/// array of gains for beads of that shape that begin in these columns.
template <class GainRow>
Path best_path(const Band& band, const std::vector<BeadShape>& shapes, GainRow gain_row) {
  assert(shapes.size() <= std::numeric_limits<std::uint8_t>::max());
  std::vector<double> best(band.node_count(), kLogZero);
  std::vector<std::uint8_t> arrived_by(band.node_count(), 0);
  best[0] = 0;
  const auto push = [&](std::size_t i, std::size_t shape) {
    const ColumnRange columns = begins(band, i, shapes[shape]);
    if (columns.size() == 0) return;
    const auto gains = gain_row(i, columns, shape);
    const double* from = &best[band.node(i, columns.begin)];
    const std::size_t first =
        band.node(i + shapes[shape].source, columns.begin + shapes[shape].target);
    double* to = &best[first];
    std::uint8_t* by = &arrived_by[first];
    for (std::size_t k = 0; k < columns.size(); ++k) {
      const double candidate = from[k] + static_cast<double>(gains[static_cast<long>(k)]);
      if (candidate > to[k]) {
        to[k] = candidate;
        by[k] = static_cast<std::uint8_t>(shape);
      }
    }
  };
  for (std::size_t i = 0; i <= band.source_count(); ++i) {
    // Beads without a source stay in this row, so they come before those that leave it.
    for (const bool leaves_row : {false, true})
      for (std::size_t s = 0; s < shapes.size(); ++s)
        if ((shapes[s].source > 0) == leaves_row) push(i, s);
  }
  return trace_back(band, shapes, best, arrived_by);
}

/// Log-sums over all ways from (0, 0) to each node, or from each node to (n, m).
class PathSums {
 public:
  PathSums(const Band& band, const BeadCosts& costs) : band_(band), costs_(costs), read_(costs) {}

  std::vector<double> from_front() {
    std::vector<double> sums(band_.node_count(), kLogZero);
    for (std::size_t i = 0; i <= band_.source_count(); ++i) {
      gather(
          i, [&](BeadShape shape) { return i >= shape.source ? i - shape.source : kNoRow; },
          [&](std::size_t row, ColumnRange columns, BeadShape shape, std::size_t s) {
            add_candidates(i, columns.begin + shape.target,
                           Eigen::Map<const Row>(&sums[band_.node(row, columns.begin)],
                                                 static_cast<long>(columns.size())),
                           read_(row, columns, s));
          },
          sums);
      if (i == 0) sums[0] = 0;
      spread_in_row(i, sums, true);
    }
    return sums;
  }

  std::vector<double> from_back() {
    std::vector<double> sums(band_.node_count(), kLogZero);
    for (std::size_t i = band_.source_count() + 1; i-- > 0;) {
      gather(
          i, [&](BeadShape) { return i; },
          [&](std::size_t row, ColumnRange columns, BeadShape shape, std::size_t s) {
            const std::size_t node = band_.node(row + shape.source, columns.begin + shape.target);
            add_candidates(i, columns.begin,
                           Eigen::Map<const Row>(&sums[node], static_cast<long>(columns.size())),
                           read_(row, columns, s));
          },
          sums);
      if (i == band_.source_count()) sums.back() = 0;
      spread_in_row(i, sums, false);
    }
    return sums;
  }

 private:
  static constexpr std::size_t kNoRow = std::numeric_limits<std::size_t>::max();

  /// Collects one line of candidates a shape for row `i` and stores their log-sum.
  template <class BeginRow, class Visit>
  void gather(std::size_t i, BeginRow begin_row, Visit visit, std::vector<double>& sums) {
    const auto width = static_cast<Eigen::Index>(band_.row(i).size());
    candidates_.resize(width, static_cast<Eigen::Index>(costs_.shapes().size()));
    used_ = 0;
    for (std::size_t s = 0; s < costs_.shapes().size(); ++s) {
      const BeadShape shape = costs_.shapes()[s];
      const std::size_t row = begin_row(shape);
      if (shape.source == 0 || row == kNoRow) continue;
      const ColumnRange columns = begins(band_, row, shape);
      if (columns.size() > 0) visit(row, columns, shape, s);
    }
    if (used_ == 0) return;
    const auto filled = candidates_.leftCols(used_);
    const Row high = filled.rowwise().maxCoeff();
    Row total = Row::Zero(width);
    for (Eigen::Index k = 0; k < used_; ++k) total += (filled.col(k) - high).exp();
    Eigen::Map<Row>(&sums[band_.node(i, band_.row(i).begin)], width) = high + total.log();
  }

  void add_candidates(std::size_t i, std::size_t column, const Eigen::Map<const Row>& sums,
                      std::span<const float> costs) {
    auto line = candidates_.col(used_++);
    line.setConstant(kLogZero);
    line.segment(static_cast<Eigen::Index>(column - band_.row(i).begin), sums.size()) =
        (sums - as_array(costs).cast<double>()).max(kLogZero);
  }

  /// Beads without a source: each node of the row feeds the next one.
  void spread_in_row(std::size_t i, std::vector<double>& sums, bool forwards) {
    for (std::size_t s = 0; s < costs_.shapes().size(); ++s) {
      const BeadShape shape = costs_.shapes()[s];
      if (shape.source > 0) continue;
      const ColumnRange columns = begins(band_, i, shape);
      const std::span<const float> costs = read_(i, columns, s);
      for (std::size_t k = 0; k < columns.size(); ++k) {
        const std::size_t at = forwards ? k : columns.size() - 1 - k;
        const std::size_t begin = band_.node(i, columns.begin + at);
        const std::size_t from = forwards ? begin : begin + shape.target;
        const std::size_t to = forwards ? begin + shape.target : begin;
        sums[to] = log_add(sums[to], sums[from] - static_cast<double>(costs[at]));
      }
    }
  }

  const Band& band_;
  const BeadCosts& costs_;
  CostReader read_;
  Eigen::ArrayXXd candidates_;
  Eigen::Index used_ = 0;
};

}  // namespace

Path cheapest_path(const Band& band, const BeadCosts& costs) {
  CostReader read(costs);
  return best_path(band, costs.shapes(),
                   [&](std::size_t i, ColumnRange columns, std::size_t shape) {
                     return -as_array(read(i, columns, shape));
                   });
}

Path most_expected_path(const Band& band, const BeadCosts& costs, double null_weight) {
  PathSums sums(band, costs);
  const std::vector<double> front = sums.from_front();
  const std::vector<double> back = sums.from_back();
  const double total = front.back();
  CostReader read(costs);
  const auto posteriors = [&](std::size_t i, ColumnRange columns, std::size_t s) -> Row {
    const BeadShape shape = costs.shapes()[s];
    const auto size = static_cast<Eigen::Index>(columns.size());
    const Eigen::Map<const Row> before(&front[band.node(i, columns.begin)], size);
    const Eigen::Map<const Row> after(
        &back[band.node(i + shape.source, columns.begin + shape.target)], size);
    const Row log_p = before - as_array(read(i, columns, s)).cast<double>() + after - total;
    return log_p.min(0.0).exp();
  };
  Path path = best_path(
      band, costs.shapes(), [&](std::size_t i, ColumnRange columns, std::size_t s) -> Row {
        return posteriors(i, columns, s) * (costs.shapes()[s].is_null() ? null_weight : 1.0);
      });
  path.cost_nats = 0;
  for (PathStep& step : path.steps) {
    const auto shape = static_cast<std::size_t>(
        std::find(costs.shapes().begin(), costs.shapes().end(), step.shape) -
        costs.shapes().begin());
    const ColumnRange column{step.begin.target, step.begin.target + 1};
    step.probability = posteriors(step.begin.source, column, shape)[0];
    step.cost_nats = read(step.begin.source, column, shape)[0];
    path.cost_nats += static_cast<double>(step.cost_nats);
  }
  return path;
}

std::vector<GridNode> nodes_of(const Path& path) {
  std::vector<GridNode> nodes{GridNode{}};
  for (const PathStep& step : path.steps)
    nodes.push_back({step.begin.source + step.shape.source, step.begin.target + step.shape.target});
  return nodes;
}

LogPartition log_partition(const Band& band, const BeadCosts& costs) {
  PathSums sums(band, costs);
  return {.forward = sums.from_front().back(), .backward = sums.from_back().front()};
}

}  // namespace muqabala
