#include "align/coverage/spelled_letters.h"

#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;

namespace {

/// The run at word `first` of a sentence.
SpelledLetters run_at(const std::string& sentence, std::size_t first) {
  const SegmentedDocument document = testing::document_of({sentence}, "ar");
  const TextSide side = index_words(document);
  return spelled_letters(document.document.text.view(), side.uses_of(0).subspan(first));
}

}  // namespace

TEST_CASE("letters that Arabic names one by one spell an acronym", "[spelled-letters]") {
  const SpelledLetters run = run_at("سي إن إن قالت ذلك", 0);
  CHECK(run.words.size() == 3);
  CHECK(is_surely_spelled(run));
  CHECK(spells(run, "CNN"));
  CHECK_FALSE(spells(run, "BBC"));
  CHECK_FALSE(spells(run, "CNNN"));
  CHECK(spells(run_at("وإتش بي أو", 0), "HBO"));
  CHECK(spells(run_at("بِي إم دبليو", 0), "BMW"));
}

TEST_CASE("words that are letters as well may stand before and behind", "[spelled-letters]") {
  // "In WSMV in Nashville": the last of the two is no letter.
  const SpelledLetters run = run_at("في دبليو إس إم في في ناشفيل", 0);
  CHECK(run.begin_certain == 1);
  CHECK(run.end_certain == 3);
  CHECK(spells(run, "WSMV"));
  CHECK(spells(run, "WS"));
  CHECK_FALSE(spells(run, "SMV"));
}

TEST_CASE("ordinary words are no letters", "[spelled-letters]") {
  CHECK(run_at("في أي وقت", 0).words.empty());
  CHECK(run_at("أن في أو", 0).words.empty());
  CHECK(run_at("بي", 0).words.empty());
  CHECK_FALSE(is_surely_spelled(run_at("بي في ذلك", 0)));
  CHECK(run_at("BBC TV", 0).words.empty());
}

TEST_CASE("the first letter's name may be written together with the word before",
          "[spelled-letters]") {
  CHECK(spells(run_at("برامجإيه بي سي", 1), "ABC"));
  CHECK_FALSE(spells(run_at("برامجإيه بي سي", 1), "AB"));
}

TEST_CASE("an acronym is capitals; some are read as words", "[spelled-letters]") {
  CHECK(is_acronym("EU"));
  CHECK_FALSE(is_acronym("E"));
  CHECK_FALSE(is_acronym("EUs"));
  CHECK(is_read_as_word("NATO"));
  CHECK_FALSE(is_read_as_word("WSMV"));
  CHECK_FALSE(is_read_as_word("USA"));
}
