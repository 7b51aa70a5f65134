#include "segment/arabic_analysis.h"

#include <algorithm>
#include <set>

#include "segment/text/folding.h"
#include "segment/text/utf8_text.h"
#include "tests/support/catch.h"

using namespace muqabala;

TEST_CASE("the dictionary form is among the bases of a form in text", "[arabic]") {
  const auto [form, base] = GENERATE(table<std::string, std::string>({
      {"كتاب", "كتاب"},       {"وبالكتاب", "كتاب"},   {"فللمدرسة", "مدرسة"},  {"للغة", "لغة"},
      {"مدرستهم", "مدرسة"},   {"سيارات", "سيارة"},    {"وسياراتهم", "سيارة"}, {"مدرستان", "مدرسة"},
      {"المعلمين", "معلم"},   {"معلميهم", "معلم"},    {"كتابا", "كتاب"},      {"عليهما", "على"},
      {"مستشفاهم", "مستشفى"}, {"أصدقائهم", "أصدقاء"}, {"رؤساؤنا", "رؤساء"},   {"السياسية", "سياسة"},
      {"السياسيين", "سياسي"}, {"وسيكتبونها", "يكتب"}, {"وسيكتبونها", "كتب"},  {"فكتبوه", "كتب"},
      {"كتبتها", "كتب"},      {"نستخدمه", "استخدم"},  {"تجتمع", "يجتمع"},     {"تجتمع", "اجتمع"},
      {"أقول", "يقول"},       {"سنرسلها", "أرسل"},    {"قالوا", "قال"},       {"بي", "بي"},
  }));
  INFO(form << " -> " << base);
  const std::vector<ArabicAnalysis> analyses = analyse_arabic(fold_key(form));
  CHECK(std::any_of(analyses.begin(), analyses.end(),
                    [&](const ArabicAnalysis& a) { return a.base == fold_key(base); }));
}

TEST_CASE("bases are distinct, the word first, the least stripped before the others", "[arabic]") {
  for (const char* word : {"وسيكتبونها", "والمسلمون", "هاهاهاها", "ووووو", "الالالال", "تاتاتات",
                           "اااااا", "يييييييي"}) {
    INFO(word);
    const std::vector<ArabicAnalysis> analyses = analyse_arabic(word);
    CHECK(analyses.front().base == word);
    CHECK(analyses.front().stripped == 0);
    CHECK(std::is_sorted(
        analyses.begin(), analyses.end(),
        [](const ArabicAnalysis& a, const ArabicAnalysis& b) { return a.stripped < b.stripped; }));
    std::set<std::string> distinct;
    for (const ArabicAnalysis& analysis : analyses) {
      CHECK(distinct.insert(analysis.base).second);
      CHECK(count_code_points(analysis.base) >= 2);
    }
    CHECK(analyses.size() <= 120);
  }
}

TEST_CASE("a noun has the article or a pronoun, never both", "[arabic]") {
  const std::vector<ArabicAnalysis> analyses = analyse_arabic("الكتابهم");
  CHECK(std::none_of(analyses.begin(), analyses.end(),
                     [](const ArabicAnalysis& a) { return a.base == "كتاب"; }));
}

TEST_CASE("what is no Arabic word is its own only base", "[arabic]") {
  for (const std::string& word : {std::string(), std::string("و"), std::string("house"),
                                  std::string("وhouse"), std::string(400, 'x')}) {
    const std::vector<ArabicAnalysis> analyses = analyse_arabic(word);
    REQUIRE(analyses.size() == 1);
    CHECK(analyses[0].base == word);
  }
  std::string longest;
  for (int i = 0; i < 100'000; ++i) longest += "ا";
  CHECK(analyse_arabic(longest).size() == 1);
}
