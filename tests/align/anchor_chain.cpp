#include "align/anchor_chain.h"

#include "tests/support/catch.h"

using namespace muqabala;

TEST_CASE("the heaviest increasing chain wins over heavier points that cross it",
          "[align][anchors]") {
  std::vector<AnchorPoint> points;
  for (std::uint32_t k = 0; k < 20; ++k) {
    points.push_back({k, k, 1.0F});
    if (k == 5) points.push_back({5, 19, 5.0F});
  }
  const std::vector<AnchorPoint> chain = anchor_chain(points, 20, 20);
  REQUIRE(chain.size() == 20);
  for (std::uint32_t k = 0; k < 20; ++k) CHECK(chain[k].target == k);
}

TEST_CASE("a point that stands off the line of its neighbours is dropped", "[align][anchors]") {
  std::vector<AnchorPoint> points;
  for (std::uint32_t k = 0; k < 10; ++k) points.push_back({k, k, 1.0F});
  points.push_back({10, 180, 1.0F});
  for (std::uint32_t k = 190; k < 200; ++k) points.push_back({k, k, 1.0F});
  for (const AnchorPoint& point : anchor_chain(points, 200, 200)) CHECK(point.target != 180);
}

TEST_CASE("both sides of a chain grow strictly", "[align][anchors]") {
  const std::vector<AnchorPoint> points{{0, 0, 1}, {0, 1, 1}, {1, 1, 1}, {2, 1, 1},
                                        {2, 2, 1}, {3, 3, 1}, {3, 4, 1}};
  const std::vector<AnchorPoint> chain = anchor_chain(points, 5, 5);
  REQUIRE(chain.size() == 4);
  for (std::size_t k = 1; k < chain.size(); ++k) {
    CHECK(chain[k - 1].source < chain[k].source);
    CHECK(chain[k - 1].target < chain[k].target);
  }
}

TEST_CASE("no candidates make no chain", "[align][anchors]") {
  CHECK(anchor_chain({}, 10, 10).empty());
}
