#include "corpus/read_text.h"

#include <chrono>
#include <random>

#include "corpus/decode.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

Document read(const std::string& text) { return read_text(decode(text, "a.txt")); }

/// Blocks as `kind: text`, with their level behind headings' kind.
std::vector<std::string> blocks_of(const Document& document) {
  std::vector<std::string> shown;
  for (const Block& block : document.blocks) {
    std::string kind(name(block.kind));
    if (block.level > 0) kind += std::to_string(block.level);
    shown.push_back(kind + ": " + std::string(slice(document.text.view(), block.range)));
  }
  return shown;
}

std::vector<std::string> blocks_of(const std::string& text) { return blocks_of(read(text)); }

using Blocks = std::vector<std::string>;

}  // namespace

TEST_CASE("blank lines of every kind separate blocks", "[read]") {
  const std::string blank =
      GENERATE(as<std::string>(), "\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\n\u00A0\n", "\n\n\n\n\n",
               "\n\u200F\n", "\n\u3000 \uFEFF\r\n", "\f", "\n\f\n", "\u2029", "\u2028\u2028",
               "\u0085\u0085", "\n\u2028");
  const std::string text = "One sentence." + blank + "Another.";
  CHECK(blocks_of(text) == Blocks{"paragraph: One sentence.", "paragraph: Another."});
}

TEST_CASE("single line ends stay inside their block", "[read]") {
  const std::string end = GENERATE("\n", "\r\n", "\r", "\u2028", "\u0085");
  const std::string text = "A line that was wrapped," + end + "and its rest.";
  CHECK(blocks_of(text) == Blocks{"paragraph: " + text});
}

TEST_CASE("blocks begin and end at what is visible", "[read]") {
  const Document document = read("\n\n  \u00A0 Indented text. \t\n\n");
  CHECK(blocks_of(document) == Blocks{"paragraph: Indented text."});
  CHECK(document.text.str() == document.file.text.str());
  CHECK(document.to_file.is_identity());
}

TEST_CASE("bullets begin list items", "[read]") {
  CHECK(blocks_of("We need:\n• bread\n• milk\n  and butter\n• salt") ==
        Blocks{"paragraph: We need:", "list-item: • bread", "list-item: • milk\n  and butter",
               "list-item: • salt"});
  CHECK(blocks_of("نحتاج إلى:\n\u200F• خبز\n\u200F• حليب") ==
        Blocks{"paragraph: نحتاج إلى:", "list-item: \u200F• خبز", "list-item: \u200F• حليب"});
}

TEST_CASE("dashes in a row are a list", "[read]") {
  const std::string dash = GENERATE("-", "*", "+", "–");
  CHECK(blocks_of(dash + " bread\n" + dash + " milk") ==
        Blocks{"list-item: " + dash + " bread", "list-item: " + dash + " milk"});
  CHECK(blocks_of("Buy this\n" + dash + " bread\n" + dash + " milk") ==
        Blocks{"paragraph: Buy this", "list-item: " + dash + " bread",
               "list-item: " + dash + " milk"});
  CHECK(blocks_of(dash + " bread\n\n" + dash + " milk") ==
        Blocks{"list-item: " + dash + " bread", "list-item: " + dash + " milk"});
}

TEST_CASE("numbers and letters that count up are a list", "[read]") {
  const auto [first, second, third] = GENERATE(table<std::string, std::string, std::string>({
      {"1. ", "2. ", "3. "},
      {"1) ", "2) ", "3) "},
      {"(1) ", "(2) ", "(3) "},
      {"9. ", "10. ", "11. "},
      {"١. ", "٢. ", "٣. "},
      {"١- ", "٢- ", "٣- "},
      {"١ـ ", "٢ـ ", "٣ـ "},
      {"1 - ", "2 - ", "3 - "},
      {"(١) ", "(٢) ", "(٣) "},
      {"۱. ", "۲. ", "۳. "},
      {"a) ", "b) ", "c) "},
      {"أ- ", "ب- ", "ج- "},
      {"أ. ", "ب. ", "ت. "},
      {"ا) ", "ب) ", "ج) "},
      {"\u200F1. ", "\u200F2. ", "\u200F3. "},
  }));
  CHECK(blocks_of(first + "one\n" + second + "two\n" + third + "three") ==
        Blocks{"list-item: " + first + "one", "list-item: " + second + "two",
               "list-item: " + third + "three"});
  CHECK(blocks_of(first + "one\n\n" + second + "two\n\n" + third + "three") ==
        Blocks{"list-item: " + first + "one", "list-item: " + second + "two",
               "list-item: " + third + "three"});
}

TEST_CASE("lists in lists keep their own count", "[read]") {
  CHECK(blocks_of("1. Bread\na) white\nb) brown\n2. Milk").size() == 4);
}

TEST_CASE("what only looks like a list stays a paragraph", "[read]") {
  const std::string text = GENERATE(
      as<std::string>(),
      // a year and a number that wrapping put first
      "The museum that the city had wanted for so long was opened at last in\n"
      "1985. It burned down in the year after that and was never built up again, says chapter\n"
      "2. The rest of the story is known.",
      // a parenthesis between dashes
      "The minister who had come late on that evening sat down beside the window and\n"
      "- as always - said nothing at all.",
      // numbers that do not count up
      "3. Bayern\n7. Schalke", "Room\n12. Floor",
      // speakers
      "- Who is there?\n- Me!", "— I know him.\n— So do I.",
      // no gap, no text behind, no marker
      "-5 degrees\n-7 degrees", "•\n•", "1.\n2.", "1.5 metres\n2.5 metres", "a\nb");
  const auto blocks = blocks_of(text);
  REQUIRE(blocks.size() == 1);
  CHECK(blocks[0] == "paragraph: " + text);
}

TEST_CASE("a short line without a stop above text is a heading", "[read]") {
  CHECK(
      blocks_of("The Water Cycle\n\nWater moves all the time. It never rests.") ==
      Blocks{"heading1: The Water Cycle", "paragraph: Water moves all the time. It never rests."});
  CHECK(blocks_of("نص أول.\n\nدورة الماء\n\nيتحرك الماء دائما.") ==
        Blocks{"paragraph: نص أول.", "heading2: دورة الماء", "paragraph: يتحرك الماء دائما."});
}

TEST_CASE("what ends a sentence, stands last, is long or in a long run is no heading", "[read]") {
  const std::string text =
      GENERATE(as<std::string>(), "It rained.\n\nMore.", "هل أمطرت؟\n\nنعم.",
               "“It rained.”\n\nMore.", "He said:\n\n“No.”", "Dear Sir,\n\nThank you.", "Alone",
               "Two\nlines\n\nText.", "...\n\nText.", std::string(101, 'a') + "\n\nText.",
               "a\n\nb\n\nc\n\nd\n\ne\n\nText.", "a\n\nb\n\nc");
  for (const std::string& block : blocks_of(text)) CHECK(block.find("heading") == block.npos);
}

TEST_CASE("underlined lines are headings, and rules belong to no block", "[read]") {
  CHECK(blocks_of("Title!\n======\nText one.\n\nPart\n---\n\nText two.\n\n* * *\n\nText three.") ==
        Blocks{"heading1: Title!", "paragraph: Text one.", "heading2: Part", "paragraph: Text two.",
               "paragraph: Text three."});
  CHECK(blocks_of("=====\nTitle\n=====\nText.") == Blocks{"heading1: Title", "paragraph: Text."});
  CHECK(blocks_of("Text one.\nText two.\n-----\nText three.") ==
        Blocks{"paragraph: Text one.\nText two.", "paragraph: Text three."});
}

TEST_CASE("blocks of any text are in order, disjoint, and hold all that is visible", "[read]") {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"\n",  "\r\n",   "\r", " ",  "• ",  "- ",     "1. ",
                                           "2. ", "word",   "نص", ".",  "؟",   "\u2029", "\u200F",
                                           "===", "\u00A0", "é",  "\t", "أ- ", "\f"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto n = random() % 30; n > 0; --n) text += pieces[random() % pieces.size()];
    const Document document = read(text);
    std::string outside;
    std::size_t at = 0;
    for (const Block& block : document.blocks) {
      REQUIRE(block.range.begin >= at);
      REQUIRE_FALSE(block.range.empty());
      outside += text.substr(at, block.range.begin - at);
      at = block.range.end;
    }
    outside += text.substr(at);
    INFO(text);
    REQUIRE(outside.find("word") == outside.npos);
    REQUIRE(outside.find("نص") == outside.npos);
  }
}

TEST_CASE("huge and hostile texts are read in linear time", "[read]") {
  struct Piece {
    std::string text;
    std::size_t total_bytes;
  };
  const auto piece =
      GENERATE(Piece{"word ", 50'000'000}, Piece{"\u200F", 50'000'000}, Piece{"* ", 50'000'000},
               Piece{"(((1) ", 50'000'000}, Piece{"- a\n", 8'000'000}, Piece{"1. a\n", 8'000'000},
               Piece{"a\n\n", 8'000'000}, Piece{"\n", 8'000'000});
  std::string text;
  text.reserve(piece.total_bytes + piece.text.size());
  while (text.size() < piece.total_bytes) text += piece.text;
  const auto start = std::chrono::steady_clock::now();
  const Document document = read(text);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  CHECK(document.text.size() == text.size());
  CHECK(took.count() < 15);
}
