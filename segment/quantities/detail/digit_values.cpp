#include "segment/quantities/detail/digit_values.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "segment/base/parse_number.h"

namespace muqabala::detail {
namespace {

constexpr std::size_t kMaxPlainDigits = 9;

double value_of(std::string_view digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  return value;
}

/// `token` without its separators, `decimal_at` excepted, which becomes a point.
double value_with_point(std::string_view token, std::size_t decimal_at) {
  std::string digits;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (is_digit(token[i]))
      digits += token[i];
    else if (i == decimal_at)
      digits += '.';
  }
  return value_of(digits);
}

/// Groups of two or three digits after one to three: 1,234,567 and, in India, 12,34,567.
bool is_grouped(std::string_view token, std::size_t end) {
  std::size_t run = 0;
  bool first = true;
  for (std::size_t i = 0; i <= end; ++i) {
    if (i < end && is_digit(token[i])) {
      ++run;
      continue;
    }
    const bool is_last = i == end;
    if (first ? run == 0 || run > 3 : run != 3 && (is_last || run != 2)) return false;
    first = false;
    run = 0;
  }
  return true;
}

}  // namespace

std::vector<double> digit_values(std::string_view token) {
  std::vector<std::size_t> separators;
  for (std::size_t i = 0; i < token.size(); ++i) {
    if (is_digit(token[i])) continue;
    if (token[i] != '.' && token[i] != ',') return {};
    separators.push_back(i);
  }
  if (token.empty() || separators.size() == token.size()) return {};
  constexpr std::size_t kNowhere = std::string_view::npos;
  if (separators.empty()) return {value_of(token)};

  const std::size_t last = separators.back();
  const bool all_alike = std::all_of(separators.begin(), separators.end(),
                                     [&](std::size_t at) { return token[at] == token[last]; });
  if (separators.size() == 1) {
    const bool may_be_thousands = is_grouped(token, token.size()) && token[0] != '0';
    if (may_be_thousands) return {value_with_point(token, kNowhere), value_with_point(token, last)};
    return {value_with_point(token, last)};
  }
  if (all_alike) {
    if (!is_grouped(token, token.size())) return {};
    return {value_with_point(token, kNowhere)};
  }
  const bool rest_alike =
      std::all_of(separators.begin(), separators.end() - 1,
                  [&](std::size_t at) { return token[at] == token[separators[0]]; });
  if (!rest_alike || !is_grouped(token, last)) return {};
  return {value_with_point(token, last)};
}

int plain_integer(std::string_view token) {
  if (token.empty() || token.size() > kMaxPlainDigits ||
      !std::all_of(token.begin(), token.end(), is_digit))
    return -1;
  int value = 0;
  std::from_chars(token.data(), token.data() + token.size(), value);
  return value;
}

}  // namespace muqabala::detail
