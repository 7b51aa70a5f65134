#include "corpus/one_line.h"

#include "tests/support/catch.h"

using namespace muqabala;

TEST_CASE("tabs and line ends of every kind become one space", "[write]") {
  const std::string end = GENERATE("\n", "\r\n", "\r", "\t", "\v", "\f", "\u0085", "\u2028",
                                   "\u2029", " \n  ", "\n\n", "\x1C", "\x1E");
  CHECK(one_line("a" + end + "ب") == "a ب");
}

TEST_CASE("other white space stays", "[write]") {
  CHECK(one_line("a  b\u00A0c\u3000d") == "a  b\u00A0c\u3000d");
  CHECK(one_line("").empty());
}

TEST_CASE("segments are joined by a space, empty ones leave none", "[write]") {
  SegmentedDocument document;
  document.document.text = Utf8Text::trusted("One\ntwo.  Three.");
  document.segments = {{.range = {0, 8}}, {.range = {9, 9}}, {.range = {10, 16}}};
  CHECK(one_line(document, 0, 3) == "One two. Three.");
  CHECK(one_line(document, 1, 2).empty());
  CHECK(one_line(document, 3, 3).empty());
  CHECK(join_segments(document, 0, 3).cuts == std::vector<std::size_t>{8, 9});
  CHECK(join_segments(document, 2, 3).cuts.empty());
}
