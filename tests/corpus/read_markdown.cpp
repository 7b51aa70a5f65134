#include "corpus/read_markdown.h"

#include <chrono>
#include <random>

#include "corpus/decode.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

Document read(const std::string& text, const std::string& path = "a.md") {
  return read_markdown(decode(text, path));
}

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

std::vector<std::string> blocks_of(const std::string& text, const std::string& path = "a.md") {
  return blocks_of(read(text, path));
}

using Blocks = std::vector<std::string>;

/// The bytes of the file that block `i` stands for.
std::string on_disk(const Document& document, std::size_t i) {
  const ByteRange range = document.to_file.original(document.blocks.at(i).range);
  return std::string(slice(document.file.text.view(), range));
}

}  // namespace

TEST_CASE("every kind of block is told", "[read]") {
  CHECK(blocks_of("# Title\n\nOne *and* two.\n\nSub\n---\n\n- a\n- b\n\n  more b\n\n1. c\n\n"
                  "> Quoted.\n> - in a list\n\n| h1 | h2 |\n|----|----|\n| c1 | c2 |\n\n"
                  "![A photo](p.jpg)\n\n- [x] done\n\n###### Deep\n") ==
        Blocks{"heading1: Title", "paragraph: One and two.", "heading2: Sub", "list-item: a",
               "list-item: b", "list-item: more b", "list-item: c", "quote: Quoted.",
               "list-item: in a list", "table-cell: h1", "table-cell: h2", "table-cell: c1",
               "table-cell: c2", "caption: A photo", "list-item: done", "heading6: Deep"});
}

TEST_CASE("code blocks, HTML, rules and link targets are left out", "[read]") {
  const Document document = read(
      "Before.\n\n```c\nint main() {}\n```\n\n    indented code\n\n<div>\nraw\n</div>\n\n***\n\n"
      "[name]: http://example.org \"hint\"\n\n<!-- note -->\n\n"
      "A [link](http://example.org 'hint'), a [name], <b>bold</b>, `code` and ~~struck~~.\n");
  CHECK(blocks_of(document) ==
        Blocks{"paragraph: Before.", "paragraph: A link, a name, bold, code and struck."});
  CHECK(document.text.str() == "Before.\n\nA link, a name, bold, code and struck.");
}

TEST_CASE("line breaks of all kinds stay in their paragraph", "[read]") {
  CHECK(blocks_of("a\nb  \nc\\\nd<br>e<br/>f\r\ng") == Blocks{"paragraph: a\nb\nc\nd\ne\nf\ng"});
}

TEST_CASE("entities become characters", "[read]") {
  CHECK(blocks_of("R&amp;D &lt;x&gt; &quot;q&quot; &eacute;&hellip; &#1605;&#x645; &ZeroWidthSpace;"
                  "&NotEqualTilde;!") ==
        Blocks{"paragraph: R&D <x> \"q\" é… مم \u200B\u2242\u0338!"});
  CHECK(blocks_of("&nosuch; &#0; &#xD800; &#x110000; & a") ==
        Blocks{"paragraph: &nosuch; \uFFFD \uFFFD \uFFFD & a"});
}

TEST_CASE("every block leads back to its place in the file", "[read]") {
  const Document document =
      read("# **العنوان** {#top}\n\nOne **bold.** R&amp;D\n\n> a\n> b\n\n- [x](u)\n");
  REQUIRE(document.blocks.size() == 4);
  CHECK(on_disk(document, 0) == "العنوان");
  CHECK(on_disk(document, 1) == "One **bold.** R&amp;D");
  CHECK(on_disk(document, 2) == "a\n> b");
  CHECK(on_disk(document, 3) == "x");
  const std::size_t bold = document.text.str().find("bold.");
  CHECK(slice(document.file.text.view(), document.to_file.original(ByteRange{bold, bold + 5})) ==
        "bold.");
  CHECK(place_of(document, bold).line == 3);
  CHECK(place_of(document, bold).column == 7);
}

TEST_CASE("places are exact also behind a mark, CRLF and front matter", "[read]") {
  const Document document = read("\xEF\xBB\xBF---\r\ntitle: T\r\n---\r\n\r\nText *here*.\r\n");
  REQUIRE(blocks_of(document) == Blocks{"front-matter: T", "paragraph: Text here."});
  CHECK(on_disk(document, 0) == "T");
  CHECK(on_disk(document, 1) == "Text *here*.");
  const Place place = place_of(document, document.blocks[1].range.begin);
  CHECK(place.line == 5);
  CHECK(place.column == 1);
  CHECK(bytes_on_disk(document, document.blocks[0].range) == ByteRange{15, 16});
}

TEST_CASE("headings lose the anchors that site generators read", "[read]") {
  CHECK(blocks_of("## Title {#title}\n\n## Two {.big}\n\n## Set {a, b}\n") ==
        Blocks{"heading2: Title", "heading2: Two", "heading2: Set {a, b}"});
}

TEST_CASE("images alone are captions, images in a sentence are part of it", "[read]") {
  CHECK(
      blocks_of("![One](a.png) ![Two](b.png)\n\nPress ![the key](k.png) now.\n\n![](x.png)\n\n"
                "[![Linked](a.png)](u)\n\n- ![In a list](a.png)\n\n![of *this* &amp; that](c)\n") ==
      Blocks{"caption: One", "caption: Two", "paragraph: Press the key now.", "caption: Linked",
             "caption: In a list", "caption: of this & that"});
}

TEST_CASE("footnotes keep their text, one block each", "[read]") {
  CHECK(blocks_of("A claim.[^1] More.[^b]\n\n[^1]: Ibid.\n[^b]: http://example.org\n") ==
        Blocks{"paragraph: A claim.[^1] More.[^b]", "paragraph: [^1]: Ibid.",
               "paragraph: [^b]: http://example.org"});
}

TEST_CASE("readable fields of YAML front matter are blocks", "[read]") {
  CHECK(blocks_of("---\ntitle: \"The \\\"Water\\\" Cycle\\u2026\" # note\nlayout: post\n"
                  "description: 'It''s on\n  two lines'\nsummary: >-\n  Folded\n  text\n\n  here.\n"
                  "subtitle: Plain: with colon # comment\ntags:\n  - title: no\nauthor: A\n---\n"
                  "# Page\n") == Blocks{"front-matter: The \"Water\" Cycle…",
                                        "front-matter: It's on\ntwo lines",
                                        "front-matter: Folded\ntext\n\nhere.",
                                        "front-matter: Plain: with colon", "heading1: Page"});
  CHECK(blocks_of("---\ntitle: عنوان\n...\nنص.\n") ==
        Blocks{"front-matter: عنوان", "paragraph: نص."});
}

TEST_CASE("values that are no text are left out", "[read]") {
  CHECK(blocks_of("---\ntitle: [a, b]\ndescription:\nsummary: ''\nsubtitle: &x y\n---\nText.\n") ==
        Blocks{"paragraph: Text."});
}

TEST_CASE("readable fields of TOML front matter are blocks", "[read]") {
  CHECK(blocks_of("+++\ntitle = \"T\"\ndate = 2020-01-01\ndescription = '''\nD 'q'\nE'''\n"
                  "subtitle = 'S'\n[params]\nsummary = 'no'\n+++\nText.\n") ==
        Blocks{"front-matter: T", "front-matter: D 'q'\nE", "front-matter: S", "paragraph: Text."});
}

TEST_CASE("a rule at the top is no front matter", "[read]") {
  CHECK(blocks_of("---\n\nA sentence that stands first.\n\n---\n\nMore.\n") ==
        Blocks{"paragraph: A sentence that stands first.", "paragraph: More."});
  CHECK(blocks_of("---\ntitle: never closed\n\nText.\n") ==
        Blocks{"paragraph: title: never closed", "paragraph: Text."});
  CHECK(blocks_of("Text.\n\n---\ntitle: late\n---\n").size() == 2);
}

TEST_CASE("the program of an MDX page is left out, what it shows stays", "[read]") {
  const std::string page =
      "---\ntitle: T\n---\nimport {Note} from './note'\nimport x from 'y'\n\n"
      "export const a = {\n  b: 1\n}\n\n# Hello {props.name}\n\n<Note kind={\"a\"} title=\"b > "
      "c\">\n"
      "  Take care, <b>you</b>.\n</Note>\n\n{/* a comment */}\n\nWe import <Word a='b'/>goods.\n\n"
      "```js\nimport z from 'z'\n<Note>\n```\n\nUse `<Note>` and `{x}`. Escaped \\{ and \\<.\n";
  CHECK(blocks_of(page, "a.mdx") ==
        Blocks{"front-matter: T", "heading1: Hello", "paragraph: Take care, you.",
               "paragraph: We import goods.", "paragraph: Use <Note> and {x}. Escaped { and <."});
  const Document document = read(page, "a.mdx");
  const std::size_t goods = document.text.str().find("goods");
  CHECK(slice(document.file.text.view(), document.to_file.original(ByteRange{goods, goods + 5})) ==
        "goods");
}

TEST_CASE("an MDX page with unclosed braces and tags still gives its text", "[read]") {
  CHECK(blocks_of("Set {a and b.\n\nx <y and z.\n", "a.mdx") ==
        Blocks{"paragraph: Set {a and b.", "paragraph: x <y and z."});
}

TEST_CASE("a UTF-16 page is read like any other", "[read]") {
  std::string bytes = "\xFF\xFE";
  for (const char c : std::string("# A *b* &amp; c\n")) (bytes += c) += '\0';
  const Document document = read(bytes);
  CHECK(blocks_of(document) == Blocks{"heading1: A b & c"});
  CHECK(bytes_on_disk(document, ByteRange{4, 5}) == ByteRange{18, 28});
}

TEST_CASE("blocks of any page are in order and lead back to what they show", "[read]") {
  std::mt19937 random(11);
  const std::vector<std::string> pieces = {
      "\n",   "\n\n", "\r\n",   " ",     "    ",    "# ",      "> ",   "- ",      "1. ",
      "word", "نص",   "*",      "**",    "_",       "`",       "```",  "[",       "]",
      "(u)",  "![",   "](u)",   "&amp;", "&#1605;", "<b>",     "<",    "|",       "|-|",
      "\\",   "---",  "+++",    "~~",    "[^1]: ",  "title: ", "{",    "}",       "import ",
      "\t",   "é",    "\u200F", "===",   "<!--",    "-->",     "<br>", "&nosuch;"};
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto n = random() % 25; n > 0; --n) text += pieces[random() % pieces.size()];
    INFO(text);
    const Document document = read(text, round % 2 == 0 ? "a.md" : "a.mdx");
    REQUIRE_FALSE(find_utf8_fault(document.text.view()));
    std::size_t at = 0;
    std::size_t in_file = 0;
    for (const Block& block : document.blocks) {
      REQUIRE(block.range.begin >= at);
      REQUIRE(block.range.end <= document.text.size());
      REQUIRE_FALSE(block.range.empty());
      at = block.range.end;
      const ByteRange range = document.to_file.original(block.range);
      REQUIRE(range.begin >= in_file);
      REQUIRE(range.end >= range.begin);
      REQUIRE(range.end <= text.size());
      in_file = range.end;
    }
    // Words lead back to themselves.
    for (std::size_t w = document.text.str().find("word"); w != std::string::npos;
         w = document.text.str().find("word", w + 1)) {
      REQUIRE(slice(text, document.to_file.original(ByteRange{w, w + 4})) == "word");
    }
  }
}

TEST_CASE("deep nesting and other hostile pages are read in linear time", "[read]") {
  struct Page {
    std::string first;
    std::string piece;
    std::string last;
  };
  const Page page = GENERATE(
      Page{"", ">", "a"}, Page{"", "> ", "a"}, Page{"", "[", "a"}, Page{"", "![", "a"},
      Page{"", "- ", "a"}, Page{"", "*", "a"}, Page{"", "`a``b", ""}, Page{"", "*a _b ~~c ", ""},
      Page{"", "[a](b \"\n", ""}, Page{"", "[a](<b\n", ""}, Page{"", "[^a]: b\n", ""},
      Page{"", "<a b=\"\n", ""}, Page{"x ", "<!-- ", ""}, Page{"---\ntitle: ", "a\n  ", "\n---\n"},
      Page{"|a|b|\n|-|-|\n", "|c|d|\n", ""}, Page{"a ", "{ ", ""}, Page{"", "a\n\n", ""});
  std::string text = page.first;
  while (text.size() < 2'000'000) text += page.piece;
  text += page.last;
  const std::string path = GENERATE("a.md", "a.mdx");
  const auto start = std::chrono::steady_clock::now();
  const Document document = read(text, path);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  INFO(page.piece << " in " << path);
  CHECK(took.count() < 15);
  CHECK(document.text.size() < 2 * text.size());
}

TEST_CASE("a link target of a megabyte that is used often costs nothing", "[read]") {
  std::string text = "[r]: data:" + std::string(1'000'000, 'u') + "\n\n";
  for (int i = 0; i < 100'000; ++i) text += "[r] ";
  const auto start = std::chrono::steady_clock::now();
  const Document document = read(text);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  CHECK(took.count() < 15);
  REQUIRE(document.blocks.size() == 1);
  CHECK(document.text.view().starts_with("r r r"));
}
