#include "align/lexicon/dictd.h"

#include "segment/base/error.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace muqabala;

namespace {

constexpr const char* kText = "Haus /haʊs/\n1. house, home\n2. building (large)\nHund\ndog\n";
// Offsets 0 and 48, lengths 48 and 9, in dictd's base 64: A, w, w, J.
constexpr const char* kIndex = "00-database-info\tA\tA\nHaus\tA\tw\nHund\tw\tJ\n";

}  // namespace

TEST_CASE("renderings are split and stripped of numbers and notes", "[align][dictd]") {
  CHECK(renderings_of_entry("Haus /haʊs/\n1. house, home\n2. building (large)\n") ==
        std::vector<std::string>{"house", "home", "building"});
  CHECK(renderings_of_entry("word\nكلمة، لفظ؛ قول\n") ==
        std::vector<std::string>{"كلمة", "لفظ", "قول"});
  CHECK(renderings_of_entry("headword only").empty());
}

TEST_CASE("a dictionary is read from either side", "[align][dictd]") {
  const muqabala::testing::TemporaryFolder folder;
  folder.write("mini.dict", kText);
  const std::string index = folder.write("mini.index", kIndex);
  LexiconBuilder forwards("de", "en");
  CHECK(add_dictd(forwards, index, HeadwordSide::kSource) == 2);
  CHECK(std::move(forwards).build().size() == 4);
  LexiconBuilder backwards("en", "de");
  add_dictd(backwards, index, HeadwordSide::kTarget);
  const Lexicon lexicon = std::move(backwards).build();
  CHECK(lexicon.source_key("dog").has_value());
}

TEST_CASE("a damaged index is named with its line", "[align][dictd]") {
  const auto [index, line] = GENERATE(table<std::string, std::size_t>({
      {"Haus\tA\tw\nHund x J\n", 2},     // no tabs
      {"Haus\tA\t!\n", 1},               // not base 64
      {"Haus\tA\tw\nHund\tzz\tJ\n", 2},  // outside of the text
  }));
  const muqabala::testing::TemporaryFolder folder;
  folder.write("mini.dict", kText);
  const std::string path = folder.write("mini.index", index);
  LexiconBuilder builder("de", "en");
  try {
    add_dictd(builder, path, HeadwordSide::kSource);
    FAIL("no error was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kMalformedLexicon);
    CHECK(error.where().line == line);
  }
}

TEST_CASE("a dictionary whose text is missing or damaged is an error", "[align][dictd]") {
  const muqabala::testing::TemporaryFolder folder;
  const std::string index = folder.write("mini.index", kIndex);
  LexiconBuilder builder("de", "en");
  CHECK_THROWS_AS(add_dictd(builder, index, HeadwordSide::kSource), Error);
  folder.write("mini.dict.dz", "\x1f\x8b this is no gzip");
  try {
    add_dictd(builder, index, HeadwordSide::kSource);
    FAIL("no error was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kUnreadable);
  }
}

TEST_CASE("dictionaries of a pair are found by their codes, in both directions", "[align][dictd]") {
  const muqabala::testing::TemporaryFolder folder;
  folder.write("freedict-deu-eng.index", "");
  folder.write("freedict-eng-deu.index", "");
  folder.write("freedict-fra-eng.index", "");
  const auto found = find_dictd("de-CH", "en", {folder.path(), folder.path() + "/none"});
  REQUIRE(found.size() == 2);
  CHECK(found[0].side == HeadwordSide::kSource);
  CHECK(found[1].side == HeadwordSide::kTarget);
  CHECK(find_dictd("", "en", {folder.path()}).empty());
}

TEST_CASE("a dictionary counts less where the core knows both words and pairs them with others",
          "[align][dictd]") {
  const muqabala::testing::TemporaryFolder folder;
  folder.write("mini.dict", kText);
  const std::string index = folder.write("mini.index", kIndex);
  LexiconBuilder builder("de", "en");
  builder.begin_source("core");
  builder.add("Haus", "house", 1, LinkOrigin::kCore);
  builder.add("Heim", "home", 1, LinkOrigin::kCore);
  builder.begin_source("mini");
  add_dictd(builder, index, HeadwordSide::kSource);
  const Lexicon lexicon = std::move(builder).build();
  const auto weight = [&](const std::string& headword, const std::string& rendering) {
    for (const LexiconEntry& entry : lexicon.entries()) {
      const EntryText text = lexicon.text_of(entry);
      if (entry.origin == LinkOrigin::kDictionary && text.source == headword &&
          text.target == rendering)
        return entry.weight;
    }
    return 0.0F;
  };
  CHECK(weight("Haus", "house") > 0);
  CHECK(weight("Haus", "building") == weight("Haus", "house"));
  CHECK(weight("Hund", "dog") == weight("Haus", "house"));
  CHECK(weight("Haus", "home") < weight("Haus", "house") / 2);
  CHECK(weight("Haus", "home") > 0);
}
