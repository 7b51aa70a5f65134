#include "corpus/decode.h"

#include "segment/base/error.h"
#include "tests/support/catch.h"

using namespace muqabala;
using namespace std::string_literals;

namespace {

Error error_of(const std::string& bytes) {
  try {
    decode(bytes, "f.txt");
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error was thrown");
  throw 0;
}

std::string utf16(std::u16string_view units, bool little, bool mark) {
  std::string bytes;
  const auto append = [&](char16_t unit) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  };
  if (mark) append(0xFEFF);
  for (const char16_t unit : units) append(unit);
  return bytes;
}

}  // namespace

TEST_CASE("UTF-8 is taken as it is", "[read]") {
  const std::string text = "مرحبا\r\n\tworld \u200F\xF0\x9F\x93\x96\n";
  const SourceFile file = decode(text, "f.txt");
  CHECK(file.path == "f.txt");
  CHECK(file.text.str() == text);
  CHECK(file.to_bytes.is_identity());
  CHECK(decode("", "f.txt").text.empty());
}

TEST_CASE("a byte order mark is dropped, and offsets count it", "[read]") {
  const SourceFile file = decode("\xEF\xBB\xBFنص", "f.txt");
  CHECK(file.text.str() == "نص");
  CHECK(file.to_bytes.original(ByteRange{0, 2}) == ByteRange{3, 5});
  CHECK(decode("\xEF\xBB\xBF", "f.txt").text.empty());
}

TEST_CASE("UTF-16 with a mark is decoded", "[read]") {
  const bool little = GENERATE(true, false);
  const SourceFile file = decode(utf16(u"نص a\n", little, true), "f.txt");
  CHECK(file.text.str() == "نص a\n");
  CHECK(file.to_bytes.original(ByteRange{5, 6}) == ByteRange{8, 10});
}

TEST_CASE("UTF-16 that holds a NUL is binary at the place in the file", "[read]") {
  const Error error = error_of(utf16(u"ab\0c"s, true, true));
  CHECK(error.code() == ErrorCode::kBinary);
  CHECK(error.where().offset_bytes == 6);
}

TEST_CASE("a few bad bytes are named with their place", "[read]") {
  const auto [bytes, offset, place] = GENERATE(table<std::string, std::size_t, std::string>({
      {"first\nسطر \xFF", 13, "f.txt:2:5: "},
      {"\xEF\xBB\xBFسطر \xFF", 10, "f.txt:1:5: "},
      {"plain \xE9 ASCII", 6, "f.txt:1:7: "},
      {"نص عربي مقطوع في آخر\xD9", 36, "f.txt:1:21: "},
  }));
  const Error error = error_of(bytes);
  CHECK(error.code() == ErrorCode::kInvalidUtf8);
  CHECK(error.where().offset_bytes == offset);
  CHECK(std::string(error.what()).starts_with(place));
}

TEST_CASE("a long UTF-8 text with many slips is still UTF-8", "[read]") {
  std::string text;
  for (int i = 0; i < 20; ++i) text += "هذا سطر سليم من النص العربي \xE9\n";
  CHECK(error_of(text).code() == ErrorCode::kInvalidUtf8);
}

TEST_CASE("another charset is named with how to convert it", "[read]") {
  std::string text;
  // "the train came to the station" in windows-1256, a few times
  for (int i = 0; i < 5; ++i)
    text += "\xE6\xD5\xE1 \xC7\xE1\xDE\xD8\xC7\xD1 \xC5\xE1\xEC \xC7\xE1\xE3\xCD\xD8\xC9\n";
  const Error error = error_of(text);
  CHECK(error.code() == ErrorCode::kUnsupportedCharset);
  CHECK_THAT(error.what(), ContainsText("iconv -f windows-1256 -t UTF-8"));
  CHECK_THAT(error.what(), ContainsText("0xE6 at byte offset 0"));
}

TEST_CASE("UTF-16 without a mark, and UTF-32, are named", "[read]") {
  const auto [bytes, charset] = GENERATE(table<std::string, std::string>({
      {utf16(u"A line of text.\r\n", true, false), "UTF-16LE"},
      {utf16(u"سطر من النص\n", false, false), "UTF-16BE"},
      {"\xFF\xFE\0\0a\0\0\0"s, "UTF-32LE"},
      {"\0\0\xFE\xFF\0\0\0a"s, "UTF-32BE"},
  }));
  const Error error = error_of(bytes);
  CHECK(error.code() == ErrorCode::kUnsupportedCharset);
  CHECK_THAT(error.what(), ContainsText(charset));
}

TEST_CASE("files that are no text are refused by name where they can be told", "[read]") {
  const auto [bytes, kind] = GENERATE(table<std::string, std::string>({
      {"PK\x03\x04"s + std::string(26, '\0') + "word/document.xml", "DOCX"},
      {"PK\x03\x04"s + std::string(26, '\0') + "mimetypeapplication/epub+zip", "EPUB"},
      {"PK\x03\x04"s + std::string(26, '\0') + "mimetypeapplication/vnd.oasis.opendocument.text",
       "ODT"},
      {"PK\x03\x04"s + std::string(26, '\0') + "photo.raw", "zip archive"},
      {"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "PDF"},
      {"{\\rtf1\\ansi Hello}", "RTF"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest", "DOC"},
      {"\x1F\x8B\x08rest", "gzip"},
      {"\x89PNG\r\n\x1A\nrest", "PNG"},
      {"\xFF\xD8\xFFrest", "JPEG"},
      {"text with a \0 in it"s, "byte offset 12"},
      {"\x01\x02\x03 abc \x04\x05\x06", "byte offset 0"},
  }));
  const Error error = error_of(bytes);
  CHECK(error.code() == ErrorCode::kBinary);
  CHECK_THAT(error.what(), ContainsText(kind));
}

TEST_CASE("texts that look a little like something else are texts", "[read]") {
  const std::string text =
      GENERATE(as<std::string>(), "PK is short for penalty kick.", "GIF89 is a format.",
               "BZh is no word.", "A stray \x01 control among many words.", "\t\n\v\f\r\n");
  CHECK(decode(text, "f.txt").text.str() == text);
}

TEST_CASE("fifty megabytes in one line are decoded, also as UTF-16", "[read]") {
  const std::string line(std::size_t{50} << 20, 'a');
  CHECK(decode(line, "f.txt").text.size() == line.size());
  const SourceFile file =
      decode(utf16(std::u16string(std::size_t{25} << 20, u'a'), true, true), "f");
  CHECK(file.text.size() == std::size_t{25} << 20);
  CHECK(file.to_bytes.original(file.text.size()) == (std::size_t{50} << 20) + 2);
}
