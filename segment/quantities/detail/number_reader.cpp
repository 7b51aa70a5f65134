// Digits first: separators of both customs, groups parted by spaces, fractions, times of day. What
// follows may multiply them (million, ألف, k), add to them (ونصف) or say of what they are.

#include "segment/quantities/detail/number_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "segment/quantities/detail/digit_values.h"
#include "segment/quantities/detail/number_context.h"
#include "segment/text/folding.h"
#include "segment/text/language.h"

namespace muqabala::detail {
namespace {

/// Days and years are below.
constexpr double kMostOfDates = 1e4;
constexpr int kMinutes = 60;
constexpr int kHours = 24;
constexpr int kHalfDay = 12;

struct Suffix {
  std::string_view word;
  double scale;
};
/// Letters written onto digits. `m` is metres, too.
constexpr std::array kSuffixes = {Suffix{"k", 1e3},  Suffix{"m", 1e6}, Suffix{"mn", 1e6},
                                  Suffix{"bn", 1e9}, Suffix{"b", 1e9}, Suffix{"tn", 1e12},
                                  Suffix{"t", 1e12}};

bool is_no_break_space(std::string_view between) {
  return between == "\u00A0" || between == "\u202F" || between == "\u2009";
}

/// Whether word `at` is a group of three digits that goes on with the number before it.
bool is_next_group(const LexedText& text, std::size_t at, bool groups_by_space) {
  if (!text.is_digits(at) || text.key(at).size() < 3) return false;
  const std::string& key = text.key(at);
  if (plain_integer(std::string_view(key).substr(0, 3)) < 0) return false;
  if (key.size() > 3 && key[3] != ',' && key[3] != '.') return false;
  const std::size_t end = text.words[at - 1].range.end;
  const std::string_view between = text.text.substr(end, text.words[at].range.begin - end);
  return is_no_break_space(between) || (groups_by_space && between == " ");
}

/// `a/b` where it is a proper fraction in one token (½ folds to 1/2) or three.
double proper_fraction(int a, int b) { return b > 0 && a >= 0 ? static_cast<double>(a) / b : -1; }

double folded_fraction(const std::string& key) {
  const std::size_t slash = key.find('/');
  const std::size_t bar = slash == std::string::npos ? key.find("\u2044") : slash;
  if (bar == std::string::npos || bar == 0) return -1;
  const std::size_t next = bar + (slash == std::string::npos ? 3 : 1);
  return proper_fraction(plain_integer(std::string_view(key).substr(0, bar)),
                         plain_integer(std::string_view(key).substr(next)));
}

bool is_vulgar_fraction(const LexedText& text, std::size_t at) {
  return at < text.size() && text.words[at].kind == TokenKind::kPunctuation &&
         folded_fraction(text.key(at)) >= 0;
}

/// `17:30` as hours, with the other half of the day as a second reading.
bool read_clock(const LexedText& text, std::size_t at, NumberItem& item) {
  if (text.key(at + 1) != ":" || !text.touches(at + 1) || !text.touches(at + 2) ||
      text.words[at].in_note)
    return false;
  const std::string& minutes = text.key(at + 2);
  const int hour = plain_integer(text.key(at));
  const int minute = plain_integer(minutes);
  if (hour < 0 || hour > kHours || minutes.size() != 2 || minute < 0 || minute >= kMinutes)
    return false;
  if (text.key(at + 3) == ":" && text.touches(at + 3)) return false;  // seconds: a duration
  const double hours = hour + static_cast<double>(minute) / kMinutes;
  item.mention.values = {hours, hour < kHalfDay ? hours + kHalfDay : hours - kHalfDay,
                         hour + minute / 100.0};  // others write 6.30
  item.end = at + 3;
  return true;
}

/// 5.30 before `pm` is a time, too, and so is 7.
void add_half_of_day(const LexedText& text, NumberItem& item) {
  if (!is_half_of_day(text, item.end)) return;
  std::vector<double>& values = item.mention.values;
  const double value = values[0];
  if (value < 0 || value > kHalfDay) return;
  const double hour = static_cast<int>(value);
  const double minute = (value - hour) * 100;
  values.push_back(value + kHalfDay);
  if (minute > 0 && minute < kMinutes) {
    values.push_back(hour + minute / kMinutes);
    values.push_back(hour + minute / kMinutes + kHalfDay);
  }
}

/// `3/4`: digits, a stroke, digits, and no third.
bool read_stroke(const LexedText& text, std::size_t at, NumberItem& item) {
  if (text.key(at + 1) != "/" || !text.touches(at + 1) || !text.touches(at + 2)) return false;
  if (text.key(at + 3) == "/" && text.touches(at + 3)) return false;
  const double value =
      proper_fraction(plain_integer(text.key(at)), plain_integer(text.key(at + 2)));
  if (value < 0) return false;
  item.mention.form = NumberForm::kFraction;
  item.mention.values = {value};
  item.end = at + 3;
  return true;
}

/// An hour and a half is one and a half, كوبين ونصف two and a half.
void add_noun_before(const LexedText& text, NumberItem& item) {
  if (item.begin == 0) return;
  const double part = item.mention.values[0];
  const std::string& before = text.key(item.begin - 1);
  static const std::string and_letter = fold_key("و");
  if (before == "a" && item.begin > 1 && text.key(item.begin - 2) == "and") {
    item.mention.values.push_back(1 + part);
  } else if (text.key(item.begin).starts_with(and_letter)) {
    item.mention.values.push_back(1 + part);
    if (before.ends_with("ين") || before.ends_with("ان")) item.mention.values.push_back(2 + part);
  }
}

/// `6-foot-6`, `6 feet 6 inches`: also 6.6, as people write it.
void add_inches(const LexedText& text, NumberItem& item) {
  constexpr int kInches = 12;
  std::size_t at = item.end;
  if (text.key(at) == "-" && text.touches(at)) ++at;
  if (text.key(at) != "foot" && text.key(at) != "feet" && text.key(at) != "ft") return;
  ++at;
  if (text.key(at) == "-" && text.touches(at)) ++at;
  const int inches = plain_integer(text.key(at));
  if (inches < 0 || inches >= kInches || item.integer < 0) return;
  const double feet = item.integer;
  item.mention.values = {feet + static_cast<double>(inches) / kInches,
                         feet + inches / (inches < 10 ? 10.0 : 100.0)};
  item.integer = -1;
  item.end = at + 1;
}

void multiply(std::vector<double>& values, double factor) {
  for (double& value : values) value *= factor;
}

}  // namespace

NumberReader::NumberReader(const std::string& language)
    : grammar_(same_language(language, "ar")   ? Grammar::kArabic
               : same_language(language, "en") ? Grammar::kEnglish
                                               : Grammar::kCldr),
      groups_by_space_(grammar_ == Grammar::kCldr) {
  if (grammar_ == Grammar::kCldr) words_.emplace(language);
}

std::optional<SpelledNumber> NumberReader::spelled(const LexedText& text, std::size_t at) const {
  switch (grammar_) {
    case Grammar::kArabic:
      return read_arabic_number(text, at);
    case Grammar::kEnglish:
      return read_english_number(text, at);
    default:
      return words_->read(text, at);
  }
}

double NumberReader::scale(const LexedText& text, std::size_t at) const {
  switch (grammar_) {
    case Grammar::kArabic:
      return arabic_scale(text, at);
    case Grammar::kEnglish:
      return english_scale(text.key(at));
    default:
      return words_->scale(text.key(at));
  }
}

AddedFraction NumberReader::addition(const LexedText& text, std::size_t at) const {
  if (grammar_ == Grammar::kArabic) return read_arabic_addition(text, at);
  if (grammar_ == Grammar::kEnglish) return read_english_addition(text, at);
  return {};
}

/// What multiplies digits: 2.5 million, 45 ألف, £3.4bn, 10 آلاف و500.
void NumberReader::add_scale(const LexedText& text, NumberItem& item) const {
  NumberMention& mention = item.mention;
  const std::string& key = text.key(item.end);
  for (const Suffix& suffix : kSuffixes) {
    if (key != suffix.word || !(text.touches(item.end) || is_money_sign(text, item.begin)))
      continue;
    const bool may_be_unit = !unit_senses(key).empty() && !is_money_sign(text, item.begin);
    if (may_be_unit) {
      const std::vector<double> plain = mention.values;
      for (const double value : plain) mention.values.push_back(value * suffix.scale);
      return;  // the unit is looked at later
    }
    multiply(mention.values, suffix.scale);
    ++item.end;
    return;
  }
  if (const AddedFraction more = addition(text, item.end);
      more.end > 0 && scale(text, more.end) > 0) {
    for (double& value : mention.values) value += more.value;  // 2 ونصف مليون
    item.end = more.end;
  }
  double factor = scale(text, item.end);
  if (factor <= 0) return;
  multiply(mention.values, factor);
  ++item.end;
  while (scale(text, item.end) > factor) {  // 10 thousand million
    factor = scale(text, item.end);
    multiply(mention.values, factor);
    ++item.end;
  }
  if (const AddedFraction more = addition(text, item.end); more.end > 0) {
    for (double& value : mention.values) value += more.value * factor;
    item.end = scale(text, more.end) == factor ? more.end + 1 : more.end;
    return;
  }
  // 3 آلاف و500: the rest is smaller than the scale and has none of its own.
  if (grammar_ == Grammar::kArabic && text.key(item.end) == "و" && text.is_digits(item.end + 1)) {
    const int rest = plain_integer(text.key(item.end + 1));
    if (rest > 0 && rest < factor && scale(text, item.end + 2) == 0 &&
        !follows_between(text, item.begin)) {
      for (double& value : mention.values) value += rest;
      item.end += 2;
    }
  }
}

/// `four hours and a half`, أربع ساعات ونصف: what stands after the noun counts, too.
void NumberReader::add_fraction_after_noun(const LexedText& text, NumberItem& item) const {
  for (const std::size_t at : {item.end, item.end + 1}) {
    const AddedFraction more = addition(text, at);
    if (more.end == 0) continue;
    std::vector<double>& values = item.mention.values;
    const std::size_t count = values.size();
    for (std::size_t i = 0; i < count; ++i) values.push_back(values[i] + more.value);
    if (at == item.end) item.end = more.end;
    return;
  }
  // الخامسة إلا ربعا
  if (grammar_ == Grammar::kArabic && text.key(item.end) == "الا") {
    const auto part = read_arabic_number(text, item.end + 1);
    if (part && part->form == NumberForm::kFraction)
      item.mention.values.push_back(item.mention.values[0] - part->values[0]);
  }
}

std::optional<NumberItem> NumberReader::read_digits(const LexedText& text, std::size_t at) const {
  NumberItem item{.begin = at, .end = at + 1};
  NumberMention& mention = item.mention;
  if (is_vulgar_fraction(text, at)) {
    mention.form = NumberForm::kFraction;
    mention.values = {folded_fraction(text.key(at))};
    return item;
  }
  if (read_clock(text, at, item) || read_stroke(text, at, item)) return item;

  std::string joined = text.key(at);
  if (joined.size() <= 3) {
    while (is_next_group(text, item.end, groups_by_space_)) {
      joined += text.key(item.end);
      ++item.end;
    }
  }
  mention.values = digit_values(joined);
  if (mention.values.empty()) return std::nullopt;
  item.integer = plain_integer(joined);
  item.digits = joined.size();
  const double whole = mention.values[0];
  if (is_vulgar_fraction(text, item.end)) {
    mention.values = {whole + folded_fraction(text.key(item.end))};
    ++item.end;
  } else if (text.key(item.end) == "and" && is_vulgar_fraction(text, item.end + 1)) {
    mention.values = {whole + folded_fraction(text.key(item.end + 1))};
    item.end += 2;
  }
  const std::size_t end = item.end;
  add_inches(text, item);
  add_scale(text, item);
  if (item.end > end) item.integer = -1;
  add_half_of_day(text, item);
  return item;
}

std::optional<NumberItem> NumberReader::read_spelled(const LexedText& text, std::size_t at) const {
  const std::optional<SpelledNumber> number = spelled(text, at);
  if (!number) {
    const int roman = roman_value(text.raw(at));
    if (roman <= 0 || grammar_ == Grammar::kArabic) return std::nullopt;
    return NumberItem{.mention = {.form = NumberForm::kRoman, .values = {double(roman)}},
                      .begin = at,
                      .end = at + 1,
                      .integer = roman};
  }
  NumberItem item{
      .mention = {.form = number->form, .values = number->values}, .begin = at, .end = number->end};
  const double value = number->values[0];
  if (number->form == NumberForm::kFraction) add_noun_before(text, item);
  if (number->form == NumberForm::kCardinal || number->form == NumberForm::kOrdinal) {
    if (value < kMostOfDates && value == std::floor(value)) item.integer = static_cast<int>(value);
    add_half_of_day(text, item);
  }
  return item;
}

/// `SR11.7`, `Rs500`, `G20`: digits written onto a short abbreviation. They prove nothing, unless
/// they are counted in millions.
std::optional<NumberItem> NumberReader::read_prefixed(const LexedText& text, std::size_t at) const {
  constexpr std::size_t kLongestPrefix = 3;
  const std::string& key = text.key(at);
  const std::size_t first = key.find_first_of("0123456789");
  if (first == 0 || first > kLongestPrefix) return std::nullopt;
  const std::vector<double> values = digit_values(std::string_view(key).substr(first));
  if (values.empty()) return std::nullopt;
  NumberItem item{.mention = {.values = values}, .begin = at, .end = at + 1};
  add_scale(text, item);
  if (item.end == at + 1) item.mention.form = NumberForm::kMarker;
  return item;
}

std::optional<NumberItem> NumberReader::read(const LexedText& text, std::size_t at) const {
  std::optional<NumberItem> item;
  if (text.is_digits(at) || is_vulgar_fraction(text, at))
    item = read_digits(text, at);
  else if (text.words[at].kind == TokenKind::kWord && !is_lone_percent(text, at))
    item = read_spelled(text, at);
  if (!item && text.words[at].kind == TokenKind::kWord) item = read_prefixed(text, at);
  if (!item) return std::nullopt;
  add_fraction_after_noun(text, *item);
  NumberMention& mention = item->mention;
  mention.range = text.bytes(item->begin, item->end);
  // The second of the month is no two months.
  const UnitWords unit = mention.form == NumberForm::kOrdinal
                             ? UnitWords{}
                             : units_around(text, item->begin, item->end);
  mention.units = unit.senses;
  mention.unit_range = unit.senses.empty() ? mention.range : text.bytes(unit.begin, unit.end);
  if (mention.form == NumberForm::kDual && mention.units.empty())
    mention.units = unit_of_word(text.key(at));
  mention.in_brackets = text.words[at].in_brackets;
  mention.begins_text = item->begin == 0;
  mention.in_note = is_reference(text, item->begin, item->end);
  if (is_marker(text, item->begin, item->end)) mention.form = NumberForm::kMarker;
  return item;
}

}  // namespace muqabala::detail
