#include "cli/terminal.h"

#include <string>

#include "tests/support/catch.h"

using namespace muqabala::cli;

TEST_CASE("Text with right-to-left letters is isolated, other text is left alone", "[terminal]") {
  CHECK(isolated("مرحبا") == "\u2068مرحبا\u2069");
  CHECK(isolated("see مرحبا there") == "\u2068see مرحبا there\u2069");
  CHECK(isolated("שלום") == "\u2068שלום\u2069");
  CHECK(isolated("plain text, naïve 12") == "plain text, naïve 12");
  CHECK(isolated("") == "");
}

TEST_CASE("Bidi brackets in a text cannot reach beyond it", "[terminal]") {
  CHECK(isolated("\u202Eمرحبا\u2067 x") == "\u2068مرحبا x\u2069");
  CHECK(isolated("a\u2069\u202Cb") == "ab");
  // Marks without an end are harmless, and needed.
  CHECK(isolated("مرحبا\u200F!") == "\u2068مرحبا\u200F!\u2069");
}

TEST_CASE("Printable text stays on its line and moves no cursor", "[terminal]") {
  CHECK(printable("a\tb\nc\r\nd\u2028e") == "a b c d e");
  CHECK(printable("\x1b[2J\x07") == "\uFFFD[2J\uFFFD");
  CHECK(printable("\u0085\u009B") == " \uFFFD");
  CHECK(printable("a\xFF\xD9") == "a\uFFFD\uFFFD");
  CHECK(printable("عربي 👩‍👩‍👧") == "عربي 👩‍👩‍👧");
}

TEST_CASE("Width counts columns: vowel signs none, Chinese two", "[terminal]") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("كِتَاب") == 4);
  CHECK(display_width("مرحبا") == 5);
  CHECK(display_width("图书") == 4);
  CHECK(display_width("e\u0301") == 1);
}

TEST_CASE("Long text is cut at the end of a word", "[terminal]") {
  CHECK(shortened("short", 10) == "short");
  CHECK(shortened("exactly 10", 10) == "exactly 10");
  CHECK(shortened("one two three", 10) == "one two…");
  CHECK(shortened("one two three", 8) == "one two…");
  CHECK(shortened("وصل القطار إلى المدينة", 12) == "وصل القطار…");
}

TEST_CASE("A long word is cut where it must be, never inside a character", "[terminal]") {
  CHECK(shortened("abcdefghijkl", 5) == "abcd…");
  CHECK(shortened("图书馆图书馆", 5) == "图书…");
  CHECK(shortened("a bcdefghijklmnop", 10) == "a bcdefgh…");
  for (std::size_t width = 1; width < 12; ++width) {
    const std::string cut = shortened("كِتَابٌ جَدِيدٌ", width);
    INFO(cut);
    CHECK(display_width(cut) <= width);
  }
}

TEST_CASE("Shortening a very long line is quick", "[terminal]") {
  const std::string line(50'000'000, 'x');
  CHECK(shortened(line, 80).size() == 79 + std::string("…").size());
}

TEST_CASE("Paragraphs are wrapped at spaces behind an indent", "[terminal]") {
  CHECK(wrapped("one two three four five six", 24, 4) == "    one two three four\n    five six");
  CHECK(wrapped("a\n\nb", 40, 2) == "  a\n\n  b");
  CHECK(wrapped("averyveryverylongwordindeed x", 24, 0) == "averyveryverylongwordindeed\nx");
}

TEST_CASE("Colour follows the choice, then the terminal, NO_COLOR and TERM", "[terminal]") {
  constexpr int kNoTerminal = -1;
  CHECK(screen_of(kNoTerminal, ColorChoice::kAlways, {.no_color = "1"}).color);
  CHECK_FALSE(screen_of(kNoTerminal, ColorChoice::kAuto, {}).color);
  CHECK_FALSE(screen_of(kNoTerminal, ColorChoice::kNever, {}).color);
  CHECK(styled("x", Style::kBold, Screen{.color = true}) == "\x1b[1mx\x1b[0m");
  CHECK(styled("x", Style::kBold, Screen{}) == "x");
}

TEST_CASE("What is no terminal is as wide as COLUMNS says, within reason", "[terminal]") {
  constexpr int kNoTerminal = -1;
  const auto width = [](const std::string& columns) {
    return screen_of(kNoTerminal, ColorChoice::kAuto, {.columns = columns}).width;
  };
  CHECK(width("") == 100);
  CHECK(width("72") == 72);
  CHECK(width("nonsense") == 100);
  CHECK(width("-5") == 100);
  CHECK(width("3") == 40);
  CHECK(width("999999999") == 400);
  CHECK(width("99999999999999999999999999") == 100);
}
