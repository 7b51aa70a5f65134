#include "align/furniture/furniture_words.h"

#include "tests/support/catch.h"

using namespace muqabala;

namespace {

std::string kind(std::string_view text, std::string_view language = "en") {
  Tokenizer tokenizer(language);
  return std::string(FurnitureWords::of(language).look(text, tokenizer).kind);
}

bool is_label(std::string_view text) {
  Tokenizer tokenizer("en");
  return FurnitureWords::of("en").look(text, tokenizer).is_label;
}

}  // namespace

TEST_CASE("lines of a page are told by their words", "[furniture]") {
  CHECK(kind("Skip to content") == "navigation");
  CHECK(kind("^ Back to top") == "navigation");
  CHECK(kind("SHARE ON FACEBOOK") == "share buttons");
  CHECK(kind("12 comments") == "a comment form");
  CHECK(kind("Your email address will not be published. Required fields are marked *") ==
        "a comment form");
  CHECK(kind("Read also: Three bakers who never sleep") == "links to other articles");
  CHECK(kind("The harbour at dawn. File photo, taken in March") == "a caption or its credit");
  CHECK(kind("Editor\u2019s note: this interview has been edited for clarity.") ==
        "a note of the translator or editor");
  CHECK(kind("Translated from the Arabic by the culture desk, with thanks to the author.") ==
        "a note of the translator or editor");
  CHECK(kind("Sign up for our weekly letter, which comes on Sundays.") == "a subscription form");
  CHECK(kind("Advertisement") == "an advertisement");
  CHECK(kind("\u00A9 2031 The Olive Press") == "a legal notice");
  CHECK(kind("By Salma Haddad") == "a byline");
}

TEST_CASE("Arabic lines of a page are told whatever their spelling", "[furniture]") {
  CHECK(kind("الرئيسية", "ar") == "navigation");
  CHECK(kind("اقرأ أيضًا: خبّازون لا ينامون", "ar") == "links to other articles");
  CHECK(kind("إقرأ ايضا: خبازون لا ينامون", "ar") == "links to other articles");
  CHECK(kind("شارك على فيسبوك", "ar") == "share buttons");
  CHECK(kind("لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *", "ar") ==
        "a comment form");
  CHECK(kind("جميع الحقوق محفوظة لجريدة الزيتون", "ar") == "a legal notice");
  CHECK(kind("إعلان", "ar") == "an advertisement");
  CHECK(kind("Advertisement", "ar") == "an advertisement");
}

TEST_CASE("a line of nothing but a date is a date line", "[furniture]") {
  CHECK(kind("Published on Monday, March 4, 2030") == "a date line");
  CHECK(kind("4 March 2030, 10:15 GMT") == "a date line");
  CHECK(kind("نُشر يوم الإثنين 4 آذار 2030", "ar") == "a date line");
  CHECK(kind("الاثنين ٤ مارس ٢٠٣٠", "ar") == "a date line");
  CHECK(kind("March 4") == "a date line");
  CHECK(kind("Monday").empty());
  CHECK(kind("1984").empty());
  CHECK(kind("The library burned down on March 4, 2030.").empty());
}

TEST_CASE("sentences that begin with such words are text", "[furniture]") {
  CHECK(kind("Share prices fell on Monday, and nobody could say why that was.").empty());
  CHECK(kind("Home was a small house by the river.").empty());
  CHECK(kind("Photo albums were found in the cellar, still wet from the flood.").empty());
  CHECK(kind("By Tuesday evening all but one of the bakers had gone back to work.").empty());
  CHECK(kind("Related by marriage, the two families shared a well for a century.").empty());
  CHECK(kind("شارك في المؤتمر وزير الثقافة ورئيس البلدية.", "ar").empty());
  CHECK(kind("نشر يوم الجمعة كتابا جديدا عن تاريخ المدينة.", "ar").empty());
  CHECK(kind("بحث الوزيران في سبل التعاون بين البلدين.", "ar").empty());
}

TEST_CASE("a label is a short line that does not end as a sentence does", "[furniture]") {
  CHECK(is_label("The last carpenter of the old souk"));
  CHECK(is_label("Name *"));
  CHECK_FALSE(is_label("He left."));
  CHECK_FALSE(is_label("\u201CWho knows?\u201D"));
  CHECK_FALSE(
      is_label("one two three four five six seven eight nine ten eleven twelve thirteen "
               "fourteen fifteen sixteen seventeen"));
}

TEST_CASE("what is empty, endless or without words looks like nothing", "[furniture]") {
  CHECK(kind("").empty());
  CHECK(kind(" *** ").empty());
  CHECK_FALSE(is_label("\u2014"));
  CHECK(kind(std::string(1U << 20U, 'x')).empty());
  std::string share;
  for (int k = 0; k < 100; ++k) share += "share ";
  CHECK(kind(share).empty());
}

TEST_CASE("a language without a list knows the English words", "[furniture]") {
  CHECK(kind("Advertisement", "fr") == "an advertisement");
  CHECK(kind("Publicité", "fr").empty());
}
