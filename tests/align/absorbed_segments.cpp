#include "align/absorbed_segments.h"

#include "align/lexicon/link_words.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

Lexicon lexicon_of_animals(bool is_turned) {
  LexiconBuilder builder(is_turned ? "en" : "de", is_turned ? "de" : "en");
  for (const auto& [german, english] :
       std::vector<std::pair<std::string, std::string>>{{"Hund", "dog"},
                                                        {"bellen", "bark"},
                                                        {"Nacht", "night"},
                                                        {"Katze", "cat"},
                                                        {"schlafen", "sleep"},
                                                        {"Ofen", "stove"},
                                                        {"Pferd", "horse"},
                                                        {"Stall", "stable"}})
    builder.add(is_turned ? english : german, is_turned ? german : english, 1,
                LinkOrigin::kDictionary);
  return std::move(builder).build();
}

const std::vector<std::string> kTwo{"Der Hund bellen in der Nacht am Stall",
                                    "Die Katze schlafen am Ofen beim Pferd"};

/// What becomes of one bead that holds all segments of both sides.
Path release(const std::vector<std::string>& source, const std::vector<std::string>& target,
             bool is_turned) {
  const TextSide from = index_words(document_of(source, is_turned ? "en" : "de"));
  const TextSide to = index_words(document_of(target, is_turned ? "de" : "en"));
  const TranslationTable table =
      prior_table(from, to, link_words(from, to, lexicon_of_animals(is_turned)));
  Path path;
  path.steps.push_back({.begin = {},
                        .shape = {static_cast<std::uint8_t>(source.size()),
                                  static_cast<std::uint8_t>(target.size())},
                        .probability = 0.9});
  return release_absorbed(path, from, to, table, {});
}

}  // namespace

TEST_CASE("a source segment without words in common is released from its bead",
          "[align][absorbed]") {
  const Path path = release(kTwo, {"A dog bark in the night at the stable"}, false);
  REQUIRE(path.steps.size() == 2);
  CHECK(path.steps[0].shape == BeadShape{1, 1});
  CHECK(path.steps[1].shape == BeadShape{1, 0});
  CHECK(path.steps[1].begin == GridNode{1, 1});
  CHECK(path.steps[1].probability > 0.4);
  CHECK(path.steps[1].probability < 0.9);
}

TEST_CASE("the first segment is released before the rest", "[align][absorbed]") {
  const Path path = release(kTwo, {"The cat sleep at the stove by the horse"}, false);
  REQUIRE(path.steps.size() == 2);
  CHECK(path.steps[0].shape == BeadShape{1, 0});
  CHECK(path.steps[1].shape == BeadShape{1, 1});
  CHECK(path.steps[1].begin == GridNode{1, 0});
}

TEST_CASE("an added segment is released as a dropped one is", "[align][absorbed]") {
  const Path path = release({"A dog bark in the night at the stable"}, kTwo, true);
  REQUIRE(path.steps.size() == 2);
  CHECK(path.steps[0].shape == BeadShape{1, 1});
  CHECK(path.steps[1].shape == BeadShape{0, 1});
}

TEST_CASE("two segments told as one stay together", "[align][absorbed]") {
  const Path path = release(
      kTwo, {"A dog bark in the night at the stable and a cat sleep at the stove by the horse"},
      false);
  REQUIRE(path.steps.size() == 1);
  CHECK(path.steps[0].shape == BeadShape{2, 1});
  CHECK(path.steps[0].probability == 0.9);
}
