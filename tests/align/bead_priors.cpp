#include "align/bead_priors.h"

#include <algorithm>

#include "tests/support/catch.h"

using namespace muqabala;

namespace {

double prior_of(const BeadPriors& priors, BeadShape shape) {
  const auto at = std::find(priors.shapes.begin(), priors.shapes.end(), shape);
  if (at == priors.shapes.end()) return 0;
  return priors.probability[static_cast<std::size_t>(at - priors.shapes.begin())];
}

Path path_of(std::vector<BeadShape> shapes) {
  Path path;
  for (const BeadShape shape : shapes) path.steps.push_back({.begin = {}, .shape = shape});
  return path;
}

}  // namespace

TEST_CASE("no shape asks for more segments than a side has", "[align][priors]") {
  for (const BeadShape shape : initial_priors(2, 3).shapes) {
    CHECK(shape.source <= 2);
    CHECK(shape.target <= 3);
  }
}

TEST_CASE("long runs are looked for on the side with far more segments", "[align][priors]") {
  CHECK(prior_of(initial_priors(100, 110), {1, 20}) == 0);
  CHECK(prior_of(initial_priors(100, 300), {1, 20}) > 0);
  CHECK(prior_of(initial_priors(100, 300), {20, 1}) == 0);
  CHECK(prior_of(initial_priors(300, 100), {20, 1}) > 0);
}

TEST_CASE("re-estimated priors follow the counts, drawn towards the start", "[align][priors]") {
  const BeadPriors initial = initial_priors(200, 200);
  const BeadPriors priors =
      reestimate_priors(initial, path_of(std::vector<BeadShape>(60, BeadShape{2, 1})));
  CHECK(prior_of(priors, {2, 1}) == Approx((60 + 40 * 0.06) / 100));
  CHECK(prior_of(priors, {1, 1}) == Approx(40 * 0.80 / 100));
}

TEST_CASE("null beads never become free nor forbidden", "[align][priors]") {
  const BeadPriors initial = initial_priors(2000, 2000);
  const BeadPriors all_null =
      reestimate_priors(initial, path_of(std::vector<BeadShape>(1000, BeadShape{1, 0})));
  CHECK(prior_of(all_null, {1, 0}) == Approx(0.2));
  const BeadPriors no_null =
      reestimate_priors(initial, path_of(std::vector<BeadShape>(1000, BeadShape{1, 1})));
  CHECK(prior_of(no_null, {1, 0}) == Approx(0.005));
}

TEST_CASE("null beads that are expected stay allowed", "[align][priors]") {
  const BeadPriors initial = expecting_nulls(initial_priors(2000, 2000), {1, 0}, 0.6);
  CHECK(prior_of(initial, {1, 0}) == 0.6);
  CHECK(prior_of(initial, {1, 1}) == Approx(0.80 * 0.4));
  const BeadPriors all_null =
      reestimate_priors(initial, path_of(std::vector<BeadShape>(1000, BeadShape{1, 0})));
  CHECK(prior_of(all_null, {1, 0}) == 0.6);
}
