// Dropped and added segments inside beads.
//
// The lexical score lets one target word explain any number of source words, so a dropped sentence
// that repeats the words of its neighbour is paired with the neighbour's translation. Here every
// word may explain one word (competitive linking, see `align/word_links.h`). The coverage of a
// segment is the information (-log p) of its linked words by that of all its linkable ones. The
// first or last source segment x of a bead is released where
//   log((cov_x + .02) / (cov_rest + .02)) - log .5 - .15 gain < 0   and   gain > .5,
// gain being what the length cost falls by without x. Added segments that a bead of several target
// segments has absorbed are released likewise, with the sides exchanged.

#include "align/absorbed_segments.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>
#include <vector>

#include "align/word_links.h"

namespace muqabala {
namespace {

constexpr double kFloor = 0.02;
constexpr double kLogHalf = -0.6931471805599453;
constexpr double kLengthWeight = 0.15;
constexpr double kLeastLengthGain = 0.5;

/// Information of linked and of linkable words, in nats.
struct Coverage {
  double linked = 0;
  double linkable = 0;

  double share() const { return linkable > 0 ? linked / linkable : 0; }
};

PathStep null_step(std::size_t source, std::size_t target, double probability) {
  return {.begin = {static_cast<std::uint32_t>(source), static_cast<std::uint32_t>(target)},
          .shape = {1, 0},
          .probability = probability};
}

class Releaser {
 public:
  Releaser(const TextSide& source, const TextSide& target, const TranslationTable& table,
           const LengthModel& length)
      : source_(source),
        target_(target),
        table_(table),
        length_(length),
        frequency_(unigram(source)) {}

  /// The bead without what it has absorbed, and before and after it what was released.
  std::vector<PathStep> operator()(PathStep bead) const {
    std::vector<PathStep> before;
    std::vector<PathStep> after;
    while (bead.shape.source >= 2 && bead.shape.target >= 1) {
      const std::vector<Coverage> coverage = coverage_of(bead);
      const double first = odds_of_staying(bead, coverage, 0);
      const double last = odds_of_staying(bead, coverage, coverage.size() - 1);
      if (std::min(first, last) >= 0) break;
      bead.probability /= 1 + std::exp(std::min(first, last));
      bead.shape.source -= 1;
      if (first <= last) {
        before.push_back(null_step(bead.begin.source, bead.begin.target, bead.probability));
        bead.begin.source += 1;
      } else {
        after.insert(after.begin(), null_step(std::size_t{bead.begin.source} + bead.shape.source,
                                              std::size_t{bead.begin.target} + bead.shape.target,
                                              bead.probability));
      }
    }
    before.push_back(bead);
    before.insert(before.end(), after.begin(), after.end());
    return before;
  }

 private:
  std::vector<Coverage> coverage_of(const PathStep& bead) const {
    const SourceIndex s(bead.begin.source);
    const TargetIndex t(bead.begin.target);
    std::vector<WordLink> links;
    append_word_links(source_, target_, {s, s + bead.shape.source}, {t, t + bead.shape.target},
                      table_, {}, links);
    std::unordered_set<std::size_t> linked;
    for (const WordLink& link : links) linked.insert(link.source_word.begin);
    std::vector<Coverage> coverage(bead.shape.source);
    for (std::size_t k = 0; k < coverage.size(); ++k)
      for (const WordUse& use : source_.uses_of(s.value() + k)) {
        if (!table_.source_given_target.linkable[use.type]) continue;
        const double information = -std::log(static_cast<double>(frequency_[use.type]));
        coverage[k].linkable += information;
        if (linked.contains(use.begin_bytes)) coverage[k].linked += information;
      }
    return coverage;
  }

  /// Below 0: segment `k` of the bead should be released.
  double odds_of_staying(const PathStep& bead, const std::vector<Coverage>& coverage,
                         std::size_t k) const {
    const std::size_t begin = bead.begin.source;
    const double all = length_of(source_, begin, begin + bead.shape.source);
    const double without = all - length_of(source_, begin + k, begin + k + 1);
    const double target =
        length_of(target_, bead.begin.target, std::size_t{bead.begin.target} + bead.shape.target);
    const double gain = length_.cost_nats(all, target) - length_.cost_nats(without, target);
    if (gain <= kLeastLengthGain) return 0;
    Coverage rest;
    for (std::size_t other = 0; other < coverage.size(); ++other) {
      if (other == k) continue;
      rest.linked += coverage[other].linked;
      rest.linkable += coverage[other].linkable;
    }
    return std::log((coverage[k].share() + kFloor) / (rest.share() + kFloor)) - kLogHalf -
           kLengthWeight * gain;
  }

  const TextSide& source_;
  const TextSide& target_;
  const TranslationTable& table_;
  const LengthModel& length_;
  std::vector<float> frequency_;
};

/// The path with its sides exchanged.
Path mirrored(const Path& path) {
  Path result = path;
  for (PathStep& step : result.steps) {
    std::swap(step.begin.source, step.begin.target);
    std::swap(step.shape.source, step.shape.target);
  }
  return result;
}

Path release(const Path& path, const Releaser& releaser) {
  Path result;
  for (const PathStep& bead : path.steps)
    for (const PathStep& step : releaser(bead)) result.steps.push_back(step);
  return result;
}

}  // namespace

Path release_absorbed(const Path& path, const TextSide& source, const TextSide& target,
                      const TranslationTable& table, const LengthModel& length) {
  const Path released = release(path, Releaser(source, target, table, length));
  const TranslationTable turned{.target_given_source = table.source_given_target,
                                .source_given_target = table.target_given_source};
  const LengthModel inverse{.mean_log_ratio = -length.mean_log_ratio,
                            .deviation = length.deviation};
  return mirrored(release(mirrored(released), Releaser(target, source, turned, inverse)));
}

}  // namespace muqabala
