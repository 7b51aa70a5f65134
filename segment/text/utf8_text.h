#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace muqabala {

/// Where and why a byte string is not UTF-8.
struct Utf8Fault {
  std::size_t offset_bytes = 0;  ///< of the first byte of the ill-formed sequence
  unsigned char byte = 0;        ///< that byte
  const char* reason = "";       ///< a clause that follows the byte in a sentence
};

/// The first place where `bytes` is not well-formed UTF-8 (Unicode 15, table 3-7), if any.
std::optional<Utf8Fault> find_utf8_fault(std::string_view bytes);

/// Text known to be well-formed UTF-8: checked once at the door, trusted ever after.
class Utf8Text {
 public:
  Utf8Text() = default;

  /// Takes `bytes` after checking them; throws `errors::invalid_utf8` in the name of `path`.
  static Utf8Text checked(std::string bytes, const std::string& path);

  /// Takes bytes that our own code built out of valid text; asserts that they are valid.
  static Utf8Text trusted(std::string bytes);

  const std::string& str() const& { return bytes_; }
  std::string_view view() const& { return bytes_; }
  std::string_view view() const&& = delete;
  std::size_t size() const { return bytes_.size(); }
  bool empty() const { return bytes_.empty(); }

 private:
  explicit Utf8Text(std::string bytes) : bytes_(std::move(bytes)) {}
  std::string bytes_;
};

/// A code point and how many bytes it took.
struct CodePoint {
  char32_t value = 0;
  std::size_t size_bytes = 0;
};

/// The code point that begins at `at` (`at < text.size()`, on a boundary of well-formed text).
/// Texts are read by it letter by letter, so it is no call.
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t k) -> char32_t {
    return static_cast<unsigned char>(text[at + k]);
  };
  const char32_t b = byte(0);
  if (b < 0x80) return {b, 1};
  if (b < 0xE0) return {((b & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (b < 0xF0) return {((b & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  return {
      ((b & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F),
      4};
}

/// The code point that ends just before `end` (`end > 0`, on a boundary of well-formed text).
CodePoint code_point_before(std::string_view text, std::size_t end);

/// The begin of the character in which byte `at` stands; `at` itself from the end of `text` on.
std::size_t begin_of_character(std::string_view text, std::size_t at);

/// The front of `text`, at most `limit` bytes, cut between characters.
std::string_view front_of(std::string_view text, std::size_t limit);

/// Appends `value` in UTF-8.
void append_utf8(std::string& out, char32_t value);

/// Number of code points in well-formed `text`.
std::size_t count_code_points(std::string_view text);

}  // namespace muqabala
