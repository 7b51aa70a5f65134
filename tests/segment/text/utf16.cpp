#include "segment/text/utf16.h"

#include <random>

#include "segment/base/error.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

std::string encode(std::u16string_view units, bool little) {
  std::string bytes = little ? "\xFF\xFE" : "\xFE\xFF";
  for (const char16_t unit : units) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

}  // namespace

TEST_CASE("UTF-16 of both orders becomes UTF-8 without its mark", "[text]") {
  const bool little = GENERATE(true, false);
  const auto decoded = decode_utf16(encode(u"aم€\U0001F4D6\r\nb", little), "x");
  CHECK(decoded.text.str() == "aم€\xF0\x9F\x93\x96\r\nb");
}

TEST_CASE("a file of only a mark is empty", "[text]") {
  CHECK(decode_utf16("\xFF\xFE", "x").text.empty());
}

TEST_CASE("UTF-32's mark is not UTF-16's", "[text]") {
  using namespace std::string_view_literals;
  CHECK(has_utf16_mark("\xFF\xFE"));
  CHECK(has_utf16_mark("\xFE\xFF\x06\x45"));
  CHECK_FALSE(has_utf16_mark("\xFF\xFE\0\0"sv));
  CHECK_FALSE(has_utf16_mark("\xFF"));
  CHECK_FALSE(has_utf16_mark(""));
}

TEST_CASE("every character of decoded UTF-16 maps to its own bytes", "[text]") {
  std::mt19937 random(16);
  const std::u32string kinds = U"a b\nمقé€字\U0001F4D6\U0001F600";
  std::u16string units;
  std::vector<std::size_t> starts;  // in code units
  std::vector<std::size_t> sizes;
  for (int i = 0; i < 2000; ++i) {
    const char32_t c = kinds[random() % kinds.size()];
    starts.push_back(units.size());
    if (c >= 0x10000) {
      units += static_cast<char16_t>(0xD800 + ((c - 0x10000) >> 10));
      units += static_cast<char16_t>(0xDC00 + ((c - 0x10000) & 0x3FF));
    } else {
      units += static_cast<char16_t>(c);
    }
    sizes.push_back(units.size() - starts.back());
  }
  const auto decoded = decode_utf16(encode(units, true), "x");
  std::size_t at = 0;
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const std::size_t size = code_point_at(decoded.text.view(), at).size_bytes;
    const ByteRange found = decoded.to_bytes.original(ByteRange{at, at + size});
    const ByteRange expected{2 + 2 * starts[i], 2 + 2 * (starts[i] + sizes[i])};
    REQUIRE(found == expected);
    at += size;
  }
  CHECK(at == decoded.text.size());
}

TEST_CASE("broken UTF-16 is refused at its place", "[text]") {
  const auto [units, cut, offset, place, word] =
      GENERATE(table<std::u16string, int, std::size_t, std::string, std::string>({
          {u"ab\nم\xD83Dx", 0, 10, "f.txt:2:2: ", "surrogate"},  // a lead without its trail
          {u"\xDCD6", 0, 2, "f.txt:1:1: ", "surrogate"},         // a trail alone
          {u"ab\xD83D", 0, 6, "f.txt:1:3: ", "surrogate"},       // the end cuts the pair
          {u"abc", 1, 6, "f.txt:1:3: ", "cut off"},              // the end cuts the unit
      }));
  std::string bytes = encode(units, true);
  bytes.resize(bytes.size() - static_cast<std::size_t>(cut));
  try {
    decode_utf16(bytes, "f.txt");
    FAIL("no error was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kInvalidUtf16);
    CHECK(error.where().offset_bytes == offset);
    CHECK(std::string(error.what()).starts_with(place));
    CHECK_THAT(error.what(), ContainsText(word));
  }
}
