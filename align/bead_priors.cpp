#include "align/bead_priors.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace muqabala {
namespace {

constexpr std::size_t kSourceRun = 5;
constexpr std::size_t kTargetRun = 12;
constexpr std::size_t kLongRun = 30;
/// More segments than this times the other side's ask for long runs: hadith in which a narration is
/// one line of Arabic and twenty of English have two to three, news stay below 1.3.
constexpr double kUnevenCounts = 1.6;
/// Beads of two by two are .01 of those of news, .04 of a yearbook's and .09 of a book's.
constexpr double kTwoByTwo = 0.02;
constexpr double kPseudoBeads = 40;
/// Edited news drop and add one sentence in ten; long texts soon teach otherwise.
constexpr double kNullPrior = 0.05;
constexpr double kLeastNull = 0.005;
constexpr double kMostNull = 0.2;

double run_prior(std::size_t k, std::size_t usual_run) {
  const std::size_t usual = std::min(k, usual_run);
  const double p = 0.06 * std::pow(0.4, static_cast<double>(usual - 2));
  return p * std::pow(0.5, static_cast<double>(k - usual));
}

}  // namespace

BeadPriors initial_priors(std::size_t source_count, std::size_t target_count) {
  const auto n = static_cast<double>(source_count);
  const auto m = static_cast<double>(target_count);
  BeadPriors priors;
  const auto add = [&](std::size_t a, std::size_t b, double p) {
    if (a > source_count || b > target_count) return;
    priors.shapes.push_back({static_cast<std::uint8_t>(a), static_cast<std::uint8_t>(b)});
    priors.probability.push_back(p);
  };
  add(0, 1, kNullPrior);
  add(1, 0, kNullPrior);
  add(1, 1, 0.80);
  const std::size_t source_run = n > kUnevenCounts * m ? kLongRun : kSourceRun;
  const std::size_t target_run = m > kUnevenCounts * n ? kLongRun : kTargetRun;
  for (std::size_t k = 2; k <= source_run; ++k) add(k, 1, run_prior(k, kTargetRun));
  for (std::size_t k = 2; k <= target_run; ++k) add(1, k, run_prior(k, kTargetRun));
  for (std::size_t a = 2; a <= 4; ++a)
    for (std::size_t b = 2; a + b <= 6 && b <= 4; ++b)
      add(a, b, kTwoByTwo * std::pow(0.3, static_cast<double>(a + b - 4)));
  return priors;
}

BeadPriors expecting_nulls(BeadPriors priors, BeadShape shape, double share) {
  for (std::size_t s = 0; s < priors.shapes.size(); ++s) {
    double& p = priors.probability[s];
    p = priors.shapes[s] == shape ? std::max(p, share) : p * (1 - share);
  }
  return priors;
}

BeadPriors reestimate_priors(const BeadPriors& initial, const Path& path) {
  BeadPriors priors = initial;
  const auto beads = static_cast<double>(path.steps.size());
  for (std::size_t s = 0; s < priors.shapes.size(); ++s) {
    const BeadShape shape = priors.shapes[s];
    const auto count = static_cast<double>(
        std::count_if(path.steps.begin(), path.steps.end(),
                      [&](const PathStep& step) { return step.shape == shape; }));
    double& p = priors.probability[s];
    p = (count + kPseudoBeads * initial.probability[s]) / (beads + kPseudoBeads);
    if (shape.is_null()) p = std::clamp(p, kLeastNull, std::max(kMostNull, initial.probability[s]));
  }
  return priors;
}

}  // namespace muqabala
