#include "align/doubtful_nulls.h"

#include <cmath>
#include <limits>

#include "tests/oracle/all_alignments.h"
#include "tests/oracle/drawn_costs.h"
#include "tests/support/catch.h"

using namespace muqabala;
using muqabala::oracle::DrawnCosts;

namespace {

/// What every bead costs unless it is given here.
class ListedCosts : public BeadCosts {
 public:
  explicit ListedCosts(std::vector<PathStep> listed) : listed_(std::move(listed)) {}

  const std::vector<BeadShape>& shapes() const override { return shapes_; }

  void row(std::size_t i, ColumnRange columns, std::size_t shape,
           std::span<float> out) const override {
    for (std::size_t k = 0; k < columns.size(); ++k) {
      out[k] = 9;
      for (const PathStep& step : listed_)
        if (step.begin.source == i && step.begin.target == columns.begin + k &&
            step.shape == shapes_[shape])
          out[k] = step.cost_nats;
    }
  }

 private:
  std::vector<BeadShape> shapes_{{0, 1}, {1, 0}, {1, 1}, {1, 2}, {2, 1}};
  std::vector<PathStep> listed_;
};

PathStep step(std::uint32_t i, std::uint32_t j, BeadShape shape, double posterior = 1) {
  return {.begin = {i, j}, .shape = shape, .probability = posterior};
}

PathStep costing(std::uint32_t i, std::uint32_t j, BeadShape shape, float nats) {
  return {.begin = {i, j}, .shape = shape, .cost_nats = nats};
}

std::vector<BeadShape> shapes_of(const Path& path) {
  std::vector<BeadShape> shapes;
  for (const PathStep& s : path.steps) shapes.push_back(s.shape);
  return shapes;
}

const std::vector<BeadShape> kOneInTheMiddle{{1, 1}, {1, 0}, {1, 1}};

/// Two pairs with a source segment between them that stands alone.
Path one_in_the_middle() {
  return {.steps = {step(0, 0, {1, 1}, .9), step(1, 1, {1, 0}, .6), step(2, 1, {1, 1}, .8)}};
}

Bead null_bead(double probability, bool is_omission) {
  Bead bead;
  bead.probability = probability;
  if (is_omission)
    bead.source = {SourceIndex(0), SourceIndex(1)};
  else
    bead.target = {TargetIndex(0), TargetIndex(1)};
  return bead;
}

}  // namespace

TEST_CASE("a doubtful segment joins the neighbour that it fits", "[align][doubtful]") {
  const bool fits_the_first = GENERATE(true, false);
  const ListedCosts costs({costing(0, 0, {1, 1}, -5), costing(2, 1, {1, 1}, -5),
                           costing(0, 0, {2, 1}, fits_the_first ? -6 : -2),
                           costing(1, 1, {2, 1}, fits_the_first ? -2 : -6)});
  const Path path = pair_doubtful(one_in_the_middle(), {0, 1, 0}, Band::full(3, 2), costs);
  CHECK(shapes_of(path) == (fits_the_first ? std::vector<BeadShape>{{2, 1}, {1, 1}}
                                           : std::vector<BeadShape>{{1, 1}, {2, 1}}));
  CHECK(path.cost_nats == Approx(-11));
  const std::size_t changed = fits_the_first ? 0 : 1;
  CHECK(path.steps[changed].probability == Approx(.4));
  CHECK(path.steps[1 - changed].probability == Approx(fits_the_first ? .8 : .9));
}

TEST_CASE("a doubtful segment that fits both neighbours as well stays alone", "[align][doubtful]") {
  const ListedCosts costs({costing(0, 0, {1, 1}, -5), costing(2, 1, {1, 1}, -5),
                           costing(0, 0, {2, 1}, -4), costing(1, 1, {2, 1}, -4)});
  const Path path = pair_doubtful(one_in_the_middle(), {0, 1, 0}, Band::full(3, 2), costs);
  CHECK(shapes_of(path) == kOneInTheMiddle);
}

TEST_CASE("a segment that is alone beyond doubt stays so beside a doubtful one",
          "[align][doubtful]") {
  const Path before{
      .steps = {step(0, 0, {1, 1}), step(1, 1, {1, 0}), step(2, 1, {1, 0}), step(3, 1, {1, 1})}};
  const ListedCosts costs({costing(0, 0, {1, 1}, -5), costing(3, 1, {1, 1}, -5),
                           costing(1, 1, {1, 0}, 3), costing(2, 1, {1, 0}, 3),
                           costing(0, 0, {2, 1}, -9), costing(2, 1, {2, 1}, -4)});
  const Path path = pair_doubtful(before, {0, 0, 1, 0}, Band::full(4, 2), costs);
  CHECK(shapes_of(path) == std::vector<BeadShape>{{1, 1}, {1, 0}, {2, 1}});
}

TEST_CASE("doubtful segments of both sides make a pair", "[align][doubtful]") {
  const Path before{.steps = {step(0, 0, {1, 1}), step(1, 1, {1, 0}, .7), step(2, 1, {0, 1}, .6)}};
  const ListedCosts costs(
      {costing(0, 0, {1, 1}, -5), costing(1, 1, {1, 1}, -1), costing(0, 0, {1, 2}, 2)});
  const Path path = pair_doubtful(before, {0, 1, 1}, Band::full(2, 2), costs);
  CHECK(shapes_of(path) == std::vector<BeadShape>{{1, 1}, {1, 1}});
  CHECK(path.steps[1].probability == Approx(.3));
}

TEST_CASE("a text of doubtful segments without a way to pair them stays as it is",
          "[align][doubtful]") {
  const Path before{.steps = {step(0, 0, {1, 0}), step(1, 0, {1, 0})}};
  const Path path = pair_doubtful(before, {1, 1}, Band::full(2, 0), ListedCosts({}));
  CHECK(shapes_of(path) == std::vector<BeadShape>{{1, 0}, {1, 0}});
  CHECK(pair_doubtful({}, {}, Band::full(0, 0), ListedCosts({})).steps.empty());
}

TEST_CASE("a doubtful segment in a chapter that was moved is sought in the band alone",
          "[align][doubtful]") {
  const std::uint32_t count = 3000;
  Path before;
  for (std::uint32_t i = 0; i < count; ++i) before.steps.push_back(step(i, 0, {1, 0}));
  for (std::uint32_t j = 0; j < count; ++j) before.steps.push_back(step(count, j, {0, 1}));
  before.steps.push_back(step(count, count, {1, 1}));
  std::vector<std::uint8_t> is_doubtful(before.steps.size(), 0);
  is_doubtful[count - 1] = is_doubtful[count] = 1;
  const Band band = Band::around(nodes_of(before), 2);
  // The whole window would be 9 million nodes.
  REQUIRE(band.node_count() < 50'000);
  const ListedCosts costs({costing(count - 1, 0, {1, 1}, -5)});
  const Path path = pair_doubtful(before, is_doubtful, band, costs);
  REQUIRE(path.steps.size() == before.steps.size() - 1);
  CHECK(path.steps[count - 1].shape == BeadShape{1, 1});
}

TEST_CASE("doubtful segments are paired as the best of all ways that there are",
          "[align][doubtful]") {
  const std::uint64_t seed = GENERATE(range(std::uint64_t{1}, std::uint64_t{60}));
  INFO("seed " << seed);
  const DrawnCosts costs(seed);
  // The third of four source segments and the second target segment are doubtful, the second source
  // segment is not.
  const Path before{.steps = {step(0, 0, {1, 1}), step(1, 1, {1, 0}), step(2, 1, {1, 0}),
                              step(3, 1, {0, 1}), step(3, 2, {1, 1})}};
  const auto all = oracle::enumerate(4, 3, costs.shapes(), 1, [&](const oracle::PlacedBead& bead) {
    const bool is_null = bead.shape.is_null();
    const bool holds = bead.source <= 1 && 1 < bead.source + bead.shape.source;
    const bool allowed = is_null ? holds : !holds;
    return allowed ? static_cast<double>(costs.cost(bead.source, bead.target, bead.shape))
                   : std::numeric_limits<double>::infinity();
  });
  const Path path = pair_doubtful(before, {0, 0, 1, 1, 0}, Band::full(4, 3), costs);
  const bool stands_out =
      std::isfinite(all.least_cost) && std::exp(-all.least_cost - all.log_sum) >= 0.75;
  if (!stands_out)
    CHECK(shapes_of(path) == shapes_of(before));
  else
    CHECK(path.cost_nats == Approx(all.least_cost).margin(1e-4));
}

TEST_CASE("a null bead of little confidence is doubtful, unless it is furniture or was moved",
          "[align][doubtful]") {
  TextSide source;
  const TextSide target;
  SentenceAlignment alignment;
  alignment.beads = {null_bead(.1, true), null_bead(.9, true), null_bead(.1, false),
                     null_bead(.9, false)};
  CHECK(doubtful_nulls(alignment, source, target) == std::vector<std::uint8_t>{1, 0, 1, 0});
  alignment.beads[2].move = 0;
  source.alone_nats = {2};
  CHECK(doubtful_nulls(alignment, source, target) == std::vector<std::uint8_t>{0, 0, 0, 0});
}
