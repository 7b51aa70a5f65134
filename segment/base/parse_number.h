#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace muqabala {

/// The number that `text` holds and nothing else.
template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace muqabala
