#include "align/coverage/reason.h"

#include <set>
#include <string_view>

#include "tests/support/catch.h"

using namespace muqabala;

TEST_CASE("a reason joins its clauses to one sentence", "[reason]") {
  Reason reason = because(Wording::kNoTranslation, {}, 2);
  reason.also({.wording = Wording::kAroundFit,
               .values = {ReasonValue::percent(0.985), ReasonValue::percent(1)},
               .count = 2});
  CHECK(reason.text() ==
        "2 segments in a row have no counterpart in the translation; the pairs around them fit "
        "without them (98% and 100%)");
}

TEST_CASE("what tells which part of a finding is meant leads on to its reason", "[reason]") {
  Reason reason = because(Wording::kOfThese, {}, 3);
  reason.also({.wording = Wording::kNoTranslation, .count = 5});
  CHECK(reason.text() == "3 of these: 5 segments in a row have no counterpart in the translation");
}

TEST_CASE("one and many are told in their own forms", "[reason]") {
  CHECK(because(Wording::kUntranslated, {}, 1).text() == "a word of the original is left as it is");
  CHECK(because(Wording::kUntranslated, {}, 2).text() ==
        "words of the original are left as they are");
}

TEST_CASE("lists are told as people do", "[reason]") {
  const auto term = ReasonValue::term;
  CHECK(because(Wording::kFurniture, {term("a menu")}, 1).text() ==
        "1 segment without a counterpart looks like a menu");
  CHECK(because(Wording::kFurniture, {term("a menu"), term("a byline"), term("a date line")}, 3)
            .text() ==
        "3 segments without a counterpart look like a menu, a byline and a date line");
  using namespace std::string_view_literals;
  CHECK(because(Wording::kTerm, {"seal"sv, "stamp"sv, "signet"sv}).text() ==
        "the glossary renders \"seal\" as \"stamp\" or \"signet\", which the translation does not "
        "hold here");
}

TEST_CASE("braces in the words of a document stay what they are", "[reason]") {
  CHECK(because(Wording::kMarkupMissing,
                {ReasonValue::term("placeholder"), std::string_view("{0}{n}")})
            .text() == "the placeholder {0}{n} of the original is missing in the translation");
}

TEST_CASE("every wording has a name of its own, and words in both forms", "[reason]") {
  std::set<std::string_view> names;
  const auto last = static_cast<int>(Wording::kTooMuchMissing);
  const ReasonValue value(std::string_view("x"));
  for (int i = 0; i <= last; ++i) {
    const auto wording = static_cast<Wording>(i);
    CHECK(names.insert(name(wording)).second);
    for (const std::size_t count : {std::size_t{1}, std::size_t{2}})
      CHECK_FALSE(because(wording, {value, value, value, value}, count).text().empty());
  }
  CHECK(names.size() == static_cast<std::size_t>(last) + 1);
}
