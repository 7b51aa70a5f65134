// How sure a bead is.
//
// The posterior of a bead is right about the paths that the cost model weighs, and silent about its
// faults: it takes words for independent and a free translation for several dropped sentences. So
// it is one of a few measurements of which a logistic regression (Platt 1999, "Probabilistic
// Outputs for Support Vector Machines", with more than one input) makes the probability that a
// person agrees. The others ask what a reader would: would the segment at the end of a pair rather
// go with the pair beside; do the words of a dropped one turn up in its neighbours' translation.
// Pairs and null beads have weights of their own, in `align/detail/confidence_weights.h`, which
// `tests/eval/fit_confidence.py` writes. O(words of the beads).

#include "align/confidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_set>
#include <utility>

#include "align/detail/confidence_weights.h"

namespace muqabala {
namespace {

// Beyond these, evidence tells nothing more.
constexpr double kLargestLogit = 8;
constexpr double kLargestLengthCost = 6;

// Places in the features of pairs that those of null beads build on.
constexpr std::size_t kIsOneToOne = 1;
constexpr std::size_t kPull = 3;

/// Links count from a ratio of 2 in the two directions' mean, as in `align/word_links.h`.
constexpr float kLeastWeight = 1.0986F;
/// Nats of unlinked words that every segment is taken to have besides its own, so that one chance
/// link is no proof.
constexpr double kUnlinkedNats = 5;
/// Of the first pairs of any document these many count as 1-1, so that three pairs prove little.
constexpr double kUsualEven = 3;
constexpr double kUsualPairs = 4;

double logit(double probability) {
  const double p = std::clamp(probability, 1e-9, 1 - 1e-9);
  return std::clamp(std::log(p / (1 - p)), -kLargestLogit, kLargestLogit);
}

/// Segments of one side.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
};

template <class Range>
Run run_of(const Range& range) {
  return {range.begin_index.value(), range.end_index.value()};
}

/// Information of linked and of linkable words, in nats.
struct Affinity {
  double linked = 0;
  double linkable = 0;

  double share() const { return linked / (linkable + kUnlinkedNats); }
  Affinity& operator+=(const Affinity& other) {
    linked += other.linked;
    linkable += other.linkable;
    return *this;
  }
};

using Types = std::unordered_set<std::uint32_t>;

Types types_of(const TextSide& side, Run run) {
  Types types;
  for (std::size_t i = run.begin; i < run.end; ++i)
    for (const WordUse& use : side.uses_of(i)) types.insert(use.type);
  return types;
}

/// One side, as told by the other.
class Told {
 public:
  Told(const TextSide& side, const DirectedTable& this_given_other,
       const DirectedTable& other_given_this)
      : side_(side),
        this_given_other_(this_given_other),
        other_given_this_(other_given_this),
        frequency_(unigram(side)) {}

  /// How much of a segment the other side's words explain.
  Affinity affinity(std::size_t segment, const Types& other) const {
    Affinity result;
    for (const WordUse& use : side_.uses_of(segment)) {
      if (!this_given_other_.linkable[use.type]) continue;
      const double information = -std::log(static_cast<double>(frequency_[use.type]));
      result.linkable += information;
      if (is_linked(use.type, other)) result.linked += information;
    }
    return result;
  }

 private:
  bool is_linked(std::uint32_t type, const Types& other) const {
    using Row = Eigen::SparseMatrix<float, Eigen::RowMajor>::InnerIterator;
    for (Row entry(other_given_this_.ratio, type); entry; ++entry) {
      const auto partner = static_cast<std::uint32_t>(entry.col());
      if (!other.contains(partner)) continue;
      const float back = this_given_other_.ratio.coeff(partner, type);
      if (0.5F * (std::log1p(entry.value()) + std::log1p(back)) >= kLeastWeight) return true;
    }
    return false;
  }

  const TextSide& side_;
  const DirectedTable& this_given_other_;
  const DirectedTable& other_given_this_;
  std::vector<float> frequency_;
};

/// A bead that pairs segments, and what its segments say about it.
struct Pair {
  const Bead* bead = nullptr;
  Types source = {};
  Types target = {};
  Affinity all = {};
  double least = 1;
  Affinity source_first = {};
  Affinity source_last = {};
  Affinity target_first = {};
  Affinity target_last = {};
};

double share_one_to_one(const std::vector<Bead>& beads) {
  double pairs = 0;
  double even = 0;
  for (const Bead& bead : beads) {
    if (bead.is_null()) continue;
    ++pairs;
    even += run_of(bead.source).size() + run_of(bead.target).size() == 2 ? 1 : 0;
  }
  return (even + kUsualEven) / (pairs + kUsualPairs);
}

class Measurer {
 public:
  Measurer(const SentenceAlignment& alignment, const TextSide& source, const TextSide& target,
           const TranslationTable& table, const LengthModel& length)
      : beads_(alignment.beads),
        source_(source),
        target_(target),
        length_(length),
        told_source_(source, table.source_given_target, table.target_given_source),
        told_target_(target, table.target_given_source, table.source_given_target),
        one_to_one_(share_one_to_one(alignment.beads)) {}

  std::vector<ConfidenceFeatures> operator()() {
    std::vector<ConfidenceFeatures> features(beads_.size());
    measure_pairs(features);
    measure_nulls(features);
    return features;
  }

 private:
  Pair measured(const Bead& bead) const {
    const Run s = run_of(bead.source);
    const Run t = run_of(bead.target);
    Pair pair{.bead = &bead, .source = types_of(source_, s), .target = types_of(target_, t)};
    const auto add = [&pair](const Affinity& affinity) {
      pair.all += affinity;
      pair.least = std::min(pair.least, affinity.share());
      return affinity;
    };
    for (std::size_t i = s.begin; i < s.end; ++i) {
      pair.source_last = add(told_source_.affinity(i, pair.target));
      if (i == s.begin) pair.source_first = pair.source_last;
    }
    for (std::size_t j = t.begin; j < t.end; ++j) {
      pair.target_last = add(told_target_.affinity(j, pair.source));
      if (j == t.begin) pair.target_first = pair.target_last;
    }
    return pair;
  }

  void measure_pairs(std::vector<ConfidenceFeatures>& features) const {
    Pair before;
    Pair here;
    Pair after = next_pair(0);
    for (std::size_t at = 0; at < beads_.size(); ++at) {
      if (beads_[at].is_null()) continue;
      before = std::move(here);
      here = std::move(after);
      after = next_pair(at + 1);
      features[at] = pair(at, before, here, after);
    }
  }

  void measure_nulls(std::vector<ConfidenceFeatures>& features) const {
    for (std::size_t at = 0; at < beads_.size();) {
      if (!beads_[at].is_null()) {
        ++at;
        continue;
      }
      const std::size_t begin = at;
      while (at < beads_.size() && beads_[at].is_null()) ++at;
      nulls(begin, at, features);
    }
  }

  Pair next_pair(std::size_t at) const {
    while (at < beads_.size() && beads_[at].is_null()) ++at;
    return at < beads_.size() ? measured(beads_[at]) : Pair{};
  }

  double tokens(const Bead& bead) const {
    const Run s = run_of(bead.source);
    const Run t = run_of(bead.target);
    return static_cast<double>(source_.first_use[s.end] - source_.first_use[s.begin] +
                               target_.first_use[t.end] - target_.first_use[t.begin]);
  }

  /// How much better a segment at the end of a pair is explained by the pair beside.
  static double pull(const Told& told, std::size_t segment, const Types& beside,
                     const Affinity& own) {
    return told.affinity(segment, beside).share() - own.share();
  }

  ConfidenceFeatures pair(std::size_t at, const Pair& before, const Pair& here,
                          const Pair& after) const {
    const Bead& bead = beads_[at];
    const Run s = run_of(bead.source);
    const Run t = run_of(bead.target);
    double most_pull = -1;
    if (before.bead != nullptr) {
      most_pull =
          std::max(most_pull, pull(told_source_, s.begin, before.target, here.source_first));
      most_pull =
          std::max(most_pull, pull(told_target_, t.begin, before.source, here.target_first));
    }
    if (after.bead != nullptr) {
      most_pull =
          std::max(most_pull, pull(told_source_, s.end - 1, after.target, here.source_last));
      most_pull =
          std::max(most_pull, pull(told_target_, t.end - 1, after.source, here.target_last));
    }
    const double nulls_beside = (at > 0 && beads_[at - 1].is_null() ? 1 : 0) +
                                (at + 1 < beads_.size() && beads_[at + 1].is_null() ? 1 : 0);
    return {.is_null = false,
            .values = {logit(bead.posterior), s.size() + t.size() == 2 ? 1.0 : 0.0,
                       std::clamp(bead.evidence.length_nats, -2.0, kLargestLengthCost), most_pull,
                       std::clamp(-bead.evidence.lexical_nats / (tokens(bead) + 5), -1.0, 3.0),
                       nulls_beside, here.least}};
  }

  /// What the length cost of `pair` rises by when the null bead joins it.
  double join_length(const Pair& pair, const Bead& bead) const {
    const Run s = run_of(pair.bead->source);
    const Run t = run_of(pair.bead->target);
    const Run more_s = run_of(bead.source);
    const Run more_t = run_of(bead.target);
    const double source = length_of(source_, s.begin, s.end);
    const double target = length_of(target_, t.begin, t.end);
    return length_.cost_nats(source + length_of(source_, more_s.begin, more_s.end),
                             target + length_of(target_, more_t.begin, more_t.end)) -
           length_.cost_nats(source, target);
  }

  /// Beads `[begin, end)` stand alone between two pairs.
  void nulls(std::size_t begin, std::size_t end, std::vector<ConfidenceFeatures>& features) const {
    const Surroundings around = surroundings(begin, end, features);
    for (const bool in_target : {false, true}) {
      double characters = 0;
      double best_posterior = -kLargestLogit;
      std::size_t count = 0;
      for (std::size_t at = begin; at < end; ++at) {
        if (beads_[at].is_addition() != in_target) continue;
        ++count;
        characters += characters_of(beads_[at]);
        best_posterior = std::max(best_posterior, logit(beads_[at].posterior));
      }
      for (std::size_t at = begin; at < end; ++at) {
        const Bead& bead = beads_[at];
        if (bead.is_addition() != in_target) continue;
        features[at] = {
            .is_null = true,
            .values = {in_target ? std::log1p(characters_of(bead)) : 0.0, best_posterior,
                       in_target ? 1.0 : 0.0, around.pull, count == 1 ? 1.0 : 0.0, around.uneven,
                       count < end - begin ? 1.0 : 0.0, std::log1p(characters),
                       affinity(bead, around) - around.affinity, around.is_edge ? 1.0 : 0.0,
                       join_length(bead, around), one_to_one_}};
      }
    }
  }

  /// The pairs around a run of null beads.
  struct Surroundings {
    std::array<Pair, 2> pairs = {};
    double pull = -1;
    double uneven = 0;    ///< how many are not 1-1
    double affinity = 1;  ///< the smaller of the two
    bool is_edge = false;
  };

  Surroundings surroundings(std::size_t begin, std::size_t end,
                            const std::vector<ConfidenceFeatures>& features) const {
    Surroundings around;
    around.is_edge = begin == 0 || end == beads_.size();
    const auto see = [&](std::size_t at, Pair& pair) {
      pair = measured(beads_[at]);
      around.pull = std::max(around.pull, features[at].values[kPull]);
      around.uneven += 1 - features[at].values[kIsOneToOne];
      around.affinity = std::min(around.affinity, pair.all.share());
    };
    if (begin > 0) see(begin - 1, around.pairs[0]);
    if (end < beads_.size()) see(end, around.pairs[1]);
    return around;
  }

  double characters_of(const Bead& bead) const {
    const Run s = run_of(bead.source);
    const Run t = run_of(bead.target);
    return length_of(source_, s.begin, s.end) + length_of(target_, t.begin, t.end);
  }

  /// How much of a null bead the pairs around it explain.
  double affinity(const Bead& bead, const Surroundings& around) const {
    double most = 0;
    for (const Pair& pair : around.pairs) {
      if (pair.bead == nullptr) continue;
      const Affinity one =
          bead.is_omission() ? told_source_.affinity(bead.source.begin_index.value(), pair.target)
                             : told_target_.affinity(bead.target.begin_index.value(), pair.source);
      most = std::max(most, one.share());
    }
    return most;
  }

  double join_length(const Bead& bead, const Surroundings& around) const {
    double least = kLargestLengthCost;
    for (const Pair& pair : around.pairs)
      if (pair.bead != nullptr) least = std::min(least, join_length(pair, bead));
    return std::max(least, -4.0);
  }

  const std::vector<Bead>& beads_;
  const TextSide& source_;
  const TextSide& target_;
  const LengthModel& length_;
  Told told_source_;
  Told told_target_;
  double one_to_one_;
};

}  // namespace

std::vector<ConfidenceFeatures> confidence_features(const SentenceAlignment& alignment,
                                                    const TextSide& source, const TextSide& target,
                                                    const TranslationTable& table,
                                                    const LengthModel& length) {
  return Measurer(alignment, source, target, table, length)();
}

double confidence(const ConfidenceFeatures& features) {
  const auto& weights = features.is_null ? detail::kNullWeights : detail::kPairWeights;
  double sum = weights.intercept;
  for (std::size_t k = 0; k < features.values.size(); ++k)
    sum += weights.slopes[k] * features.values[k];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace muqabala
