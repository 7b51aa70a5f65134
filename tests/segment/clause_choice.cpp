#include "segment/clause_choice.h"

#include "tests/segment/sentence_splitter_support.h"

namespace muqabala {
namespace {

SentenceLengths measure(std::string text, std::string language) {
  return measure_sentences(split_sentences(plain_document(std::move(text), std::move(language))));
}

SentenceLengths many(std::size_t typical_words) {
  return {.sentences = 500, .typical_words = typical_words, .stop_share = 0.97};
}
SentenceLengths few(std::size_t typical_words) {
  return {.sentences = 12, .typical_words = typical_words, .stop_share = 0.97};
}

TEST_CASE("The typical length is that of the sentence in which a word stands", "[clause-choice]") {
  const SentenceLengths lengths = measure("One. Two. Three. A sentence of six words here.", "en");
  CHECK(lengths.sentences == 4);
  CHECK(lengths.typical_words == 6);
  CHECK(lengths.stop_share == Approx(1.0));
}

TEST_CASE("Sentences without a stop are counted as such", "[clause-choice]") {
  const SentenceLengths lengths = measure("A heading\n\nIt ends so.\u201D\n\nهذا عنوان", "en");
  CHECK(lengths.sentences == 3);
  CHECK(lengths.stop_share == Approx(1.0 / 3));
}

TEST_CASE("Nothing is measured of a text without words", "[clause-choice]") {
  CHECK(measure("", "ar").sentences == 0);
  CHECK(measure("...", "ar").sentences == 0);
  CHECK_FALSE(choose_clauses(SentenceLengths{}).cuts);
}

TEST_CASE("Marks inside a word do not part it", "[clause-choice]") {
  CHECK(measure("قَالَ الرَّجُلُ\u200F نَعَمْ", "ar").typical_words == 3);
}

TEST_CASE("Scripts without spaces have words too", "[clause-choice]") {
  std::string text;
  for (int i = 0; i < 24; ++i) text += "語";
  CHECK(measure(text, "ja").typical_words == 2);
}

TEST_CASE("News is kept whole, long prose is cut", "[clause-choice]") {
  CHECK_FALSE(choose_clauses(many(25)).cuts);
  CHECK(choose_clauses(many(40)).cuts);
  CHECK_FALSE(choose_clauses(many(25), many(28)).cuts);
  CHECK(choose_clauses(many(40), many(45)).cuts);
}

TEST_CASE("A few sentences must be longer to be cut", "[clause-choice]") {
  CHECK_FALSE(choose_clauses(few(40), few(40)).cuts);
  CHECK(choose_clauses(few(60), few(55)).cuts);
}

TEST_CASE("Long sentences that the translator cut up are kept whole", "[clause-choice]") {
  CHECK_FALSE(choose_clauses(many(50), many(29)).cuts);
  CHECK_FALSE(choose_clauses(many(60), many(38)).cuts);
}

TEST_CASE("A side with hardly an end of a sentence is cut, and the other with it",
          "[clause-choice]") {
  CHECK(choose_clauses(many(120), many(20)).cuts);
  CHECK(choose_clauses(many(20), many(120)).cuts);
  CHECK(choose_clauses(few(120)).cuts);
}

TEST_CASE("The choice does not depend on which side is the original", "[clause-choice]") {
  for (std::size_t a = 5; a < 150; a += 5)
    for (std::size_t b = 5; b < 150; b += 5) {
      INFO(a << " " << b);
      CHECK(choose_clauses(many(a), few(b)).cuts == choose_clauses(few(b), many(a)).cuts);
    }
}

TEST_CASE("Nothing is cut beside an empty side", "[clause-choice]") {
  CHECK_FALSE(choose_clauses(many(120), SentenceLengths{}).cuts);
}

TEST_CASE("The reason gives the numbers", "[clause-choice]") {
  CHECK_THAT(choose_clauses(many(40), many(45)).reason, ContainsText("40 words"));
  CHECK_THAT(choose_clauses(many(40), many(45)).reason, ContainsText("45"));
  const SentenceLengths unpunctuated{.sentences = 80, .typical_words = 90, .stop_share = 0.12};
  CHECK_THAT(choose_clauses(unpunctuated).reason,
             ContainsText("few stops") && ContainsText("90 words") && ContainsText("12 %"));
}

}  // namespace
}  // namespace muqabala
