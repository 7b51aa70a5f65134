#include "align/length_cost.h"

#include <cmath>

#include "tests/support/catch.h"

using namespace muqabala;

TEST_CASE("lengths in the model's ratio cost least", "[align][length]") {
  const LengthModel model{.mean_log_ratio = std::log(1.25), .deviation = 0.25};
  const double best = model.cost_nats(100, 125);
  CHECK(best < model.cost_nats(100, 150));
  CHECK(best < model.cost_nats(100, 100));
  CHECK(best < 0);
}

TEST_CASE("a length too long and one as much too short cost the same", "[align][length]") {
  const LengthModel model{.mean_log_ratio = 0, .deviation = 0.25};
  CHECK(model.cost_nats(100, 200) == Approx(model.cost_nats(200, 100)).epsilon(1e-5));
}

TEST_CASE("the same ratio is worse evidence between long segments than between short ones",
          "[align][length]") {
  const LengthModel model;
  CHECK(model.cost_nats(400, 800) > model.cost_nats(10, 20));
}

TEST_CASE("the cost is the log-normal density against a constant background", "[align][length]") {
  const LengthModel model{.mean_log_ratio = 0.1, .deviation = 0.3};
  const double x = std::log(90.0 / 60.0) - 0.1;
  const double variance = 0.3 * 0.3 + 3.0 / 60.0;
  CHECK(model.cost_nats(60, 90) ==
        Approx(x * x / (2 * variance) + 0.5 * std::log(variance) - 0.28).epsilon(1e-4));
}

TEST_CASE("estimation recovers ratio and spread of the pairs", "[align][length]") {
  std::vector<LengthPair> pairs;
  for (int k = -50; k <= 50; ++k)
    pairs.push_back({100, 100 * std::exp(0.4 + 0.01 * k)});  // log ratios -0.1 to 0.9
  const LengthModel model = estimate_length_model(pairs, {});
  CHECK(model.mean_log_ratio == Approx(0.4).margin(0.01));
  CHECK(model.deviation == Approx(1.4826 * 0.25).margin(0.02));
}

TEST_CASE("few or short pairs leave the prior model alone", "[align][length]") {
  const LengthModel prior{.mean_log_ratio = 0.7, .deviation = 0.2};
  CHECK(estimate_length_model({}, prior).mean_log_ratio == 0.7);
  CHECK(estimate_length_model({{5, 20}, {5, 20}, {5, 20}, {6, 20}}, prior).mean_log_ratio == 0.7);
}
