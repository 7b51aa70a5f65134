#include "align/starting_models.h"

#include <cmath>

#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

/// A text of `segments` sentences of 30 letters each.
TextSide side_of(std::size_t segments, const std::string& language) {
  return index_words(
      document_of(std::vector<std::string>(segments, "abcdefghij abcdefghi abcdefghi"), language));
}

double null_prior(const CostModel& model, BeadShape shape) {
  for (std::size_t s = 0; s < model.priors.shapes.size(); ++s)
    if (model.priors.shapes[s] == shape) return model.priors.probability[s];
  return 0;
}

}  // namespace

TEST_CASE("texts of about one length have one model to begin with", "[align][start]") {
  const auto models = starting_models(side_of(100, "ar"), side_of(125, "en"));
  REQUIRE(models.size() == 1);
  CHECK(models[0].length.mean_log_ratio == Approx(std::log(1.25)).margin(0.01));
}

TEST_CASE("a text too short to be the whole may be a digest", "[align][start]") {
  const auto models = starting_models(side_of(100, "ar"), side_of(25, "en"));
  REQUIRE(models.size() == 2);
  CHECK(models[0].length.mean_log_ratio == Approx(std::log(0.25)).margin(0.02));
  CHECK(models[1].length.mean_log_ratio == 0);
  CHECK(null_prior(models[1], {1, 0}) == Approx(0.75).margin(0.02));
  CHECK(null_prior(models[1], {0, 1}) < null_prior(models[0], {0, 1}));
}

TEST_CASE("a text too long to be a translation may hold more than its original", "[align][start]") {
  const auto models = starting_models(side_of(25, "ar"), side_of(100, "en"));
  REQUIRE(models.size() == 2);
  CHECK(null_prior(models[1], {0, 1}) == Approx(0.75).margin(0.02));
}

TEST_CASE("a script that says more in a character makes shorter texts", "[align][start]") {
  CHECK(usual_log_ratio("en", "zh-Hant") < -0.5);
  CHECK(usual_log_ratio("ja", "de") > 0.3);
  CHECK(usual_log_ratio("ja", "ko") == 0);
  CHECK(usual_log_ratio("ar", "en-GB") == 0);
  CHECK(starting_models(side_of(100, "en"), side_of(45, "zh")).size() == 1);
}

TEST_CASE("empty texts have a model too", "[align][start]") {
  CHECK(starting_models(side_of(0, "ar"), side_of(3, "en")).size() == 1);
}
