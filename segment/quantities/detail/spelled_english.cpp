// English numbers in words, read from left to right: a group below a thousand grows by units, tens
// and hundreds, a scale word closes it. "nineteen ninety-eight" is a year said in two halves.

#include <array>

#include "segment/quantities/detail/spelled_numbers.h"

namespace muqabala::detail {
namespace {

using Table = std::unordered_map<std::string, double>;

const Table& units() {
  static const Table table = {
      {"zero", 0},     {"one", 1},      {"two", 2},        {"three", 3},     {"four", 4},
      {"five", 5},     {"six", 6},      {"seven", 7},      {"eight", 8},     {"nine", 9},
      {"ten", 10},     {"eleven", 11},  {"twelve", 12},    {"thirteen", 13}, {"fourteen", 14},
      {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18}, {"nineteen", 19}};
  return table;
}

const Table& tens() {
  static const Table table = {{"twenty", 20},  {"thirty", 30}, {"forty", 40},
                              {"fourty", 40},  {"fifty", 50},  {"sixty", 60},
                              {"seventy", 70}, {"eighty", 80}, {"ninety", 90}};
  return table;
}

const Table& ordinals() {
  static const Table table = {
      {"first", 1},         {"second", 2},      {"third", 3},       {"fourth", 4},
      {"fifth", 5},         {"sixth", 6},       {"seventh", 7},     {"eighth", 8},
      {"ninth", 9},         {"tenth", 10},      {"eleventh", 11},   {"twelfth", 12},
      {"thirteenth", 13},   {"fourteenth", 14}, {"fifteenth", 15},  {"sixteenth", 16},
      {"seventeenth", 17},  {"eighteenth", 18}, {"nineteenth", 19}, {"twentieth", 20},
      {"thirtieth", 30},    {"fortieth", 40},   {"fiftieth", 50},   {"sixtieth", 60},
      {"seventieth", 70},   {"eightieth", 80},  {"ninetieth", 90},  {"hundredth", 100},
      {"thousandth", 1000}, {"millionth", 1e6}};
  return table;
}

/// What follows `two` in `two thirds`.
const Table& parts() {
  static const Table table = {{"half", 2},    {"halves", 2},   {"third", 3},   {"thirds", 3},
                              {"quarter", 4}, {"quarters", 4}, {"fourths", 4}, {"fifth", 5},
                              {"fifths", 5},  {"sixth", 6},    {"sixths", 6},  {"eighth", 8},
                              {"eighths", 8}, {"tenth", 10},   {"tenths", 10}};
  return table;
}

const Table& vague() {
  static const Table table = {{"tens", 10},       {"dozens", 12},    {"hundreds", 100},
                              {"thousands", 1e3}, {"millions", 1e6}, {"billions", 1e9},
                              {"trillions", 1e12}};
  return table;
}

double find(const Table& table, const std::string& key) {
  const auto found = table.find(key);
  return found == table.end() ? -1 : found->second;
}

constexpr std::array kPairWords = {"both", "couple", "pair", "twice", "double", "twin", "twins"};

SpelledNumber read_vague(const LexedText& text, std::size_t at) {
  SpelledNumber number{
      .end = at + 1, .form = NumberForm::kVague, .values = {find(vague(), text.key(at))}};
  if (text.key(at) == "dozens") number.values.push_back(10);
  while (text.key(number.end) == "of" && find(vague(), text.key(number.end + 1)) > 0) {
    for (double& value : number.values) value *= find(vague(), text.key(number.end + 1));
    number.end += 2;
  }
  return number;
}

/// `half`, `half a million`, `quarter`.
std::optional<SpelledNumber> read_part(const LexedText& text, std::size_t at) {
  const std::string& key = text.key(at);
  if (key != "half" && key != "quarter") return std::nullopt;
  SpelledNumber number{
      .end = at + 1, .form = NumberForm::kFraction, .values = {key == "half" ? 0.5 : 0.25}};
  std::size_t next = at + 1;
  if (text.key(next) == "of") ++next;
  if (text.key(next) == "a") ++next;
  const double scale = english_scale(text.key(next));
  if (next > at + 1 && scale > 0)
    return SpelledNumber{.end = next + 1, .values = {number.values[0] * scale}};
  return number;
}

/// The state while a cardinal is read.
class Cardinal {
 public:
  /// Takes the word of that value if the number can go on with it.
  bool take_below_hundred(double value) {
    const bool is_ten = value >= 20;
    const double open = group_ - 100 * static_cast<int>(group_ / 100);
    const bool fits = open == 0 || (!is_ten && value >= 1 && value < 10 && open >= 20 &&
                                    static_cast<int>(open) % 10 == 0);
    if (fits && !(started_ && group_ == 0 && total_ == 0)) {
      group_ += value;
    } else if (total_ == 0 && group_ >= 13 && group_ < 100 && value >= 10 && !is_year_) {
      group_ = group_ * 100 + value;  // nineteen ninety
      is_year_ = true;
    } else {
      return false;
    }
    started_ = true;
    return true;
  }

  bool take_hundred() {
    if (group_ >= 100 || has_fraction_) return false;
    group_ = (group_ == 0 ? 1 : group_) * 100;
    return started_ = true;
  }

  bool take_scale(double scale) {
    if (last_scale_ != 0 && scale >= last_scale_) return false;
    if (started_ && group_ == 0 && total_ > 0) return false;
    total_ += (group_ == 0 ? 1 : group_) * scale;
    group_ = 0;
    last_scale_ = scale;
    return started_ = true;
  }

  void add_fraction(double fraction) {
    // "a million and a half" is half a million more.
    if (group_ == 0 && last_scale_ > 0)
      total_ += fraction * last_scale_;
    else
      group_ += fraction;
    has_fraction_ = true;
  }

  /// The old way: six and seventy, and four hundred.
  bool take_smallest_first(double tens) {
    if (total_ != 0 || group_ < 1 || group_ >= 10) return false;
    group_ += tens;
    return true;
  }
  bool take_hundreds_last(double hundreds) {
    if (total_ != 0 || group_ <= 20 || group_ >= 100) return false;
    group_ += hundreds * 100;
    return true;
  }

  bool takes_and() const { return !has_fraction_ && (group_ >= 100 || last_scale_ > 0); }
  bool started() const { return started_; }
  double value() const { return total_ + group_; }

 private:
  double total_ = 0;
  double group_ = 0;
  double last_scale_ = 0;
  bool started_ = false;
  bool is_year_ = false;
  bool has_fraction_ = false;
};

bool take(Cardinal& cardinal, const std::string& key) {
  double value = find(units(), key);
  if (value < 0) value = find(tens(), key);
  if (value >= 0) return cardinal.take_below_hundred(value);
  if (key == "hundred") return cardinal.take_hundred();
  const double scale = english_scale(key);
  return scale > 0 && cardinal.take_scale(scale);
}

/// Past `and seventy` after units, `and four hundred` after those; `end` where they do not follow.
std::size_t old_order(const LexedText& text, std::size_t begin, std::size_t end,
                      Cardinal& cardinal) {
  const bool is_range = begin > 0 && text.key(begin - 1) == "between";
  if (text.key(end) != "and" || is_range) return end;
  const double ten = find(tens(), text.key(end + 1));
  if (ten > 0 && cardinal.take_smallest_first(ten)) return end + 2;
  const double unit = find(units(), text.key(end + 1));
  if (unit > 0 && text.key(end + 2) == "hundred" && cardinal.take_hundreds_last(unit))
    return end + 3;
  return end;
}

bool is_number_word(const std::string& key) {
  return find(units(), key) >= 0 || find(tens(), key) >= 0;
}

}  // namespace

double english_scale(const std::string& key) {
  static const Table table = {
      {"thousand", 1e3}, {"million", 1e6},   {"millions", 1e6}, {"billion", 1e9}, {"billions", 1e9},
      {"milliard", 1e9}, {"trillion", 1e12}, {"bn", 1e9},       {"tn", 1e12},     {"mn", 1e6}};
  const double scale = find(table, key);
  return scale < 0 ? 0 : scale;
}

AddedFraction read_english_addition(const LexedText& text, std::size_t at) {
  if (text.key(at) != "and") return {};
  const std::string& count = text.key(at + 1);
  const double part = find(parts(), text.key(at + 2));
  if (part < 0) return {};
  if (count == "a" || count == "one") return {at + 3, 1 / part};
  if (const double n = find(units(), count); n > 0 && n < part) return {at + 3, n / part};
  return {};
}

std::optional<SpelledNumber> read_english_number(const LexedText& text, std::size_t at) {
  const std::string& first = text.key(at);
  for (const char* pair : kPairWords) {
    if (first == pair) return SpelledNumber{at + 1, NumberForm::kDual, {2}};
  }
  if (find(vague(), first) > 0) return read_vague(text, at);
  if (auto part = read_part(text, at)) return part;
  if (first == "dozen") return SpelledNumber{at + 1, NumberForm::kVague, {12, 10}};

  Cardinal cardinal;
  std::size_t end = at;
  if (first == "a" || first == "an") {
    if (text.key(at + 1) != "hundred" && english_scale(text.key(at + 1)) < 1e3) return std::nullopt;
    ++end;
  }
  while (true) {
    const std::string& key = text.key(end);
    if (const double ordinal = find(ordinals(), key); ordinal >= 0) {
      const double before = cardinal.value();
      const double part = find(parts(), key);
      if (cardinal.started() && part > 0 && before < 10)
        return SpelledNumber{end + 1, NumberForm::kFraction, {before / part}};
      if (cardinal.started() && before < 20) break;
      SpelledNumber number{end + 1, NumberForm::kOrdinal, {before + ordinal}};
      if (!cardinal.started() && part > 0) number.values.push_back(1 / part);
      return number;
    }
    if (cardinal.started()) {
      if (const double part = find(parts(), key); part > 0 && cardinal.value() < 10)
        return SpelledNumber{end + 1, NumberForm::kFraction, {cardinal.value() / part}};
      if (key == "dozen")
        return SpelledNumber{end + 1, NumberForm::kCardinal, {12 * cardinal.value()}};
      if (const AddedFraction more = read_english_addition(text, end); more.end > 0) {
        cardinal.add_fraction(more.value);
        end = more.end;
        if (take(cardinal, text.key(end)) && english_scale(text.key(end)) > 0) ++end;
        break;
      }
      if (key == "and" && cardinal.takes_and() && is_number_word(text.key(end + 1)) &&
          take(cardinal, text.key(end + 1))) {
        end += 2;
        continue;
      }
    }
    if (!take(cardinal, key)) {
      const std::size_t after = old_order(text, at, end, cardinal);
      if (after == end) break;
      end = after;
      continue;
    }
    ++end;
  }
  if (!cardinal.started()) return std::nullopt;
  return SpelledNumber{end, NumberForm::kCardinal, {cardinal.value()}};
}

}  // namespace muqabala::detail
