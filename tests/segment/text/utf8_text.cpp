#include "segment/text/utf8_text.h"

#include "segment/base/error.h"
#include "tests/support/catch.h"

using namespace muqabala;

TEST_CASE("well-formed text of one to four bytes a character has no fault", "[text]") {
  CHECK_FALSE(find_utf8_fault(""));
  CHECK_FALSE(find_utf8_fault("plain ASCII, long enough for the fast path"));
  CHECK_FALSE(find_utf8_fault("مقابلة \xF0\x9F\x93\x96 \xEF\xBF\xBD"));
}

TEST_CASE("ill-formed sequences of every kind are found at their first byte", "[text]") {
  const auto [bytes, offset] = GENERATE(table<std::string, std::size_t>({
      {"ab\x80", 2},                  // lone continuation
      {"\xC0\xAF", 0},                // overlong
      {"x\xE0\x80\xAF", 1},           // overlong, three bytes
      {"\xED\xA0\x80", 0},            // surrogate
      {"\xF4\x90\x80\x80", 0},        // above U+10FFFF
      {"\xF5\x80\x80\x80", 0},        // never used
      {"\xD9", 0},                    // cut off by the end
      {"\xD9\x41", 0},                // not completed
      {"12345678\xE2\x82", 8},        // cut off after the fast path
  }));
  const auto fault = find_utf8_fault(bytes);
  REQUIRE(fault);
  CHECK(fault->offset_bytes == offset);
  CHECK(fault->byte == static_cast<unsigned char>(bytes[offset]));
}

TEST_CASE("the error of ill-formed text names line, column, offset and byte", "[text]") {
  try {
    Utf8Text::checked("first\nسطر \xFF", "a.txt");
    FAIL("no error was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kInvalidUtf8);
    CHECK(std::string(error.what()).starts_with("a.txt:2:5: "));
    CHECK_THAT(error.what(), ContainsText("byte 0xFF at byte offset 13"));
  }
}

TEST_CASE("code points are read forwards and backwards alike", "[text]") {
  const std::string text = "aم€\xF0\x9F\x93\x96";
  const std::vector<char32_t> expected{U'a', U'م', U'€', U'\U0001F4D6'};
  std::size_t at = 0;
  for (const char32_t value : expected) {
    const CodePoint forward = code_point_at(text, at);
    CHECK(forward.value == value);
    at += forward.size_bytes;
    CHECK(code_point_before(text, at).value == value);
  }
  CHECK(at == text.size());
  CHECK(count_code_points(text) == 4);
  std::string again;
  for (const char32_t value : expected) append_utf8(again, value);
  CHECK(again == text);
}
