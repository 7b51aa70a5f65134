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
#include <utility>

namespace muqabala {
namespace {

/// Null beads below these are doubtful. Judged by weights that were fitted without the document,
/// those of rasaif-cut, ntrex-edited and hadith-cut that are sure enough have the best F1 from .4
/// to .45, below .4 and below .4 (omissions), and about .25, below .2 and about .2 (additions).
constexpr double kLeastOmission = 0.35;
constexpr double kLeastAddition = 0.2;
/// The share of all paths' probability that the cheapest must have: three times that of the others.
constexpr double kLeastShare = 0.75;

constexpr double kNever = std::numeric_limits<double>::infinity();

bool is_null(BeadShape shape) { return shape.source == 0 || shape.target == 0; }

GridNode end_of(const PathStep& step) {
  return {step.begin.source + step.shape.source, step.begin.target + step.shape.target};
}

bool share_a_segment(const PathStep& a, const PathStep& b) {
  const auto overlap = [](std::uint32_t begin, std::uint32_t end, std::uint32_t other_begin,
                          std::uint32_t other_end) {
    return begin < other_end && other_begin < end;
  };
  return overlap(a.begin.source, end_of(a).source, b.begin.source, end_of(b).source) ||
         overlap(a.begin.target, end_of(a).target, b.begin.target, end_of(b).target);
}

double log_add(double a, double b) {
  const double high = std::max(a, b);
  return high == -kNever ? high : high + std::log1p(std::exp(std::min(a, b) - high));
}

/// Consecutive steps of a path, to be aligned anew.
class Window {
 public:
  Window(std::vector<PathStep> steps, const std::vector<std::uint8_t>& is_doubtful,
         const Band& band, const BeadCosts& costs)
      : steps_(std::move(steps)),
        begin_(steps_.front().begin),
        sources_(end_of(steps_.back()).source - begin_.source),
        targets_(end_of(steps_.back()).target - begin_.target),
        source_alone_(sources_, 0),
        target_alone_(targets_, 0),
        band_(band),
        costs_(costs) {
    for (std::size_t k = 0; k < steps_.size(); ++k) {
      const PathStep& step = steps_[k];
      if (!is_null(step.shape) || is_doubtful[k]) continue;
      if (step.shape.source > 0)
        source_alone_[step.begin.source - begin_.source] = 1;
      else
        target_alone_[step.begin.target - begin_.target] = 1;
    }
  }

  /// The cheapest steps, or the old ones where these do not stand out.
  std::vector<PathStep> aligned() const {
    const std::vector<Arrival> arrivals = search();
    const Arrival& last = arrivals.back();
    if (last.cost == kNever || std::exp(-last.cost - last.log_sum) < kLeastShare) return steps_;
    std::vector<PathStep> steps;
    for (std::size_t node = arrivals.size() - 1; node > 0;) {
      const std::size_t s = arrivals[node].shape;
      const BeadShape shape = costs_.shapes()[s];
      node -= shape.source * (targets_ + 1) + shape.target;
      const GridNode begin = at(node);
      steps.push_back(
          {.begin = begin, .shape = shape, .cost_nats = static_cast<float>(cost(begin, s))});
      steps.back().probability = posterior(steps.back());
    }
    std::reverse(steps.begin(), steps.end());
    return steps;
  }

 private:
  /// The ways from the window's begin to one of its nodes, which are numbered row by row.
  struct Arrival {
    double cost = kNever;      ///< of the cheapest
    std::size_t shape = 0;     ///< that it ends with
    double log_sum = -kNever;  ///< of exp(-cost) over all
  };

  GridNode at(std::size_t node) const {
    return {begin_.source + static_cast<std::uint32_t>(node / (targets_ + 1)),
            begin_.target + static_cast<std::uint32_t>(node % (targets_ + 1))};
  }

  std::vector<Arrival> search() const {
    std::vector<Arrival> arrivals((sources_ + 1) * (targets_ + 1));
    arrivals[0] = {.cost = 0, .log_sum = 0};
    for (std::size_t node = 0; node < arrivals.size(); ++node) {
      const Arrival& here = arrivals[node];
      if (here.cost == kNever) continue;
      for (std::size_t s = 0; s < costs_.shapes().size(); ++s) {
        const BeadShape shape = costs_.shapes()[s];
        if (!is_allowed(node, shape)) continue;
        const double nats = cost(at(node), s);
        Arrival& there = arrivals[node + shape.source * (targets_ + 1) + shape.target];
        there.log_sum = log_add(there.log_sum, here.log_sum - nats);
        if (here.cost + nats >= there.cost) continue;
        there.cost = here.cost + nats;
        there.shape = s;
      }
    }
    return arrivals;
  }

  /// Whether a bead may begin at a node: a null bead of what stands alone, and no other bead of it.
  bool is_allowed(std::size_t node, BeadShape shape) const {
    const std::size_t i = node / (targets_ + 1);
    const std::size_t j = node % (targets_ + 1);
    if (i + shape.source > sources_ || j + shape.target > targets_) return false;
    const GridNode from = at(node);
    if (!band_.row(from.source + shape.source).contains(from.target + shape.target)) return false;
    const auto alone = [](const std::vector<std::uint8_t>& side, std::size_t begin,
                          std::size_t count) {
      const std::span<const std::uint8_t> run = std::span(side).subspan(begin, count);
      return std::count(run.begin(), run.end(), 1);
    };
    return alone(source_alone_, i, shape.source) + alone(target_alone_, j, shape.target) ==
           (is_null(shape) ? 1 : 0);
  }

  double cost(GridNode begin, std::size_t shape) const {
    float nats = 0;
    costs_.row(begin.source, {begin.target, begin.target + 1}, shape, {&nats, 1});
    return static_cast<double>(nats);
  }

  double posterior(const PathStep& step) const {
    double least = 1;
    for (const PathStep& old : steps_) {
      if (!share_a_segment(step, old)) continue;
      const bool turns = is_null(old.shape) && !is_null(step.shape);
      least = std::min(least, turns ? 1 - old.probability : old.probability);
    }
    return least;
  }

  std::vector<PathStep> steps_;
  GridNode begin_;
  std::size_t sources_;
  std::size_t targets_;
  std::vector<std::uint8_t> source_alone_;
  std::vector<std::uint8_t> target_alone_;
  const Band& band_;
  const BeadCosts& costs_;
};

}  // namespace

std::vector<std::uint8_t> doubtful_nulls(const SentenceAlignment& alignment, const TextSide& source,
                                         const TextSide& target) {
  const auto is_furniture = [](const TextSide& side, std::size_t segment) {
    return !side.alone_nats.empty() && side.alone_nats[segment] > 0;
  };
  const auto is_doubtful = [&](const Bead& bead) {
    if (!bead.is_null() || bead.move) return false;
    if (bead.is_omission())
      return bead.probability < kLeastOmission &&
             !is_furniture(source, bead.source.begin_index.value());
    return bead.probability < kLeastAddition &&
           !is_furniture(target, bead.target.begin_index.value());
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
    for (; end < path.steps.size() && is_null(path.steps[end].shape); ++end)
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
      const std::vector<PathStep> aligned = Window(std::move(steps), doubts, band, costs).aligned();
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
