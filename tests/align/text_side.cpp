#include "align/text_side.h"

#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

TEST_CASE("numbers of one value have one key in every custom", "[align][numbers]") {
  const auto [written, key] = GENERATE(table<std::string, std::string>({
      {"2014", "#2014"},
      {"1,234", "#1234"},
      {"1.234", "#1234"},
      {"1,234,567", "#1234567"},
      {"1.234.567", "#1234567"},
      {"1,234.5", "#1234.5"},
      {"1.234,5", "#1234.5"},
      {"2.5", "#2.5"},
      {"2,5", "#2.5"},
      {"0.125", "#0.125"},
      {"12.", "#12"},
      {"1234.567", "#1234.567"},
  }));
  CHECK(number_key(written) == key);
}

TEST_CASE("Arabic-Indic and Latin digits of one number are one type", "[align][text]") {
  const TextSide side = index_words(document_of({"عام ٢٠١٤ و 2014"}, "ar"));
  const auto year = std::find_if(side.types.begin(), side.types.end(),
                                 [](const WordType& t) { return t.key == "#2014"; });
  REQUIRE(year != side.types.end());
  CHECK(year->count == 2);
}

TEST_CASE("every use points at its word in the text", "[align][text]") {
  const SegmentedDocument document = document_of({"The minister spoke.", "", "He left."}, "en");
  const TextSide side = index_words(document);
  REQUIRE(side.size() == 3);
  CHECK(side.uses_of(1).empty());
  const std::span<const WordUse> uses = side.uses_of(2);
  REQUIRE(uses.size() == 2);
  CHECK(document.document.text.view().substr(uses[1].begin_bytes, uses[1].size_bytes) == "left");
}

TEST_CASE("vocalised and bare Arabic are equally long", "[align][text]") {
  const TextSide side = index_words(document_of({"كَتَبَ الوَلَدُ", "كتب الولد"}, "ar"));
  CHECK(side.length_graphemes[0] == side.length_graphemes[1]);
}

TEST_CASE("commas and stops are left out, telling marks are kept", "[align][text]") {
  const TextSide side = index_words(document_of({"Well, really? Yes."}, "en"));
  const auto has = [&](const std::string& key) {
    return std::any_of(side.types.begin(), side.types.end(),
                       [&](const WordType& t) { return t.key == key; });
  };
  CHECK(has("?"));
  CHECK_FALSE(has(","));
  CHECK_FALSE(has("."));
}

TEST_CASE("capitals are counted away from the start of a segment", "[align][text]") {
  const TextSide side = index_words(document_of({"Baghdad is far.", "We saw Baghdad."}, "en"));
  const auto city = std::find_if(side.types.begin(), side.types.end(),
                                 [](const WordType& t) { return t.surfaces.front() == "baghdad"; });
  REQUIRE(city != side.types.end());
  CHECK(city->count == 2);
  CHECK(city->inner_count == 1);
  CHECK(city->inner_capitalised == 1);
}

TEST_CASE("of a segment without end only the front is read, but all of it counts as length",
          "[align][text]") {
  std::string endless;
  for (int k = 0; k < 100'000; ++k) endless += "كلمة ";
  const TextSide side = index_words(document_of({endless}, "ar"));
  CHECK(side.uses.size() > 1000);
  CHECK(side.uses.size() < 5000);
  CHECK(side.length_graphemes[0] == 400'000);
}
