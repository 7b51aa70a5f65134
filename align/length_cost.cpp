#include "align/length_cost.h"

#include <algorithm>
#include <cmath>

namespace muqabala {
namespace {

/// Log density of the log ratio of two segments that have nothing to do with each other, taken as
/// constant, and the constant of the normal density: 1.2 - 0.5 log(2 pi). A background convolved
/// from the texts' own lengths gave runs of short furniture lines large scores and was worse.
constexpr double kBackgroundNats = 0.28;
constexpr double kShortScatter = 3.0;
constexpr double kPriorDeviation = 0.25;
constexpr double kPriorPairs = 10;
constexpr double kLeastDeviation = 0.15;
constexpr double kLeastCharacters = 40;
/// 1.4826 MAD is the standard deviation of a normal distribution.
constexpr double kMadToDeviation = 1.4826;

double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

Eigen::ArrayXf LengthModel::cost_nats(const Eigen::ArrayXf& source,
                                      const Eigen::ArrayXf& target) const {
  const auto mean = static_cast<float>(mean_log_ratio);
  const Eigen::ArrayXf shorter = source.min(target * std::exp(-mean)).max(1.0F);
  const Eigen::ArrayXf x = (target.max(1.0F) / source.max(1.0F)).log() - mean;
  const Eigen::ArrayXf variance =
      static_cast<float>(deviation * deviation) + static_cast<float>(kShortScatter) / shorter;
  return x.square() / (2 * variance) + 0.5F * variance.log() - static_cast<float>(kBackgroundNats);
}

double LengthModel::cost_nats(double source, double target) const {
  Eigen::ArrayXf s(1);
  Eigen::ArrayXf t(1);
  s[0] = static_cast<float>(source);
  t[0] = static_cast<float>(target);
  return static_cast<double>(cost_nats(s, t)[0]);
}

RunLengths::RunLengths(const LengthModel& model, const Eigen::ArrayXd& ends, std::size_t span,
                       double unit) {
  const auto run = static_cast<Eigen::Index>(span);
  const Eigen::Index runs = std::max<Eigen::Index>(0, ends.size() - run);
  const Eigen::ArrayXf length = (ends.tail(runs) - ends.head(runs)).cast<float>();
  const auto scale = static_cast<float>(unit);
  const Eigen::ArrayXf variance = static_cast<float>(model.deviation * model.deviation) +
                                  static_cast<float>(kShortScatter) / (length * scale).max(1.0F);
  log_length_ = length.max(1.0F).log() + std::log(scale);
  half_precision_ = 1 / (2 * variance);
  half_log_variance_ = 0.5F * variance.log() - static_cast<float>(kBackgroundNats);
}

void RunLengths::cost_nats(const RunLengths& source, std::size_t run, const RunLengths& target,
                           std::size_t begin, std::span<float> out) {
  const auto i = static_cast<Eigen::Index>(run);
  const auto first = static_cast<Eigen::Index>(begin);
  const auto width = static_cast<Eigen::Index>(out.size());
  Eigen::Map<Eigen::ArrayXf>(out.data(), width) =
      (target.log_length_.segment(first, width) - source.log_length_[i]).square() *
          target.half_precision_.segment(first, width).min(source.half_precision_[i]) +
      target.half_log_variance_.segment(first, width).max(source.half_log_variance_[i]);
}

LengthModel estimate_length_model(const std::vector<LengthPair>& pairs, const LengthModel& prior) {
  std::vector<double> ratios;
  for (const LengthPair& pair : pairs)
    if (pair.source > 0 && pair.target > 0 && pair.source + pair.target >= kLeastCharacters)
      ratios.push_back(std::log(pair.target / pair.source));
  if (ratios.size() < 3) return prior;
  LengthModel model;
  model.mean_log_ratio = median(ratios);
  for (double& ratio : ratios) ratio = std::abs(ratio - model.mean_log_ratio);
  const auto n = static_cast<double>(ratios.size());
  const double deviation = kMadToDeviation * median(ratios);
  model.deviation = std::max(kLeastDeviation,
                             (n * deviation + kPriorPairs * kPriorDeviation) / (n + kPriorPairs));
  return model;
}

}  // namespace muqabala
