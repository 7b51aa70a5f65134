#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <span>
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

/// The same cost for all runs of one length, of two texts: what depends on one side alone is worked
/// out once, so that a cost takes neither a logarithm nor a quotient.
///
/// The variance falls with the shorter of the two lengths, so it is the larger of what each length
/// would ask for by itself.
class RunLengths {
 public:
  /// `unit` is the length on the source's side that is as long as one of these: 1 for the source,
  /// `exp(-mean_log_ratio)` for the target. Entry `i` is about the segments `[i, i + span)`.
  RunLengths(const LengthModel& model, const Eigen::ArrayXd& ends, std::size_t span, double unit);

  /// Costs in nats of one source run against the target runs that begin at `[begin, end)`.
  static void cost_nats(const RunLengths& source, std::size_t run, const RunLengths& target,
                        std::size_t begin, std::span<float> out);

 private:
  Eigen::ArrayXf log_length_;         ///< in units of the source's
  Eigen::ArrayXf half_precision_;     ///< 1 / (2 variance)
  Eigen::ArrayXf half_log_variance_;  ///< less the background
};

/// Two lengths that belong together, for estimating the model.
struct LengthPair {
  double source = 0;
  double target = 0;
};

/// Median and scaled median absolute deviation over `pairs` of at least 40 characters together, the
/// deviation shrunk to 0.25 as if by ten more pairs and not below 0.15. Too few pairs keep `prior`.
LengthModel estimate_length_model(const std::vector<LengthPair>& pairs, const LengthModel& prior);

}  // namespace muqabala
