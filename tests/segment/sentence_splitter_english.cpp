#include "tests/segment/sentence_splitter_support.h"

namespace muqabala {
namespace {

void check_english(std::initializer_list<std::string_view> marked) {
  for (const std::string_view text : marked) check_split("en", text);
}

TEST_CASE("English sentences end at stops", "[splitter][en]") {
  check_english({"The well was dry. | We walked on.",
                 "Who built it? | Nobody knows! | The stone is old.",
                 "She left in 1987. | 1988 was worse.",
                 "There were two roads: one short, one safe; we took neither. | Night fell.",
                 "He saw it?! | Impossible!!", "The plan failed. | iPads were sold instead."});
}

TEST_CASE("English titles and abbreviations do not end sentences", "[splitter][en]") {
  check_english({"Ask Prof. Haddad or Mrs. Karam. | They know.",
                 "MR. COLE SIGNED IT. | NOBODY READ IT.",
                 "Metals, e.g. Zinc, i.e. the light ones, rust less. | See ibid. p. 12.",
                 "Cf. Yaqut, ed. Beirut, vol. 3. | It is lost.",
                 "The case of Ali v. Clay made news. | He won.",
                 "ʿUmar b. ʿAlī taught there. | He died young."});
}

TEST_CASE("Some English abbreviations end a sentence before a word that opens one",
          "[splitter][en]") {
  check_english({"The U.S. Senate voted. | It lives in the U.S. | We do not.",
                 "Baker Bros. sold flour. | They work for Baker Bros. | He does too.",
                 "She has a Ph.D. | Her brother has none. | Ph.D. Students are many.",
                 "They grew figs, olives, etc. | Harvest was late.",
                 "She moved to the U.S. | Mr. Cole stayed.",
                 "They met at 6 p.m. | Nobody was late. | At 9 p.m. Karim left.",
                 "It starts at 10 a.m. Monday. | Be early.",
                 "It was razed in 146 B.C. | Carthage never rose."});
}

TEST_CASE("English numbers, initials and dates stay whole", "[splitter][en]") {
  check_english({"It costs $3.50 or 4,20. | Pay now.",
                 "See No. 7 and Figs. 2 and 3. | The rest is text.",
                 "Is it ready? | No. | It will be.",
                 "He came on Jan. 5 and left on Tues. Feb. 3. | Spring began.",
                 "T. E. Hulme and J.R. Ames wrote it. | Few read it.",
                 "It was my sister and I. | The others slept.",
                 "The oil is of grade A. | The rest is not.", "We use version 2.0.1. | It works."});
}

TEST_CASE("Addresses and file names stay whole", "[splitter][en]") {
  check_english({"Write to a.b@example.org. | She answers.",
                 "See https://example.org/a.B?c=The.d for more. | It is free.",
                 "Edit main.cpp now. | Then build.", "The host is 10.0.0.7. | Ping it."});
}

TEST_CASE("A forgotten space is noticed", "[splitter][en]") {
  CHECK(split("The rain stopped.The sun came out.", "en").size() == 2);
  CHECK(split("Call object.This now.", "en").size() == 2);
  CHECK(split("Call my_object.This now.", "en").size() == 1);
}

TEST_CASE("English quotations", "[splitter][en]") {
  check_english(
      {"“Go home.” | She went.", "\"Where are you?\" he asked. | Nobody spoke.",
       "\"Where are you?\" Omar Said asked. | Nobody spoke.",
       "\"Where are you?\" | Omar asked: \"Here?\"", "“He told me, ‘Run!’” | I ran.",
       "\"I will stay.\" | \"So will I.\"", "They call it \"the pit\". | Nobody goes there.",
       "He cried “Stop! | Come back!” | Then he fell.",
       "\"This was left here for all of us to see\" | \"And who has left it here for us?\""});
}

TEST_CASE("English brackets and notes", "[splitter][en]") {
  check_english({"He slept. | (It was late.) | Nobody woke him.",
                 "The second (or third?) try failed. | He quit.",
                 "The firm (once Ames Inc. of Leeds) was sold. | It is gone.",
                 "It was lost.[3] | Then found.(4)[5] | Then sold.",
                 "“The walls [...] were white” (Ames 12). | They are not.",
                 "He said it was good. (Ames 12). | It was not."});
}

TEST_CASE("English dots of omission and dots at an end", "[splitter][en]") {
  check_english({"He waited... | Nobody came.", "He waited... and waited.",
                 "The king ... Henry the Bold ... died. | All wept.",
                 "I do not know ... | The others may.", "It was lost . . . . | Time went by."});
}

TEST_CASE("English lists that run on in a paragraph", "[splitter][en]") {
  check_english({"1. Open the lid. | 2. Add salt. | 3. Stir.",
                 "Do this: a) open the lid; | b) add salt; | c) stir.",
                 "We sell (1) apples, (2) pears and (3) figs."});
}

TEST_CASE("Names with an exclamation mark do not end a sentence", "[splitter][en]") {
  check_english({"She left Yahoo! in May. | He joined Yahoo! | It was a mistake."});
}

TEST_CASE("A headline on the line of the first sentence is cut off", "[splitter][english]") {
  check_split(
      "en", "Mayor Opens New Bridge to the Old Town | The mayor opened it on Friday. | It rained.");
  check_split("en", "ON THE WAYS IN WHICH SIGHT ERRS | It was shown before that it does.");
  check_split("en", "Why Voters Will Want a Second Bridge | By that logic, nobody swims.");
  check_split("en", "The mayor of the town, who Had Many Capital Words, The same mayor spoke.");
  check_split("en",
              "Were such a one to take a Long Oath by Great Kings, He would keep it to the end.");
  check_split("en", "Secretary General Ban Ki Moon In a statement said so.");
  check_split("en", "Notes From Under the Old Bridge Over the River by Anna Moss");
  check_split("en", "It Was Late. | Mayor Opens New Bridge to the Old Town The mayor slept.");
}

}  // namespace
}  // namespace muqabala
