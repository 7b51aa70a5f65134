#include "corpus/collection/pairing/candidates.h"

#include <string>
#include <vector>

#include "align/anchors/anchors.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using testing::document_of;

namespace {

CollectionWords words_of(const std::vector<std::string>& texts, const std::string& language) {
  CollectionWords words(language);
  DocumentWordsReader read(language);
  for (const std::string& text : texts) words.add(read(document_of({text}, language)));
  words.finish();
  return words;
}

/// What is written the same on both sides is all that is known.
std::vector<Candidate> candidates(const CollectionWords& a, const CollectionWords& b,
                                  std::size_t most) {
  std::vector<TypeLink> links;
  link_identical(a.side(), b.side(), links);
  return find_candidates(a, b, links, most, 2);
}

}  // namespace

TEST_CASE("Rare words that two documents share outweigh common ones", "[pairing]") {
  const auto a = words_of({"radio radio radio zirkonium", "radio metro"}, "de");
  const auto b = words_of({"radio metro taxi", "zirkonium taxi taxi", "radio", "radio"}, "en");
  const auto found = candidates(a, b, 1);
  REQUIRE(!found.empty());
  CHECK(found[0].source == 0);
  CHECK(found[0].target == 1);
  for (const Candidate& pair : found) {
    CHECK(pair.likeness > 0);
    CHECK(pair.likeness <= 1);
  }
}

TEST_CASE("Documents of very different lengths are no candidates", "[pairing]") {
  const auto a = words_of({"zirkonium"}, "de");
  const auto b = words_of({"zirkonium one two three four five six seven eight nine ten"}, "en");
  CHECK(candidates(a, b, 5).empty());
}

TEST_CASE("Documents that share nothing are no candidates", "[pairing]") {
  CHECK(candidates(words_of({"eins"}, "de"), words_of({"four"}, "en"), 5).empty());
  CHECK(candidates(words_of({}, "de"), words_of({"four"}, "en"), 5).empty());
}

TEST_CASE("A full date is a word of its own, in whatever form it is written", "[pairing]") {
  DocumentWordsReader arabic("ar");
  DocumentWordsReader english("en");
  const auto dates = [](const DocumentWords& words) {
    std::vector<std::string> keys;
    for (const WordType& type : words.types)
      if (type.key.starts_with("date ")) keys.push_back(type.key);
    return keys;
  };
  const auto expected = std::vector<std::string>{"date 2011-5-12"};
  CHECK(dates(english(document_of({"Opened on Thursday, 12 May 2011."}, "en"))) == expected);
  CHECK(dates(arabic(document_of({"افتتحت في ١٢ أيار ٢٠١١."}, "ar"))) == expected);
  CHECK(dates(english(document_of({"In May 2011."}, "en"))).empty());
}
