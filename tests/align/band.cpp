#include "align/band.h"

#include "tests/support/catch.h"

using namespace muqabala;

namespace {

/// What every band promises: see `Band`.
void check_is_band(const Band& band) {
  const std::size_t n = band.source_count();
  const std::size_t m = band.target_count();
  std::size_t nodes = 0;
  CHECK(band.row(0).contains(0));
  CHECK(band.row(n).contains(m));
  for (std::size_t i = 0; i <= n; ++i) {
    const ColumnRange row = band.row(i);
    REQUIRE(row.begin < row.end);
    REQUIRE(row.end <= m + 1);
    CHECK(band.node(i, row.begin) == nodes);
    nodes += row.size();
    if (i == 0) continue;
    CHECK(band.row(i - 1).begin <= row.begin);
    CHECK(band.row(i - 1).end <= row.end);
    CHECK(row.begin < band.row(i - 1).end);
  }
  CHECK(band.node_count() == nodes);
}

}  // namespace

TEST_CASE("the full band holds every node of the grid", "[align][band]") {
  const Band band = Band::full(3, 5);
  check_is_band(band);
  CHECK(band.node_count() == 4 * 6);
}

TEST_CASE("a band around the diagonal keeps its distance", "[align][band]") {
  const Band band = Band::around({{0, 0}, {100, 100}}, 5);
  check_is_band(band);
  CHECK(band.row(50).contains(50));
  CHECK(band.row(50).contains(45));
  CHECK_FALSE(band.row(50).contains(70));
  CHECK_FALSE(band.row(50).contains(30));
}

TEST_CASE("a band around a path with a long jump covers the jump", "[align][band]") {
  const Band band = Band::around({{0, 0}, {10, 10}, {10, 80}, {20, 90}}, 3);
  check_is_band(band);
  for (std::uint32_t j = 10; j <= 80; ++j) CHECK(band.row(10).contains(j));
}

TEST_CASE("rows that do not meet are widened until a path leads through", "[align][band]") {
  check_is_band(Band::covering({{0, 1}, {7, 8}, {2, 3}, {0, 0}, {9, 10}}, 9));
  check_is_band(Band::covering({{0, 1}, {0, 1}}, 9));
  check_is_band(Band::covering({{4, 90}, {3, 2}}, 9));
}

TEST_CASE("a grid without rows or columns is still a band", "[align][band]") {
  check_is_band(Band::full(0, 0));
  check_is_band(Band::full(0, 4));
  check_is_band(Band::full(4, 0));
  check_is_band(Band::around({{0, 0}}, 3));
}
