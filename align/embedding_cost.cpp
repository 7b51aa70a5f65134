// What sentence embeddings say, where the user has them: one more log-likelihood ratio.
//
// Thompson and Koehn 2019 ("Vecalign: Improved Sentence Alignment in Linear Time and Space") pair
// sentences by the cosine of their vectors alone, each divided by the mean cosine with sentences
// drawn at random. Here the cosine stands beside lengths and words, so it has to be in their unit:
// two normal densities, fitted on the texts themselves, make nats of it. Vecalign's normalisation
// corrects for vectors that are near to everything; the mean of unrelated pairs does so for a text
// as a whole.

#include "align/embedding_cost.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "align/self_training.h"

namespace muqabala {
namespace {

using Index = Eigen::Index;

/// Segments that the first model is fitted on, and unrelated pairs of each.
constexpr std::size_t kSampledSegments = 400;
constexpr std::size_t kSampledPartners = 16;
/// Vectors of real encoders scatter by .05 and more; copies would make any difference decisive.
constexpr double kLeastDeviation = 0.03;
/// So many pairs is the first model worth beside the path's.
constexpr double kPseudoPairs = 10;

/// `count` numbers below `below`, evenly spread.
std::vector<std::size_t> spread(std::size_t count, std::size_t below) {
  std::vector<std::size_t> numbers(std::min(count, below));
  for (std::size_t k = 0; k < numbers.size(); ++k) numbers[k] = k * below / numbers.size();
  return numbers;
}

struct Moments {
  double count = 0;
  double sum = 0;
  double squares = 0;

  void add(double value) {
    ++count;
    sum += value;
    squares += value * value;
  }
  double mean() const { return count > 0 ? sum / count : 0; }
  double variance() const {
    return count > 0 ? std::max(0.0, squares / count - mean() * mean()) : 0;
  }
};

double median(std::vector<double>& values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// The two largest.
struct Nearest {
  double first = -1;
  double second = -1;
};

Nearest nearest(const Eigen::VectorXf& cosines) {
  Nearest found;
  for (const float each : cosines) {
    const auto cosine = static_cast<double>(each);
    if (cosine > found.first)
      found.second = std::exchange(found.first, cosine);
    else
      found.second = std::max(found.second, cosine);
  }
  return found;
}

double cosine_of(const PairEmbeddings& embeddings, const PathStep& step) {
  const std::size_t i = step.begin.source;
  const std::size_t j = step.begin.target;
  return static_cast<double>(
      embeddings.source.run(i, step.shape.source).dot(embeddings.target.run(j, step.shape.target)));
}

}  // namespace

double SimilarityModel::nats(double cosine) const {
  if (related.mean <= unrelated.mean) return 0;
  const double c = std::clamp(cosine, unrelated.mean, related.mean);
  const auto log_density = [&](const CosineDensity& density) {
    const double z = (c - density.mean) / density.deviation;
    return -z * z / 2 - std::log(density.deviation);
  };
  return std::clamp(log_density(related) - log_density(unrelated), -kMostNats, kMostNats);
}

SimilarityModel first_similarity_model(const PairEmbeddings& embeddings) {
  const std::size_t targets = embeddings.target.size();
  Moments unrelated;
  std::vector<double> firsts;
  std::vector<double> leads;
  for (const std::size_t i : spread(kSampledSegments, embeddings.source.size())) {
    const Eigen::VectorXf vector = embeddings.source.run(i, 1);
    if (vector.isZero()) continue;
    const Eigen::VectorXf cosines = embeddings.target.cosines(vector, 0, targets, 1);
    const Nearest found = nearest(cosines);
    firsts.push_back(found.first);
    leads.push_back(found.first - found.second);
    // A quarter of the text or more away from where the counterpart is to be expected.
    const std::size_t begin = i * targets / embeddings.source.size() + targets / 4;
    for (const std::size_t j : spread(kSampledPartners, std::max<std::size_t>(1, targets / 2)))
      unrelated.add(static_cast<double>(cosines[static_cast<Index>((begin + j) % targets)]));
  }
  const double deviation = std::max(kLeastDeviation, std::sqrt(unrelated.variance()));
  const double lead = targets > 1 ? median(leads) : 0;
  // The nearest of many stands out by chance, but seldom from the second.
  const double related = lead > deviation ? median(firsts) : unrelated.mean() + lead;
  return {.related = {related, deviation}, .unrelated = {unrelated.mean(), deviation}};
}

SimilarityModel reestimate(const SimilarityModel& initial, const Path& path,
                           const PairEmbeddings& embeddings) {
  Moments found;
  for (const PathStep& step : path.steps)
    if (is_trusted(step.shape.source, step.shape.target, static_cast<double>(step.cost_nats)))
      found.add(cosine_of(embeddings, step));
  const auto drawn = [&](double from, double sum) {
    return (kPseudoPairs * from + sum) / (kPseudoPairs + found.count);
  };
  const CosineDensity& before = initial.related;
  const double variance =
      drawn(before.deviation * before.deviation, found.count * found.variance());
  return {
      .related = {drawn(before.mean, found.sum), std::max(kLeastDeviation, std::sqrt(variance))},
      .unrelated = initial.unrelated};
}

double EmbeddedBeadCosts::nats(double cosine, BeadShape shape) const {
  if (cosine == 0) return 0;  // that of a vector which is not known
  return std::min(shape.source, shape.target) * model_.nats(cosine);
}

void EmbeddedBeadCosts::row(std::size_t i, ColumnRange columns, std::size_t shape,
                            std::span<float> out) const {
  base_.row(i, columns, shape, out);
  const BeadShape s = shapes()[shape];
  if (embeddings_ == nullptr || s.is_null()) return;
  const Eigen::VectorXf cosines = embeddings_->target.cosines(embeddings_->source.run(i, s.source),
                                                              columns.begin, columns.end, s.target);
  for (std::size_t k = 0; k < columns.size(); ++k)
    out[k] -= static_cast<float>(nats(static_cast<double>(cosines[static_cast<Index>(k)]), s));
}

double EmbeddedBeadCosts::embedding_nats(const PathStep& step) const {
  if (embeddings_ == nullptr || step.shape.is_null()) return 0;
  return -nats(cosine_of(*embeddings_, step), step.shape);
}

}  // namespace muqabala
