#include "segment/text/utf8_text.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <cstring>

#include "segment/base/error.h"

namespace muqabala {
namespace {

bool is_continuation(unsigned char b) { return (b & 0xC0) == 0x80; }

}  // namespace

std::optional<Utf8Fault> find_utf8_fault(std::string_view bytes) {
  const auto* p = reinterpret_cast<const unsigned char*>(bytes.data());
  const std::size_t n = bytes.size();
  std::size_t i = 0;
  while (i < n) {
    if (n - i >= 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, p + i, sizeof word);
      if ((word & 0x8080808080808080ULL) == 0) {
        i += 8;
        continue;
      }
    }
    const unsigned char b = p[i];
    if (b < 0x80) {
      ++i;
      continue;
    }
    const auto fault = [&](const char* reason) { return Utf8Fault{i, b, reason}; };
    if (b < 0xC0) return fault("continues a character that never began");
    if (b < 0xC2) return fault("is never used (an overlong form)");
    if (b > 0xF4) return fault("is never used in UTF-8");
    const std::size_t length = b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
    if (n - i < length) return fault("begins a character that the end of the file cuts off");
    // Table 3-7 narrows only the second byte; the rest are plain continuations.
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
    if (b == 0xE0) low = 0xA0;
    if (b == 0xED) high = 0x9F;
    if (b == 0xF0) low = 0x90;
    if (b == 0xF4) high = 0x8F;
    if (!is_continuation(p[i + 1])) return fault("begins a character that is not completed");
    if (p[i + 1] < low || p[i + 1] > high) {
      return fault(b == 0xED   ? "begins a surrogate, which UTF-8 does not hold"
                   : b == 0xF4 ? "begins a code point above U+10FFFF"
                               : "begins an overlong form");
    }
    for (std::size_t k = 2; k < length; ++k) {
      if (!is_continuation(p[i + k])) return fault("begins a character that is not completed");
    }
    i += length;
  }
  return std::nullopt;
}

Utf8Text Utf8Text::checked(std::string bytes, const std::string& path) {
  if (const auto fault = find_utf8_fault(bytes)) {
    const std::string_view before = std::string_view(bytes).substr(0, fault->offset_bytes);
    const std::size_t newline = before.rfind('\n');
    const std::size_t line_start = newline == std::string_view::npos ? 0 : newline + 1;
    throw errors::invalid_utf8(
        Place{.path = path,
              .line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
              .column = 1 + count_code_points(before.substr(line_start)),
              .offset_bytes = fault->offset_bytes},
        fault->byte, fault->reason);
  }
  return Utf8Text(std::move(bytes));
}

Utf8Text Utf8Text::trusted(std::string bytes) {
  assert(!find_utf8_fault(bytes));
  return Utf8Text(std::move(bytes));
}

CodePoint code_point_before(std::string_view text, std::size_t end) {
  std::size_t at = end - 1;
  while (is_continuation(static_cast<unsigned char>(text[at]))) --at;
  return code_point_at(text, at);
}

std::size_t begin_of_character(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && is_continuation(static_cast<unsigned char>(text[at]))) --at;
  return at;
}

std::string_view front_of(std::string_view text, std::size_t limit) {
  return text.substr(0, begin_of_character(text, limit));
}

void append_utf8(std::string& out, char32_t value) {
  if (value < 0x80) {
    out += static_cast<char>(value);
  } else if (value < 0x800) {
    out += static_cast<char>(0xC0 | (value >> 6));
    out += static_cast<char>(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    out += static_cast<char>(0xE0 | (value >> 12));
    out += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (value & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (value >> 18));
    out += static_cast<char>(0x80 | ((value >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (value & 0x3F));
  }
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return !is_continuation(static_cast<unsigned char>(c));
  }));
}

}  // namespace muqabala
