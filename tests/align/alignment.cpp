#include "align/alignment.h"

#include <utility>

#include "tests/support/catch.h"

using namespace muqabala;

namespace {

Bead bead(std::size_t s0, std::size_t s1, std::size_t t0, std::size_t t1) {
  return {.source = {SourceIndex(s0), SourceIndex(s1)},
          .target = {TargetIndex(t0), TargetIndex(t1)}};
}

SentenceAlignment of(std::vector<Bead> beads) {
  SentenceAlignment alignment;
  alignment.beads = std::move(beads);
  return alignment;
}

}  // namespace

TEST_CASE("beads that hold every segment once and in order are a partition", "[align]") {
  CHECK(partition_fault(of({bead(0, 1, 0, 2), bead(1, 2, 2, 2), bead(2, 2, 2, 3)}), 2, 3).empty());
  CHECK(partition_fault(of({}), 0, 0).empty());
}

TEST_CASE("gaps, overlaps, missing segments and empty beads are no partition", "[align]") {
  CHECK_FALSE(partition_fault(of({bead(0, 1, 0, 1), bead(2, 3, 1, 2)}), 3, 2).empty());
  CHECK_FALSE(partition_fault(of({bead(0, 1, 0, 1), bead(1, 2, 0, 1)}), 2, 1).empty());
  CHECK_FALSE(partition_fault(of({bead(0, 1, 0, 1)}), 2, 1).empty());
  CHECK_FALSE(partition_fault(of({bead(0, 1, 0, 1)}), 1, 2).empty());
  CHECK_FALSE(partition_fault(of({bead(0, 0, 0, 0)}), 0, 0).empty());
}
