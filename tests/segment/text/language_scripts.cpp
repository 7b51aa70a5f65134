#include "segment/text/language_scripts.h"

#include "tests/support/catch.h"

using namespace muqabala;

TEST_CASE("letters are told from marks, digits and what nobody sees", "[language]") {
  const LanguageScripts arabic("ar");
  const CharacterCounts counts = arabic.count("مَدْرَسَة\u200F 12، (Paris)");
  CHECK(counts.letters == 10);
  CHECK(counts.own_letters == 5);
  CHECK(counts.others == 5);  // two digits, a comma, two brackets
  CHECK(arabic.count("").letters == 0);
}

TEST_CASE("a language has all scripts that it is written in", "[language]") {
  CHECK(LanguageScripts("sr").count("Београд").own_letters == 7);
  CHECK(LanguageScripts("sr-Cyrl").count("Beograd").own_letters == 7);
  CHECK(LanguageScripts("ja").count("東京の").own_letters == 3);
  CHECK(LanguageScripts("en").count("Београд").own_letters == 0);
}

TEST_CASE("every letter belongs to a language that nobody knows", "[language]") {
  for (const char* tag : {"", "not a tag", "qaa"}) {
    const LanguageScripts unknown(tag);
    CHECK(!unknown.is_known());
    CHECK(unknown.count("Abгдه").own_letters == 5);
  }
}
