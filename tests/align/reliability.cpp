#include "align/reliability.h"

#include "tests/support/catch.h"

using namespace muqabala;

namespace {

Bead bead(std::size_t s, std::size_t s_end, std::size_t t, std::size_t t_end, double probability) {
  return {.source = {SourceIndex(s), SourceIndex(s_end)},
          .target = {TargetIndex(t), TargetIndex(t_end)},
          .probability = probability};
}

}  // namespace

TEST_CASE("a pair is right inside one gold row and a null bead where the gold has none either",
          "[reliability]") {
  const std::vector<GoldBead> gold{{{0}, {0, 1}}, {{1}, {}}, {{2}, {2}}, {{}, {3}}};
  SentenceAlignment alignment;
  alignment.beads = {bead(0, 1, 0, 1, .9), bead(1, 1, 1, 2, .4), bead(1, 2, 2, 2, .8),
                     bead(2, 3, 2, 4, .3)};
  const JudgedBeads judged = judge(alignment, gold, {});
  REQUIRE(judged.pairs.size() == 2);
  CHECK(judged.pairs[0].is_right);        // part of the row 0:0,1
  CHECK_FALSE(judged.pairs[1].is_right);  // 2:2,3 takes in an added segment
  REQUIRE(judged.nulls.size() == 2);
  CHECK_FALSE(judged.nulls[0].is_right);  // target 1 has a counterpart
  CHECK(judged.nulls[1].is_right);

  const JudgedBeads trusted = judge(alignment, gold, {.ignore_one_sided = true});
  CHECK(trusted.pairs.size() == 1);
  CHECK(trusted.nulls.size() == 1);
}

TEST_CASE("a pair that crosses two gold rows, or joins what the gold does not mention, is wrong",
          "[reliability]") {
  SentenceAlignment alignment;
  alignment.beads = {bead(0, 2, 0, 1, .9), bead(2, 3, 1, 2, .9)};
  const JudgedBeads judged = judge(alignment, {{{0}, {0}}, {{1}, {1}}}, {});
  REQUIRE(judged.pairs.size() == 2);
  CHECK_FALSE(judged.pairs[0].is_right);
  CHECK_FALSE(judged.pairs[1].is_right);
}

TEST_CASE("reliability counts beads in tenths of their probability", "[reliability]") {
  const Reliability table =
      reliability({{1.0, true}, {.95, false}, {.9, true}, {.25, false}, {.2, false}});
  CHECK(table.bins[9].beads == 3);
  CHECK(table.bins[9].mean_probability == Approx(.95));
  CHECK(table.bins[9].share_right == Approx(2.0 / 3));
  CHECK(table.bins[2].beads == 2);
  CHECK(table.bins[5].beads == 0);
  // (3 |.95 - 2/3| + 2 |.225 - 0|) / 5
  CHECK(table.calibration_error == Approx(.26));
}

TEST_CASE("the area under the curve is the share of right-wrong pairs in order", "[reliability]") {
  // Right .9 and .3 against wrong .3 and .1: 1 + 1 + .5 + 1 of 4.
  CHECK(reliability({{.9, true}, {.3, true}, {.3, false}, {.1, false}}).area_under_roc.value() ==
        Approx(.875));
  CHECK_FALSE(reliability({{.9, true}}).area_under_roc.has_value());
  CHECK_FALSE(reliability({}).area_under_roc.has_value());
}
