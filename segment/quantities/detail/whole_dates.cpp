// Dates that stand in one piece: all in digits, or the name of a decade.

#include <algorithm>
#include <array>
#include <unordered_map>

#include "segment/quantities/detail/date_reader.h"
#include "segment/quantities/detail/digit_values.h"
#include "segment/text/folding.h"

namespace muqabala::detail {
namespace {

constexpr int kMonths = 12;
constexpr int kDays = 31;

bool is_day(int day) { return day >= 1 && day <= kDays; }
bool is_month(int month) { return month >= 1 && month <= kMonths; }

struct Digits {
  int value = -1;
  std::size_t count = 0;
};

void add_reading(std::vector<CalendarDate>& readings, Digits year, int month, int day) {
  if (!is_month(month) || !is_day(day)) return;
  readings.push_back({.calendar = year.value >= 1300 && year.value < 1500 ? Calendar::kIslamic
                                                                          : Calendar::kGregorian,
                      .year = year.value,
                      .month = month,
                      .day = day,
                      .is_short_year = year.count == 2});
}

/// All orders of the three that make sense.
std::vector<CalendarDate> readings_of(const std::array<Digits, 3>& parts, bool takes_short_year) {
  std::vector<CalendarDate> readings;
  const auto fits = [&](Digits year) {
    return year.count == 4 || (takes_short_year && year.count == 2);
  };
  if (parts[0].count == 4) {
    add_reading(readings, parts[0], parts[1].value, parts[2].value);
  } else if (fits(parts[2])) {
    add_reading(readings, parts[2], parts[1].value, parts[0].value);
    if (parts[0].value != parts[1].value)
      add_reading(readings, parts[2], parts[0].value, parts[1].value);
  }
  return readings;
}

Digits digits_of(std::string_view key) { return {plain_integer(key), key.size()}; }

/// 21.11.2014 is one word to Unicode.
std::optional<Piece> read_dotted(const LexedText& text, std::size_t at) {
  const std::string_view key = text.key(at);
  const std::size_t first = key.find('.');
  const std::size_t second = first == std::string_view::npos ? first : key.find('.', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto readings = readings_of(
      {digits_of(key.substr(0, first)), digits_of(key.substr(first + 1, second - first - 1)),
       digits_of(key.substr(second + 1))},
      true);
  if (readings.empty()) return std::nullopt;
  return Piece{.begin = at,
               .end = at + 1,
               .date = DateMention{.range = text.bytes(at, at + 1), .readings = readings}};
}

std::optional<Piece> read_triple(const LexedText& text, std::size_t at) {
  for (std::size_t i = at + 1; i < at + 5; ++i) {
    if (!text.touches(i)) return std::nullopt;
  }
  const std::string& mark = text.key(at + 1);
  if ((mark != "/" && mark != "-") || text.key(at + 3) != mark) return std::nullopt;
  const auto readings = readings_of(
      {digits_of(text.key(at)), digits_of(text.key(at + 2)), digits_of(text.key(at + 4))},
      mark == "/");
  if (readings.empty()) return std::nullopt;
  return Piece{.begin = at,
               .end = at + 5,
               .date = DateMention{.range = text.bytes(at, at + 5), .readings = readings}};
}

/// `9/11` may be a day and a month, or no date at all.
std::optional<DateMention> read_pair(const LexedText& text, std::size_t at) {
  const int a = plain_integer(text.key(at));
  const int b = plain_integer(text.key(at + 2));
  std::vector<CalendarDate> readings;
  if (is_day(a) && is_month(b)) readings.push_back({.month = b, .day = a});
  if (is_month(a) && is_day(b) && a != b) readings.push_back({.month = a, .day = b});
  if (readings.empty()) return std::nullopt;
  return DateMention{.range = text.bytes(at, at + 3), .readings = readings, .is_sure = false};
}

/// `1990s`, `90s`, `1990's`.
std::optional<Piece> read_decade_in_digits(const LexedText& text, std::size_t at) {
  const Digits digits = digits_of(text.key(at));
  if ((digits.count != 4 && digits.count != 2) || digits.value < 0 || digits.value % 10 != 0)
    return std::nullopt;
  std::size_t end = at + 1;
  if (text.key(end) == "s" && text.touches(end)) {
    ++end;
  } else {
    const std::string_view rest = text.text.substr(text.words[at].range.end);
    if (!rest.starts_with("'s") && !rest.starts_with("’s")) return std::nullopt;
  }
  const CalendarDate decade{
      .year = digits.value, .is_short_year = digits.count == 2, .is_decade = true};
  return Piece{.begin = at,
               .end = end,
               .date = DateMention{.range = text.bytes(at, end), .readings = {decade}}};
}

const std::unordered_map<std::string, int>& decade_words() {
  static const std::unordered_map<std::string, int> table = [] {
    std::unordered_map<std::string, int> words = {
        {"twenties", 20}, {"thirties", 30},  {"forties", 40},  {"fifties", 50},
        {"sixties", 60},  {"seventies", 70}, {"eighties", 80}, {"nineties", 90}};
    constexpr std::array<std::string_view, 8> tens = {"عشرين", "ثلاثين", "أربعين", "خمسين",
                                                      "ستين",  "سبعين",  "ثمانين", "تسعين"};
    for (std::size_t i = 0; i < tens.size(); ++i) {
      for (const std::string_view ending : {"ات", "يات"}) {
        for (const std::string_view prefix : {"", "ال", "وال", "بال", "و", "ب", "لل", "ل"}) {
          words.emplace(fold_key(std::string(prefix) + std::string(tens[i]) + std::string(ending)),
                        static_cast<int>(20 + 10 * i));
        }
      }
    }
    return words;
  }();
  return table;
}

/// التسعينيات, with the century where it is named: تسعينيات القرن الماضي.
std::optional<Piece> read_decade_in_words(const LexedText& text, std::size_t at,
                                          const NumberReader& numbers) {
  const auto found = decade_words().find(text.key(at));
  if (found == decade_words().end()) return std::nullopt;
  CalendarDate decade{.year = found->second, .is_short_year = true, .is_decade = true};
  std::size_t end = at + 1;
  static const std::string of = fold_key("من");
  static const std::string century = fold_key("القرن");
  static const std::string last = fold_key("الماضي");
  const std::size_t next = text.key(end) == of ? end + 1 : end;
  if (text.key(next) == century) {
    const auto number = next + 1 < text.size() ? numbers.read(text, next + 1) : std::nullopt;
    if (text.key(next + 1) == last) {
      end = next + 2;
      decade = {.year = 1900 + found->second, .is_decade = true};
    } else if (number && number->integer > 0 && number->integer < 30) {
      end = number->end;
      decade = {.year = (number->integer - 1) * 100 + found->second, .is_decade = true};
    }
  }
  return Piece{.begin = at,
               .end = end,
               .date = DateMention{.range = text.bytes(at, end), .readings = {decade}}};
}

}  // namespace

std::optional<Piece> read_whole_date(const LexedText& text, std::size_t at,
                                     const NumberReader& numbers) {
  if (!text.is_digits(at)) return read_decade_in_words(text, at, numbers);
  if (auto piece = read_dotted(text, at)) return piece;
  if (auto piece = read_triple(text, at)) return piece;
  if (auto piece = read_decade_in_digits(text, at)) return piece;
  std::optional<NumberItem> number = numbers.read(text, at);
  if (!number || number->mention.form != NumberForm::kFraction || number->end != at + 3)
    return std::nullopt;
  auto pair = read_pair(text, at);
  if (!pair) return std::nullopt;
  return Piece{.begin = at, .end = number->end, .number = number, .date = pair};
}

}  // namespace muqabala::detail
