#include "segment/sentence_splitter.h"

#include <unicode/uchar.h>

#include <random>

#include "segment/detail/block_boundaries.h"
#include "tests/segment/sentence_splitter_support.h"

namespace muqabala {
namespace {

bool is_white_space(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

/// White space, and characters that nobody sees.
bool may_lie_between(char32_t c) {
  const auto category = static_cast<UCharCategory>(u_charType(static_cast<UChar32>(c)));
  return is_white_space(c) || category == U_FORMAT_CHAR || category == U_CONTROL_CHAR ||
         category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK ||
         category == U_COMBINING_SPACING_MARK || c == U'\u0640';
}

bool is_gap(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (!may_lie_between(point.value)) return false;
    at += point.size_bytes;
  }
  return true;
}

/// The promises that hold for any input, one failure at a time.
std::string broken_promise(const SegmentedDocument& segmented, std::string_view original) {
  const std::string_view text = segmented.document.text.view();
  if (text != original) return "the text was changed";
  std::size_t last_end = 0;
  std::vector<std::size_t> covered(segmented.document.blocks.size());
  for (std::size_t block = 0; block < covered.size(); ++block)
    covered[block] = segmented.document.blocks[block].range.begin;
  for (const Segment& segment : segmented.segments) {
    const ByteRange block = segmented.document.blocks.at(segment.block).range;
    if (segment.range.empty()) return "a segment is empty";
    if (segment.range.begin < last_end) return "segments overlap or are out of order";
    if (segment.range.begin < block.begin || segment.range.end > block.end)
      return "a segment leaves its block";
    const std::string_view segment_text = slice(text, segment.range);
    if (find_utf8_fault(segment_text)) return "a segment cuts a character";
    if (is_white_space(code_point_at(segment_text, 0).value) ||
        is_white_space(code_point_before(segment_text, segment_text.size()).value))
      return "a segment has white space at an end";
    std::size_t& at = covered[segment.block];
    if (!is_gap(slice(text, {at, segment.range.begin}))) return "words were left out";
    at = last_end = segment.range.end;
  }
  for (std::size_t block = 0; block < covered.size(); ++block)
    if (!is_gap(slice(text, {covered[block], segmented.document.blocks[block].range.end})))
      return "words at the end of a block were left out";
  return "";
}

std::string broken_promise(const std::string& text, const std::string& language) {
  return broken_promise(split_sentences(one_block_document(text, language)), text);
}

const std::string kLanguages[] = {"ar", "en", "de", "ja", ""};

TEST_CASE("Sentences of several blocks keep their blocks and places", "[splitter]") {
  const std::string text = "The Old Bridge\n\nIt was built in spring. It fell in autumn.\n\n\nEnd";
  const SegmentedDocument segmented = split_sentences(plain_document(text, "en"));
  REQUIRE(texts_of(segmented) ==
          Sentences{"The Old Bridge", "It was built in spring.", "It fell in autumn.", "End"});
  CHECK(segmented.segments[1].range == ByteRange{16, 39});
  CHECK(segmented.segments[2].block == 1);
  CHECK(segmented.segments[3].block == 2);
}

TEST_CASE("No segment crosses a block, even in the middle of a sentence", "[splitter]") {
  Document document = one_block_document("one two three four", "en");
  document.blocks = {Block{.range = {0, 8}}, Block{.range = {8, 18}}};
  CHECK(texts_of(split_sentences(document)) == Sentences{"one two", "three four"});
}

TEST_CASE("Text outside of blocks is not segmented", "[splitter]") {
  Document document = one_block_document("## Title here. {#id}", "en");
  document.blocks = {Block{.kind = BlockKind::kHeading, .range = {3, 14}, .level = 2}};
  CHECK(texts_of(split_sentences(document)) == Sentences{"Title here."});
}

TEST_CASE("Text without anything to read has no segments", "[splitter]") {
  for (const std::string& language : kLanguages) {
    CHECK(split("", language).empty());
    CHECK(texts_of(split_sentences(one_block_document(" \t\r\n  \n", language))).empty());
    CHECK(texts_of(split_sentences(one_block_document("\u200F\u200B", language))).empty());
  }
}

TEST_CASE("A piece without words joins the sentence before it", "[splitter]") {
  CHECK(split("It works! 😀", "en") == Sentences{"It works! 😀"});
  CHECK(split("... Then she left. He stayed.", "en") ==
        Sentences{"... Then she left.", "He stayed."});
  CHECK(split("?!", "en") == Sentences{"?!"});
}

TEST_CASE("Segments and gaps are the text, for inputs of every nasty kind", "[splitter]") {
  const std::string cases[] = {"One.\r\nTwo.\r\n\r\nThree.",
                               "Before.\uFEFF After. \uFEFFLast",
                               "Cafe\u0301. Re\u0301sume\u0301! A\u030A.",
                               "قــال الرجــل.\u200F ثــم مضــى.\u200F",
                               "می\u200Cخواهم. نمی\u200Cدانم؟ بله.",
                               "قَالَ: «نَعَمْ.» ثُمَّ سَكَتَ.",
                               "👩‍👩‍👧 came. 🏳️‍🌈! Yes.",
                               ".,;:!?()[]\"'«»“”‘’…—",
                               "\u2028One.\u2029Two.\u0085Three.\vFour.\fFive",
                               "日本語です。次の文です！",
                               "\u0301\u0301. \u0301",
                               std::string("a\0b. c", 6)};
  for (const std::string& language : kLanguages)
    for (const std::string& text : cases) {
      INFO(language << ": " << text);
      CHECK(broken_promise(text, language) == "");
    }
}

TEST_CASE("Segments and gaps are the text, for random Unicode", "[splitter]") {
  std::mt19937 random(20240229);
  const std::u32string pool =
      U"aAbBzZ19٣اأبمهـدو.,;:!?؟۔…،؛()[]{}«»“”‘’\"'﴿﴾۝-–—*"
      U"†¹²\t\n\r "
      U"\u00A0\u200B\u200F\u061C"
      U"\u0301\u064B\u0640\uFEFFßéЖ。！日한😀\u2028";
  const auto random_character = [&]() -> char32_t {
    if (random() % 10 != 0) return pool[random() % pool.size()];
    const auto c = static_cast<char32_t>(random() % 0x110000);
    return c >= 0xD800 && c < 0xE000 ? U'x' : c;
  };
  for (int run = 0; run < 3000; ++run) {
    std::string text;
    for (std::size_t length = random() % 120; length > 0; --length)
      append_utf8(text, random_character());
    const std::string& language = kLanguages[random() % std::size(kLanguages)];
    const std::string broken = broken_promise(text, language);
    if (!broken.empty()) FAIL(language << ": " << broken << ": " << text);
  }
}

TEST_CASE("A long line of anything is done in linear time", "[splitter]") {
  constexpr std::size_t kMebibyte = 1 << 20;
  const std::string patterns[] = {"a",     ".",      "(",    "﴿. ",  "\n",       "\"",
                                  "\" ",   "a.\n",   "1. ",  "I.",   "(a. (b. ", "x? \"a ",
                                  ". — (", "\u064B", "A. b", "«a» ", "The.The.", " \r\n",
                                  "م. ",   "?a",     "[1]",  "'a' '"};
  for (const std::string language : {"en", "de"})
    for (const std::string& pattern : patterns) {
      std::string text;
      while (text.size() < kMebibyte) text += pattern;
      INFO(language << ": " << pattern);
      CHECK(broken_promise(text, language) == "");
    }
}

TEST_CASE("A long sentence without a stop is one segment", "[splitter]") {
  std::string text = "word";
  while (text.size() < (1 << 20)) text += " and word";
  CHECK(split(text, "en").size() == 1);
  CHECK(split(text, "fr").size() == 1);
}

TEST_CASE("Every decision tells which rule made it", "[splitter]") {
  const auto decisions =
      detail::find_boundaries("Dr. Hale slept. “Why?” asked Ann.\nNobody knew", detail::Keep::kAll);
  std::vector<std::string> told;
  for (const detail::Decision& decision : decisions)
    told.push_back(std::string(decision.ends ? "+" : "-") + decision.rule);
  CHECK(told == std::vector<std::string>{"-title", "+full-stop", "-lower-case-follows",
                                         "+line-ends-in-stop"});
  CHECK(detail::find_boundaries("Dr. Hale slept.", detail::Keep::kBoundaries).empty());
}

TEST_CASE("Languages without rules of their own follow ICU and the context", "[splitter]") {
  check_split("de", "Er kam am 18. Mai 1956 an. | Es schneite.");
  check_split("de", "Das gilt z. B. für F. und A. Hieber. | Sie stiegen auf.");
  check_split("de", "Sie traf Prof. Braun und Dr. Maier. | Er schwieg.");
  check_split("de", "Der Gipfel misst 8848 m. | Er ist hoch.");
  check_split("fr", "« Qui est là ? » demanda le garde. | Personne ne répondit.");
  check_split("fr", "Elle (née à Lyon. Rhône) partit. | Il resta.");
  check_split("de-CH", "1. Die Wand ist steil. | Das Seil hielt.");
  CHECK(split("今日は晴れ。明日は雨。", "ja") == Sentences{"今日は晴れ。", "明日は雨。"});
  CHECK(split("Один. Два!", "xx-invalid-@") == Sentences{"Один.", "Два!"});
}

}  // namespace
}  // namespace muqabala
