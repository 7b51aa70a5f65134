#include "align/self_training.h"

#include "tests/support/catch.h"

using namespace muqabala;

namespace {

std::vector<SegmentPair> pairs_of(std::size_t count) {
  std::vector<SegmentPair> pairs;
  for (std::size_t k = 0; k < count; ++k)
    pairs.push_back({{SourceIndex(k), SourceIndex(k + 1)}, {TargetIndex(k), TargetIndex(k + 1)}});
  return pairs;
}

}  // namespace

TEST_CASE("pairs are thinned evenly, and only where they are too many", "[align][training]") {
  CHECK(thinned(pairs_of(5), 5).size() == 5);
  CHECK(thinned({}, 5).empty());
  const std::vector<SegmentPair> kept = thinned(pairs_of(11), 3);
  REQUIRE(kept.size() == 3);
  CHECK(kept[0].source.begin_index == SourceIndex(0));
  CHECK(kept[1].source.begin_index == SourceIndex(3));
  CHECK(kept[2].source.begin_index == SourceIndex(7));
}
