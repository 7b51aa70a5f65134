#include "align/lexicon/lexicon.h"

#include <algorithm>

#include "align/lexicon/word_list.h"
#include "segment/base/error.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

/// Numbers of entries that begin with the headword's key.
std::size_t entries_of(const Lexicon& lexicon, const std::string& headword) {
  const LookupKeys keys(lexicon.source_language());
  const auto key = lexicon.source_key(keys.of_headword(headword));
  return key ? lexicon.starting_with(*key).size() : 0;
}

}  // namespace

TEST_CASE("headwords are found whatever their spelling", "[align][lexicon]") {
  LexiconBuilder builder("ar", "en");
  builder.add("الإدَارَة", "Administration", 1, LinkOrigin::kDictionary);
  builder.add("إدارة", "management", 1, LinkOrigin::kDictionary);
  const Lexicon lexicon = std::move(builder).build();
  CHECK(lexicon.size() == 2);
  CHECK(entries_of(lexicon, "اداره") == 2);
  CHECK(lexicon.target_key(LookupKeys("en").of_headword("administrations")).has_value());
}

TEST_CASE("a word of the text is looked up under all its analyses", "[align][lexicon]") {
  const std::vector<std::string> keys = LookupKeys("ar").of_text_word("وبمدرستهم");
  CHECK(keys.front() == "وبمدرستهم");
  CHECK(std::count(keys.begin(), keys.end(), "مدرسه") == 1);
}

TEST_CASE("long phrases and empty sides are passed over", "[align][lexicon]") {
  LexiconBuilder builder("en", "de");
  builder.add("a phrase of very many words", "Satz", 1, LinkOrigin::kDictionary);
  builder.add("word", "", 1, LinkOrigin::kDictionary);
  builder.add("...", "Wort", 1, LinkOrigin::kDictionary);
  CHECK(std::move(builder).build().size() == 0);
}

TEST_CASE("grammar is dropped from renderings of several words", "[align][lexicon]") {
  LexiconBuilder builder("de", "en");
  for (int k = 0; k < 100; ++k)
    builder.add("w" + std::to_string(k), "to do" + std::to_string(k), 1, LinkOrigin::kDictionary);
  builder.add("zu", "to", 1, LinkOrigin::kDictionary);
  const Lexicon lexicon = std::move(builder).build();
  const auto key = lexicon.source_key(LookupKeys("de").of_headword("w7"));
  REQUIRE(key);
  CHECK(lexicon.starting_with(*key).front().target_words == 1);
  CHECK(entries_of(lexicon, "zu") == 1);
}

TEST_CASE("word lists are read in both forms", "[align][lexicon]") {
  LexiconBuilder builder("ar", "en");
  CHECK(add_word_list(builder, "# names\nدار\thouse\thome\r\n\nbook @ كتاب\n", "l.tsv", {}) == 2);
  const Lexicon lexicon = std::move(builder).build();
  CHECK(entries_of(lexicon, "دار") == 2);
  CHECK(entries_of(lexicon, "كتاب") == 1);
}

TEST_CASE("a word list's line in neither form is named", "[align][lexicon]") {
  LexiconBuilder builder("ar", "en");
  try {
    add_word_list(builder, "دار\thouse\nbook كتاب\n", "l.tsv", {});
    FAIL("no error was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kMalformedLexicon);
    CHECK(error.where().line == 2);
  }
}
