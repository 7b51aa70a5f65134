#include "align/bootstrap.h"

#include "tests/support/catch.h"

using namespace muqabala;

namespace {

Scores with_strict(double right, double all) {
  Scores scores;
  scores.strict = {.right_predicted = right, .predicted = all, .right_gold = right, .gold = all};
  return scores;
}

}  // namespace

TEST_CASE("one document has no interval", "[bootstrap]") {
  CHECK_FALSE(bootstrap_intervals({with_strict(9, 10)}, {}).has_value());
  CHECK_FALSE(bootstrap_intervals({}, {}).has_value());
}

TEST_CASE("documents that are equally good leave no doubt", "[bootstrap]") {
  const auto intervals = bootstrap_intervals({with_strict(9, 10), with_strict(18, 20)}, {});
  REQUIRE(intervals.has_value());
  CHECK(intervals->strict.low == Approx(.9));
  CHECK(intervals->strict.high == Approx(.9));
}

TEST_CASE("an interval holds the score and is as wide as binomial doubt asks", "[bootstrap]") {
  // 100 documents of one bead, 80 right: 80 % with a standard error of 4 points.
  std::vector<Scores> documents(100, with_strict(1, 1));
  for (std::size_t k = 0; k < 20; ++k) documents[k] = with_strict(0, 1);
  const auto intervals = bootstrap_intervals(documents, {});
  REQUIRE(intervals.has_value());
  CHECK(intervals->strict.low == Approx(.72).margin(.02));
  CHECK(intervals->strict.high == Approx(.88).margin(.02));
}

TEST_CASE("the same seed gives the same intervals and another seed others", "[bootstrap]") {
  std::vector<Scores> documents;
  for (int k = 1; k < 30; ++k) documents.push_back(with_strict(k * 7 % 11, 11));
  const auto one = bootstrap_intervals(documents, {.resamples = 200, .seed = 7});
  const auto same = bootstrap_intervals(documents, {.resamples = 200, .seed = 7});
  const auto other = bootstrap_intervals(documents, {.resamples = 200, .seed = 8});
  REQUIRE((one && same && other));
  CHECK(one->strict.low <= same->strict.low);
  CHECK(one->strict.low >= same->strict.low);
  const bool differs = one->strict.low < other->strict.low || one->strict.low > other->strict.low ||
                       one->strict.high < other->strict.high ||
                       one->strict.high > other->strict.high;
  CHECK(differs);
}
