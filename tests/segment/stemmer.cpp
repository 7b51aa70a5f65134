#include "segment/stemmer.h"

#include "segment/text/folding.h"
#include "tests/support/catch.h"

using namespace muqabala;

TEST_CASE("forms of one Arabic word share a light stem", "[stemmer]") {
  const Stemmer stem("ar-LB");
  const auto [one, other] = GENERATE(table<std::string, std::string>({
      {"كتاب", "والكتاب"},
      {"مدرسة", "للمدرسة"},
      {"سياسي", "السياسية"},
      {"المعلمون", "والمعلمين"},
      {"سيارة", "سيارات"},
      {"كتابهما", "كتابنا"},
      {"الله", "لله"},
      {"والله", "بالله"},
      {"مُدَرِّسٌ", "المدرس"},
  }));
  CHECK(stem(fold_key(one)) == stem(fold_key(other)));
}

TEST_CASE("short Arabic words keep what is theirs", "[stemmer]") {
  const Stemmer stem("ar");
  CHECK(stem("ولد") == "ولد");
  CHECK(stem("فيه") == "فيه");
  CHECK(stem("ال") == "ال");
  CHECK(stem("و") == "و");
  CHECK(stem("الاب") == "اب");
  CHECK(stem("") == "");
}

TEST_CASE("languages Snowball knows get its stems, others their first six letters", "[stemmer]") {
  CHECK(Stemmer("en-US")("ministers") == Stemmer("en")("minister"));
  CHECK(Stemmer("de")("hauser") == "haus");
  CHECK(Stemmer("nb")("skolene") == Stemmer("nn")("skolen"));
  CHECK(Stemmer("iw")("ממשלותיהם") == "ממשלות");
  CHECK(Stemmer("")("unknowable") == "unknow");
  CHECK(Stemmer("not a tag")("abc") == "abc");
}

TEST_CASE("no stem is empty, and data is not stemmed", "[stemmer]") {
  for (const char* language : {"ar", "en", "fr", "ru", "tr", "xx"}) {
    const Stemmer stem(language);
    for (const char* word : {"s", "'s", "ing", "ات", "ال", "وال", "и", "es", "e", "1"}) {
      INFO(language << ' ' << word);
      CHECK_FALSE(stem(word).empty());
    }
  }
  const std::string data(1'000'000, 'a');
  CHECK(Stemmer("en")(data) == data);
}

TEST_CASE("a stemmer can be moved", "[stemmer]") {
  Stemmer first("en");
  Stemmer second = std::move(first);
  CHECK(second("walked") == "walk");
}

TEST_CASE("what was stemmed before is stemmed alike, by any stemmer of the language", "[stemmer]") {
  const Stemmer first("en");
  const Stemmer other("en");
  const Stemmer german("de");
  for (int round = 0; round < 2; ++round) {
    CHECK(first("houses") == "hous");
    CHECK(other("houses") == "hous");
    CHECK(german("houses") == "hous");
    CHECK(german("katzen") == "katz");
    CHECK(first("katzen") == "katzen");
  }
  // More words than are remembered.
  for (int k = 0; k < 40'000; ++k) first("word" + std::to_string(k));
  CHECK(first("houses") == "hous");
}
