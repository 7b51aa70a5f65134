#include "align/anchors/scaled_numbers.h"

#include <algorithm>

#include "align/text_side.h"
#include "segment/text/folding.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

TEST_CASE("zeros move the decimal point or are appended", "[align][numbers]") {
  CHECK(scaled_number_key("#120", 3) == "#120000");
  CHECK(scaled_number_key("#6.5", 6) == "#6500000");
  CHECK(scaled_number_key("#1.2345", 3) == "#1234.5");
  CHECK(scaled_number_key("#0.5", 9) == "#500000000");
}

TEST_CASE("scale words are known in their forms", "[align][numbers]") {
  const auto [language, word, zeros] = GENERATE(table<std::string, std::string, std::size_t>({
      {"ar", "ألف", 3},
      {"ar", "ألفاً", 3},
      {"ar", "آلاف", 3},
      {"ar", "مليون", 6},
      {"ar", "ملايين", 6},
      {"ar", "مليار", 9},
      {"en", "thousand", 3},
      {"en", "million", 6},
      {"de", "Millionen", 6},
      {"fr", "millions", 6},
  }));
  INFO(language << " " << word);
  const auto found = ScaleWords(language).zeros(fold_key(word));
  REQUIRE(found);
  CHECK(*found == zeros);
}

TEST_CASE("two thousand in one word is no scale word, nor are other words", "[align][numbers]") {
  CHECK_FALSE(ScaleWords("ar").zeros(fold_key("ألفين")));
  CHECK_FALSE(ScaleWords("ar").zeros(fold_key("كتاب")));
  CHECK_FALSE(ScaleWords("en").zeros("one"));
}

TEST_CASE("a number with a scale word is one type with its digits", "[align][numbers]") {
  const auto has = [](const TextSide& side, const std::string& key) {
    return std::any_of(side.types.begin(), side.types.end(),
                       [&](const WordType& t) { return t.key == key; });
  };
  CHECK(has(index_words(document_of({"بلغ العدد ١٢٠ ألف ليرة"}, "ar")), "#120000"));
  CHECK(has(index_words(document_of({"بكلفة 6,5 ملايين دولار"}, "ar")), "#6500000"));
  CHECK(has(index_words(document_of({"at 120,000 pounds and $6.5 million"}, "en")), "#120000"));
  CHECK(has(index_words(document_of({"at 120,000 pounds and $6.5 million"}, "en")), "#6500000"));
}
