#include "segment/explain_split.h"

#include "tests/segment/sentence_splitter_support.h"

namespace muqabala {
namespace {

std::string explained(const std::string& text, const std::string& language) {
  std::string told;
  for (const SplitDecision& decision :
       explain_split(split_sentences(plain_document(text, language))))
    told += std::to_string(decision.at) + (decision.ends ? "+" : "-") + decision.rule + " ";
  return told;
}

TEST_CASE("Every end of a segment has a decision, every refusal its rule", "[splitter]") {
  CHECK(explained("Dr. Hale slept. Why?\n\nNobody knew", "en") ==
        "3-title 15+full-stop 20+end-of-block 33+end-of-block ");
  CHECK(explained("Er kam z. B. am 18. Mai. Es war kalt.", "de") ==
        "9-initial 19-date 24+icu 37+end-of-block ");
  CHECK(explained("", "en").empty());
}

TEST_CASE("An end that came to nothing is told as such", "[splitter]") {
  CHECK(explained("It works! 😀", "en") == "9-no-words-beside 14+end-of-block ");
}

TEST_CASE("An end that a later pass made is told as such", "[splitter]") {
  SegmentedDocument segmented = split_sentences(plain_document("He came, and she left. So.", "en"));
  REQUIRE(segmented.size() == 2);
  segmented.segments.insert(segmented.segments.begin(), {.range = {0, 8}});
  segmented.segments[1].range.begin = 9;
  std::string told;
  for (const SplitDecision& decision : explain_split(segmented)) told += decision.rule + " ";
  CHECK(told == "clause full-stop end-of-block ");
}

}  // namespace
}  // namespace muqabala
