#include "segment/quantities/mention_reader.h"

#include <string>

#include "tests/support/catch.h"

using namespace muqabala;

namespace {

struct ReadNumber {
  std::string words;
  double value;
  NumberForm form;
};

std::vector<ReadNumber> numbers(const std::string& text, const std::string& language) {
  MentionReader reader(language);
  std::vector<ReadNumber> found;
  for (const NumberMention& number : reader(text).numbers)
    found.push_back({std::string(slice(text, number.range)), number.values[0], number.form});
  return found;
}

/// The value of the only number in `text`.
double value(const std::string& text, const std::string& language) {
  const auto found = numbers(text, language);
  INFO(text);
  REQUIRE(found.size() == 1);
  return found[0].value;
}

std::vector<CalendarDate> dates(const std::string& text, const std::string& language) {
  MentionReader reader(language);
  std::vector<CalendarDate> found;
  for (const DateMention& date : reader(text).dates) found.push_back(date.readings[0]);
  return found;
}

CalendarDate date(const std::string& text, const std::string& language) {
  const auto found = dates(text, language);
  INFO(text);
  REQUIRE(found.size() == 1);
  return found[0];
}

}  // namespace

TEST_CASE("Arabic numbers in words are read in every gender and case", "[quantities]") {
  CHECK(value("قرأ ثلاثة وعشرين كتابا", "ar") == 23);
  CHECK(value("في خمس عشرة دقيقة", "ar") == 15);
  CHECK(value("لاثنتي عشرة سنة", "ar") == 12);
  CHECK(value("تسعمائة", "ar") == 900);
  CHECK(value("تسع مئة وأربعون", "ar") == 940);
  CHECK(value("ألفين وثلاثمئة وخمسة", "ar") == 2305);
  CHECK(value("مليون ومئتي ألف", "ar") == 1'200'000);
  CHECK(value("ثلاثة ملايين ونصف المليون", "ar") == 3'500'000);
  CHECK(value("ست وسبعين وأربعمائة", "ar") == 476);
  CHECK(value("خمس وعشرين وثلاثمائة وألف", "ar") == 1325);
}

TEST_CASE("words that look like Arabic numbers are none", "[quantities]") {
  CHECK(numbers("وجدوه ميتًا", "ar").empty());
  CHECK(numbers("كمية الماء", "ar").empty());
  CHECK(numbers("لست هنا", "ar").empty());
  CHECK(numbers("ألّف كتابا", "ar").empty());
  CHECK(numbers("نسبة بالمئة", "ar").empty());
}

TEST_CASE("English numbers in words are read", "[quantities]") {
  CHECK(value("twenty-three books", "en") == 23);
  CHECK(value("a hundred and five", "en") == 105);
  CHECK(value("two and a half million", "en") == 2'500'000);
  CHECK(value("half a million", "en") == 500'000);
  CHECK(value("nineteen ninety-eight", "en") == 1998);
  CHECK(value("two dozen eggs", "en") == 24);
  CHECK(value("the twenty-first century", "en") == 21);
  CHECK(value("six and seventy and four hundred", "en") == 476);
}

TEST_CASE("digits are read in both customs and with what multiplies them", "[quantities]") {
  CHECK(value("١٬٢٣٤٫٥", "ar") == 1234.5);
  CHECK(value("1.234,5", "de") == 1234.5);
  CHECK(value("2½ cups", "en") == 2.5);
  CHECK(value("£3.4bn", "en") == 3.4e9);
  CHECK(value("45 ألفا", "ar") == 45'000);
  CHECK(value("4 478 mètres", "fr") == 4478);
  MentionReader reader("en");
  CHECK(reader("1.234").numbers[0].values == std::vector<double>{1234, 1.234});
}

TEST_CASE("units are read after a number, money before it, too", "[quantities]") {
  MentionReader reader("en");
  const auto unit = [&](const std::string& text) {
    const Mentions mentions = reader(text);
    REQUIRE(mentions.numbers.size() == 1);
    REQUIRE_FALSE(mentions.numbers[0].units.empty());
    return std::string(mentions.numbers[0].units[0].name);
  };
  CHECK(unit("$500") == "USD");
  CHECK(unit("30 miles") == "mile");
  CHECK(unit("12 per cent") == "percent");
  CHECK(unit("the 46-year-old") == "year");
}

TEST_CASE("markers of lists, notes and pages are told from numbers", "[quantities]") {
  CHECK(numbers("12. Of the cooks", "en")[0].form == NumberForm::kMarker);
  CHECK(numbers("as he said [12]", "en")[0].form == NumberForm::kMarker);
  CHECK(numbers("(3) في الطهارة", "ar")[0].form == NumberForm::kMarker);
  CHECK(numbers("- 77 -", "en")[0].form == NumberForm::kMarker);
  CHECK(numbers("see www.example.org/2019/12", "en").empty());
  MentionReader reader("en");
  CHECK(reader("see p. 59 there").numbers[0].in_note);
  CHECK(reader("[1] Al-Baqarah 2:222.").numbers[1].in_note);
}

TEST_CASE("dates are read in the months of every region", "[quantities]") {
  const CalendarDate expected{.year = 2014, .month = 11, .day = 21};
  CHECK(date("21 تشرين الثاني 2014", "ar") == expected);
  CHECK(date("21 تشرين الثاني/نوفمبر 2014", "ar") == expected);
  CHECK(date("الحادي والعشرين من نوفمبر عام 2014", "ar") == expected);
  CHECK(date("November 21, 2014", "en") == expected);
  CHECK(date("21st of November 2014", "en") == expected);
  CHECK(date("21.11.2014", "de") == expected);
  CHECK(date("le 21 novembre 2014", "fr") == expected);
  CHECK(date("2014-11-21", "en") == expected);
}

TEST_CASE("months that are other words need a cue", "[quantities]") {
  CHECK(dates("He may march on.", "en").empty());
  CHECK(dates("Theresa May spoke.", "en").empty());
  CHECK(date("in May", "en").month == 5);
  CHECK(dates("مارس الرياضة", "ar").empty());
  CHECK(date("في مارس", "ar").month == 3);
  CHECK(dates("هو أب كريم", "ar").empty());
  CHECK(date("عاد في آب", "ar").month == 8);
}

TEST_CASE("the second days of two ranges and short years are dates, too", "[quantities]") {
  CHECK(dates("June 10-15", "en").size() == 2);
  CHECK(dates("بين 10 و15 حزيران", "ar").size() == 2);
  CHECK(dates("2013-14", "en")[1].year == 2014);
  CHECK(date("the class of '98", "en").is_short_year);
  CHECK(date("the 1990s", "en").is_decade);
  CHECK(date("تسعينيات القرن الماضي", "ar").year == 1990);
  CHECK(date("سنة 1435 هـ", "ar").calendar == Calendar::kIslamic);
}

TEST_CASE("an Islamic date agrees with its Gregorian one, give or take two days", "[quantities]") {
  const CalendarDate islamic{
      .calendar = Calendar::kIslamic, .year = 1435, .month = 12, .day = 9};  // 3 October 2014
  CHECK(compare(islamic, {.year = 2014, .month = 10, .day = 3}).conflicting == 0);
  CHECK(compare(islamic, {.year = 2014, .month = 10, .day = 5}).conflicting == 0);
  CHECK(compare(islamic, {.year = 2014, .month = 10, .day = 12}).conflicting == 1);
  const CalendarDate year{.calendar = Calendar::kIslamic, .year = 1435};
  CHECK(compare(year, {.year = 2013}).agreeing == 1);
  CHECK(compare(year, {.year = 2014}).agreeing == 1);
  CHECK(compare(year, {.year = 2015}).conflicting == 1);
}

TEST_CASE("the first and last days of Islamic years are those of the civil calendar",
          "[quantities]") {
  const auto agrees = [](CalendarDate islamic, CalendarDate gregorian) {
    islamic.calendar = Calendar::kIslamic;
    return compare(islamic, gregorian).agreeing == 1;
  };
  // 1 Muharram 1 is 19 July 622, 1 Muharram 1400 is 21 November 1979 (both Gregorian).
  CHECK(agrees({.year = 1, .month = 1, .day = 1}, {.year = 622, .month = 7, .day = 19}));
  CHECK(agrees({.year = 1400, .month = 1, .day = 1}, {.year = 1979, .month = 11, .day = 21}));
  CHECK_FALSE(agrees({.year = 1400, .month = 1, .day = 1}, {.year = 1979, .month = 11, .day = 18}));
  CHECK_FALSE(agrees({.year = 1400, .month = 1, .day = 1}, {.year = 1979, .month = 11, .day = 24}));
}

TEST_CASE("the weekday of a date is known", "[quantities]") {
  CHECK(weekday_of({.year = 2014, .month = 11, .day = 21}) == 6);
  CHECK(weekday_of({.year = 1969, .month = 12, .day = 28}) == 1);
  CHECK_FALSE(weekday_of({.month = 11, .day = 21}));
}

TEST_CASE("mentions lie inside their text, whatever it is", "[quantities]") {
  const std::vector<std::string> texts = {
      "",
      " ",
      "و",
      "((((3 [4",
      "1/2/3/4/5::6:7",
      "99999999999999999999999999999999999999.9,9.9",
      "ثلاثة وثلاثة وعشرون وألف وألف ألف مليون",
      "one hundred and a half and and million thousand half a of",
      "May May 32 May 0 2014-13-45 'a '14 's",
      "\u202E12\u202C\u064B 5\u0301% \u066A5 هـ"};
  for (const std::string language : {"ar", "en", "fr", "und", "xx-invalid-tag-"}) {
    MentionReader reader(language);
    for (const std::string& text : texts) {
      INFO(language << ": " << text);
      const Mentions mentions = reader(text);
      for (const NumberMention& number : mentions.numbers) {
        CHECK(number.range.begin < number.range.end);
        CHECK(number.range.end <= text.size());
        CHECK_FALSE(number.values.empty());
      }
      for (const DateMention& found : mentions.dates) {
        CHECK(found.range.begin < found.range.end);
        CHECK(found.range.end <= text.size());
        CHECK_FALSE(found.readings.empty());
      }
    }
  }
}
