#include "segment/text/charset.h"

#include "tests/support/catch.h"

using muqabala::guess_charset;

namespace {

/// `text`, of ASCII and the basic Arabic letters, in windows-1256.
std::string windows_1256(std::u32string_view text) {
  constexpr std::u32string_view kLetters = U"ءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقك";  // 0xC1 to 0xDF
  std::string bytes;
  for (const char32_t c : text) {
    const std::size_t at = kLetters.find(c);
    if (c < 0x80)
      bytes += static_cast<char>(c);
    else if (at != kLetters.npos)
      bytes += static_cast<char>(0xC1 + at);
    else if (c == U'ل')
      bytes += '\xE1';
    else if (c == U'م')
      bytes += '\xE3';
    else if (c == U'ن')
      bytes += '\xE4';
    else if (c == U'ه')
      bytes += '\xE5';
    else if (c == U'و')
      bytes += '\xE6';
    else if (c == U'ى')
      bytes += '\xEC';
    else if (c == U'ي')
      bytes += '\xED';
    else if (c == U'،')
      bytes += '\xA1';
    else
      FAIL("not in the table");
  }
  return bytes;
}

std::string utf16(std::u16string_view text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

const std::u32string kArabic =
    U"وصل القطار إلى المحطة في الصباح، وكان المسافرون ينتظرون على الرصيف منذ ساعات طويلة. "
    U"قالت المرأة إن الطريق إلى المدينة كان مغلقا بسبب الأمطار التي هطلت في الليل.";

}  // namespace

TEST_CASE("Arabic in windows-1256 is known", "[text]") {
  CHECK(guess_charset(windows_1256(kArabic)) == "windows-1256");
}

TEST_CASE("a long ASCII preface does not hide the charset", "[text]") {
  CHECK(guess_charset(std::string(20000, 'x') + "\n" + windows_1256(kArabic)) == "windows-1256");
}

TEST_CASE("French in Latin-1 is known", "[text]") {
  const std::string text =
      "Le train est arriv\xE9 \xE0 la gare pendant la matin\xE9"
      "e, et les voyageurs "
      "attendaient sur le quai depuis des heures. La for\xEAt \xE9tait ferm\xE9"
      "e.";
  const std::string charset = guess_charset(text);
  CHECK((charset == "ISO-8859-1" || charset == "windows-1252"));
}

TEST_CASE("UTF-16 without a mark is known in both orders", "[text]") {
  const bool little = GENERATE(true, false);
  const std::string expected = little ? "UTF-16LE" : "UTF-16BE";
  CHECK(guess_charset(utf16(u"The train came in.\r\n", little)) == expected);
  CHECK(guess_charset(utf16(u"وصل القطار إلى المحطة\n", little)) == expected);
}

TEST_CASE("bytes of no charset are not given the name of one", "[text]") {
  using namespace std::string_literals;
  CHECK(guess_charset("\0\x01\x02\x03\x04\x80\xFF\0\0\x10"s).find("UTF") == std::string::npos);
  CHECK(guess_charset("") == "");
}
