#include "align/dynamic_program.h"

#include <cmath>
#include <cstdint>

#include "tests/oracle/all_alignments.h"
#include "tests/oracle/drawn_costs.h"
#include "tests/support/catch.h"

using namespace muqabala;
using muqabala::oracle::DrawnCosts;

namespace {

constexpr double kNullWeight = 0.5;

double expected_right(const Path& path) {
  double sum = 0;
  for (const PathStep& step : path.steps) {
    const bool is_null = step.shape.is_null();
    sum += step.probability * (is_null ? kNullWeight : 1.0);
  }
  return sum;
}

void check_leads_through(const Path& path, std::size_t n, std::size_t m) {
  std::size_t i = 0;
  std::size_t j = 0;
  for (const PathStep& step : path.steps) {
    CHECK(step.begin.source == i);
    CHECK(step.begin.target == j);
    i += step.shape.source;
    j += step.shape.target;
  }
  CHECK(i == n);
  CHECK(j == m);
}

}  // namespace

TEST_CASE("the program finds what enumerating all alignments finds", "[align][search]") {
  const std::size_t n = GENERATE(0U, 1U, 2U, 3U, 4U, 5U);
  const std::size_t m = GENERATE(0U, 1U, 2U, 3U, 4U, 5U);
  const std::uint64_t seed = GENERATE(1U, 2U, 3U);
  INFO(n << " x " << m << ", seed " << seed);
  const DrawnCosts costs(seed);
  const auto all =
      oracle::enumerate(n, m, costs.shapes(), kNullWeight, [&](const oracle::PlacedBead& bead) {
        return static_cast<double>(costs.cost(bead.source, bead.target, bead.shape));
      });
  const Band band = Band::full(n, m);

  const Path cheapest = cheapest_path(band, costs);
  check_leads_through(cheapest, n, m);
  CHECK(cheapest.cost_nats == Approx(all.least_cost).margin(1e-4));

  const LogPartition partition = log_partition(band, costs);
  CHECK(partition.forward == Approx(all.log_sum).margin(1e-4));
  CHECK(partition.backward == Approx(all.log_sum).margin(1e-4));

  const Path expected = most_expected_path(band, costs, kNullWeight);
  check_leads_through(expected, n, m);
  CHECK(expected_right(expected) == Approx(all.most_expected).margin(1e-4));
  for (const PathStep& step : expected.steps)
    CHECK(
        step.probability ==
        Approx(all.posterior.at({step.begin.source, step.begin.target, step.shape})).margin(1e-4));
}

TEST_CASE("swapping the sides mirrors the path", "[align][search]") {
  const std::uint64_t seed = GENERATE(11U, 12U, 13U, 14U);
  const Path path = cheapest_path(Band::full(6, 9), DrawnCosts(seed));
  const Path mirrored = cheapest_path(Band::full(9, 6), DrawnCosts(seed, true));
  CHECK(path.cost_nats == Approx(mirrored.cost_nats).margin(1e-4));
  REQUIRE(path.steps.size() == mirrored.steps.size());
  for (std::size_t k = 0; k < path.steps.size(); ++k) {
    CHECK(path.steps[k].shape.source == mirrored.steps[k].shape.target);
    CHECK(path.steps[k].shape.target == mirrored.steps[k].shape.source);
  }
}

TEST_CASE("a band that holds the best path gives the same path as the whole grid",
          "[align][search]") {
  const std::uint64_t seed = GENERATE(21U, 22U, 23U);
  const DrawnCosts costs(seed);
  const Path whole = cheapest_path(Band::full(40, 50), costs);
  const Band band = Band::around(nodes_of(whole), 3);
  REQUIRE(band.node_count() < Band::full(40, 50).node_count());
  const Path narrow = cheapest_path(band, costs);
  CHECK(narrow.cost_nats == Approx(whole.cost_nats).margin(1e-3));
}

TEST_CASE("a grid without a segment has the empty path", "[align][search]") {
  CHECK(cheapest_path(Band::full(0, 0), DrawnCosts(1)).steps.empty());
  CHECK(most_expected_path(Band::full(0, 0), DrawnCosts(1), kNullWeight).steps.empty());
}
