#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace muqabala {

/// One of those that `parse_number` reads.
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number that `text` holds and nothing else.
template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace muqabala
