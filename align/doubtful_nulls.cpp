// Null beads that are likelier wrong than right.
//
// The search leaves a segment alone where the cost model says so, and the cost model takes a free
// translation for several dropped sentences. Confidence, judged afterwards by what the model does
// not see (`align/confidence.h`), finds such null beads out, and here they are taken back: from the
// pair before a run of null beads to the pair after it, the cheapest path is sought anew, on which
// all is paired but what stands alone beyond doubt. So a segment may join either neighbour, two
// doubtful ones of both sides may make a pair, and the border between the neighbours may move. The
// path must be likelier than all others of the kind together: a segment that fits both neighbours
// as well would spoil a good pair half of the time, and stays alone. Looking again, at more than
// the search could, is the idea of reranking (Collins 2000, "Discriminative Reranking for Natural
// Language Parsing"). `tests/align/doubtful_nulls.cpp` compares with all ways that there are.

#include "align/doubtful_nulls.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace muqabala {
namespace {

/// Null beads below these are doubtful. Judged by weights that were fitted without the document,
/// those of rasaif-cut, ntrex-edited and hadith-cut that are sure enough have the best F1 from .4
/// to .45, below .4 and below .4 (omissions), and about .25, below .2 and about .2 (additions).
constexpr double kLeastOmission = 0.35;
constexpr double kLeastAddition = 0.2;
/// The share of all paths' probability that the cheapest must have: three times that of the others.
constexpr double kLeastShare = 0.75;

/// Log-sums over no path at all lie far below this, those over any far above.
constexpr double kLeastLogSum = -1e100;

/// How a segment stands on a path, and whether it must go on so.
struct Standing {
  double posterior = 1;  ///< of its bead
  bool is_null = false;
  bool is_kept = false;  ///< stands alone beyond doubt
};

/// Consecutive steps of a path, to be aligned anew. As costs, those of beads within these steps,
/// counted from where they begin: a null bead of what stands alone beyond doubt, and all others
/// without it.
class Window : public BeadCosts {
 public:
  Window(const std::vector<PathStep>& steps, const std::vector<std::uint8_t>& is_doubtful,
         const Band& band, const BeadCosts& costs)
      : steps_(steps), begin_(steps.front().begin), costs_(costs) {
    for (std::size_t k = 0; k < steps.size(); ++k) {
      const BeadShape shape = steps[k].shape;
      const Standing standing{.posterior = steps[k].probability,
                              .is_null = shape.is_null(),
                              .is_kept = shape.is_null() && !is_doubtful[k]};
      sources_.insert(sources_.end(), shape.source, standing);
      targets_.insert(targets_.end(), shape.target, standing);
    }
    const auto column = [&](std::uint32_t j) {
      return std::min(std::max(j, begin_.target) - begin_.target,
                      static_cast<std::uint32_t>(targets_.size() + 1));
    };
    for (std::size_t i = 0; i <= sources_.size(); ++i) {
      const ColumnRange row = band.row(begin_.source + i);
      rows_.push_back({column(row.begin), column(row.end)});
    }
  }

  const std::vector<BeadShape>& shapes() const override { return costs_.shapes(); }

  void row(std::size_t i, ColumnRange columns, std::size_t shape,
           std::span<float> out) const override {
    costs_.row(begin_.source + i, {columns.begin + begin_.target, columns.end + begin_.target},
               shape, out);
    const BeadShape s = shapes()[shape];
    const std::ptrdiff_t kept = count_kept(sources_, i, s.source);
    for (std::size_t k = 0; k < columns.size(); ++k)
      if (kept + count_kept(targets_, columns.begin + k, s.target) != (s.is_null() ? 1 : 0))
        out[k] = std::numeric_limits<float>::infinity();
  }

  /// The cheapest steps, or the old ones where these do not stand out.
  std::vector<PathStep> aligned() const {
    const Band band = Band::covering(rows_, targets_.size());
    const double log_sum = log_partition(band, *this).forward;
    if (log_sum < kLeastLogSum) return steps_;
    const Path cheapest = cheapest_path(band, *this);
    if (std::exp(-cheapest.cost_nats - log_sum) < kLeastShare) return steps_;
    std::vector<PathStep> steps = cheapest.steps;
    for (PathStep& step : steps) {
      step.probability = std::min(posterior(sources_, step.begin.source, step.shape.source, step),
                                  posterior(targets_, step.begin.target, step.shape.target, step));
      step.begin.source += begin_.source;
      step.begin.target += begin_.target;
    }
    return steps;
  }

 private:
  static std::ptrdiff_t count_kept(const std::vector<Standing>& side, std::size_t begin,
                                   std::size_t count) {
    const auto run = std::span(side).subspan(begin, count);
    return std::count_if(run.begin(), run.end(), [](const Standing& s) { return s.is_kept; });
  }

  /// The least of what the old posteriors of a side's segments say for the bead that they are in.
  static double posterior(const std::vector<Standing>& side, std::size_t begin, std::size_t count,
                          const PathStep& step) {
    double least = 1;
    for (const Standing& old : std::span(side).subspan(begin, count))
      least =
          std::min(least, old.is_null == step.shape.is_null() ? old.posterior : 1 - old.posterior);
    return least;
  }

  const std::vector<PathStep>& steps_;
  GridNode begin_;
  const BeadCosts& costs_;
  std::vector<Standing> sources_;
  std::vector<Standing> targets_;
  std::vector<ColumnRange> rows_;  ///< of the band, from the window's begin on
};

}  // namespace

std::vector<std::uint8_t> doubtful_nulls(const SentenceAlignment& alignment, const TextSide& source,
                                         const TextSide& target) {
  const auto is_doubtful = [&](const Bead& bead) {
    if (!bead.is_null() || bead.move) return false;
    if (bead.is_omission())
      return bead.probability < kLeastOmission &&
             !source.is_expected_alone(bead.source.begin_index.value());
    return bead.probability < kLeastAddition &&
           !target.is_expected_alone(bead.target.begin_index.value());
  };
  std::vector<std::uint8_t> doubtful;
  for (const Bead& bead : alignment.beads) doubtful.push_back(is_doubtful(bead) ? 1 : 0);
  return doubtful;
}

Path pair_doubtful(const Path& path, const std::vector<std::uint8_t>& is_doubtful, const Band& band,
                   const BeadCosts& costs) {
  Path result;
  std::vector<PathStep>& done = result.steps;
  for (std::size_t begin = 0; begin < path.steps.size();) {
    // A run of null beads, which may be empty, and the pair after it.
    std::size_t end = begin;
    bool has_doubtful = false;
    for (; end < path.steps.size() && path.steps[end].shape.is_null(); ++end)
      has_doubtful = has_doubtful || is_doubtful[end];
    end = std::min(end + 1, path.steps.size());
    const auto run = std::span(path.steps).subspan(begin, end - begin);
    if (has_doubtful) {
      std::vector<PathStep> steps(run.begin(), run.end());
      std::vector<std::uint8_t> doubts;
      if (!done.empty()) {
        steps.insert(steps.begin(), done.back());
        doubts.push_back(0);
        done.pop_back();
      }
      for (std::size_t k = begin; k < end; ++k) doubts.push_back(is_doubtful[k]);
      const std::vector<PathStep> aligned = Window(steps, doubts, band, costs).aligned();
      done.insert(done.end(), aligned.begin(), aligned.end());
    } else {
      done.insert(done.end(), run.begin(), run.end());
    }
    begin = end;
  }
  for (const PathStep& step : done) result.cost_nats += static_cast<double>(step.cost_nats);
  return result;
}

}  // namespace muqabala
