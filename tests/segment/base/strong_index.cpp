#include "segment/base/strong_index.h"

#include <type_traits>
#include <vector>

#include "tests/support/catch.h"

using namespace muqabala;

// Swapped sides must not compile.
static_assert(!std::is_convertible_v<SourceIndex, TargetIndex>);
static_assert(!std::is_constructible_v<SourceIndex, TargetIndex>);
static_assert(!std::is_assignable_v<SourceRange&, TargetRange>);
static_assert(!std::is_convertible_v<std::size_t, SourceIndex>);
static_assert(!std::equality_comparable_with<SourceIndex, TargetIndex>);

TEST_CASE("a range of indices visits each of them once, in order", "[base]") {
  const SourceRange range{SourceIndex(3), SourceIndex(6)};
  std::vector<std::size_t> seen;
  for (const SourceIndex i : range) seen.push_back(i.value());
  CHECK(seen == std::vector<std::size_t>{3, 4, 5});
  CHECK(range.size() == 3);
  CHECK(range.contains(SourceIndex(5)));
  CHECK_FALSE(range.contains(SourceIndex(6)));
}

TEST_CASE("an empty range visits nothing but keeps its place", "[base]") {
  const TargetRange range{TargetIndex(4), TargetIndex(4)};
  for (const TargetIndex i : range) FAIL("visited " << i.value());
  CHECK(range.empty());
  CHECK(range.begin_index.value() == 4);
}
