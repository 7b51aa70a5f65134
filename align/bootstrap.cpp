#include "align/bootstrap.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>

namespace muqabala {
namespace {

F1Interval middle(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  const auto last = static_cast<double>(values.size() - 1);
  const auto at = [&](double share) {
    return values[static_cast<std::size_t>(std::lround(share * last))];
  };
  return {.low = at(0.025), .high = at(0.975)};
}

}  // namespace

std::optional<ScoreIntervals> bootstrap_intervals(const std::vector<Scores>& documents,
                                                  const BootstrapOptions& options) {
  if (documents.size() < 2 || options.resamples == 0) return std::nullopt;
  // Not uniform_int_distribution, which each library computes in its own way.
  std::mt19937_64 random(options.seed);
  std::vector<double> strict;
  std::vector<double> row;
  std::vector<double> drop;
  std::vector<double> add;
  for (std::size_t round = 0; round < options.resamples; ++round) {
    Scores sum;
    for (std::size_t k = 0; k < documents.size(); ++k)
      sum += documents[random() % documents.size()];
    strict.push_back(sum.strict.f1());
    row.push_back(sum.row.f1());
    drop.push_back(sum.drop.f1());
    add.push_back(sum.add.f1());
  }
  return ScoreIntervals{.strict = middle(std::move(strict)),
                        .row = middle(std::move(row)),
                        .drop = middle(std::move(drop)),
                        .add = middle(std::move(add))};
}

}  // namespace muqabala
