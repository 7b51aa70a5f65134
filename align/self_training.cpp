#include "align/self_training.h"

#include <algorithm>
#include <cmath>

namespace muqabala {
namespace {

constexpr std::size_t kLargestTrustedBead = 14;
constexpr float kPseudoSegments = 20.0F;
/// Beads, evenly spread, from which the literality weights are estimated: three numbers each way
/// need no more, whatever the text's length.
constexpr std::size_t kSampledBeads = 1500;

/// One EM step for the weights of the levels in one direction.
class LevelCounter {
 public:
  explicit LevelCounter(const std::array<float, kLiteralityLevels>& initial) : initial_(initial) {
    for (std::size_t k = 0; k < kLiteralityLevels; ++k) counts_[k] = kPseudoSegments * initial[k];
  }

  void add(const LevelScores& scores) {
    LevelScores weights{};
    float total = 0;
    const float high = *std::max_element(scores.begin(), scores.end());
    for (std::size_t k = 0; k < kLiteralityLevels; ++k)
      total += weights[k] = initial_[k] * std::exp(kWordIndependence * (scores[k] - high));
    for (std::size_t k = 0; k < kLiteralityLevels; ++k) counts_[k] += weights[k] / total;
    ++segments_;
  }

  std::array<float, kLiteralityLevels> weights() const {
    std::array<float, kLiteralityLevels> result{};
    for (std::size_t k = 0; k < kLiteralityLevels; ++k)
      result[k] = counts_[k] / (kPseudoSegments + segments_);
    return result;
  }

 private:
  std::array<float, kLiteralityLevels> initial_;
  std::array<float, kLiteralityLevels> counts_{};
  float segments_ = 0;
};

}  // namespace

bool is_trusted(std::size_t source_segments, std::size_t target_segments, double cost_nats) {
  return source_segments > 0 && target_segments > 0 && cost_nats < 0 &&
         source_segments + target_segments <= kLargestTrustedBead;
}

std::vector<SegmentPair> trusted_pairs(const Path& path) {
  std::vector<SegmentPair> pairs;
  for (const PathStep& step : path.steps) {
    const BeadShape shape = step.shape;
    if (!is_trusted(shape.source, shape.target, static_cast<double>(step.cost_nats))) continue;
    const SourceIndex s(step.begin.source);
    const TargetIndex t(step.begin.target);
    pairs.push_back({{s, s + shape.source}, {t, t + shape.target}});
  }
  return pairs;
}

std::vector<SegmentPair> thinned(const std::vector<SegmentPair>& pairs, std::size_t most) {
  if (pairs.size() <= most) return pairs;
  std::vector<SegmentPair> kept;
  kept.reserve(most);
  for (std::size_t k = 0; k < most; ++k) kept.push_back(pairs[k * pairs.size() / most]);
  return kept;
}

CostModel reestimate(const CostModel& initial, const Path& path, const TextSide& source,
                     const TextSide& target, const TranslationTable& table) {
  const std::vector<SegmentPair> pairs = trusted_pairs(path);
  std::vector<LengthPair> lengths;
  lengths.reserve(pairs.size());
  for (const SegmentPair& pair : pairs)
    lengths.push_back(
        {length_of(source, pair.source.begin_index.value(), pair.source.end_index.value()),
         length_of(target, pair.target.begin_index.value(), pair.target.end_index.value())});

  LevelCounter forwards(initial.literality.target_given_source);
  LevelCounter backwards(initial.literality.source_given_target);
  const std::size_t stride = 1 + pairs.size() / kSampledBeads;
  for (std::size_t k = 0; k < pairs.size(); k += stride) {
    const SourceRange s = pairs[k].source;
    const TargetRange t = pairs[k].target;
    for (const TargetIndex j : t)
      forwards.add(level_scores(target, j.value(), source, s.begin_index.value(),
                                s.end_index.value(), table.target_given_source));
    for (const SourceIndex i : s)
      backwards.add(level_scores(source, i.value(), target, t.begin_index.value(),
                                 t.end_index.value(), table.source_given_target));
  }
  return {.length = estimate_length_model(lengths, initial.length),
          .priors = reestimate_priors(initial.priors, path),
          .literality = {forwards.weights(), backwards.weights()},
          .edges = estimate_edge_model(pairs, source, target)};
}

}  // namespace muqabala
