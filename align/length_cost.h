#pragma once

#include <Eigen/Core>
#include <vector>

namespace muqabala {

/// How the length of a translation depends on the length of its original.
///
/// The log of the ratio of folded characters is normal with mean `mean_log_ratio` and variance
/// `deviation^2 + 3 / shorter length`: ratios of short segments scatter more. In contrast to Gale
/// and Church (1993, section 3.1), where the variance of the difference grows with the length, an
/// edited translation is longer or shorter by a factor.
struct LengthModel {
  double mean_log_ratio = 0;  ///< log of target characters a source character
  double deviation = 0.25;

  /// Cost in nats of pairs of lengths (folded characters, > 0) against unrelated text.
  Eigen::ArrayXf cost_nats(const Eigen::ArrayXf& source, const Eigen::ArrayXf& target) const;
  double cost_nats(double source, double target) const;
};

/// Two lengths that belong together, for estimating the model.
struct LengthPair {
  double source = 0;
  double target = 0;
};

/// The model of whole texts: only the ratio is known.
LengthModel initial_length_model(double source_length, double target_length);

/// Median and scaled median absolute deviation over `pairs` of at least 40 characters together, the
/// deviation shrunk to 0.25 as if by ten more pairs and not below 0.15. Too few pairs keep `prior`.
LengthModel estimate_length_model(const std::vector<LengthPair>& pairs, const LengthModel& prior);

}  // namespace muqabala
