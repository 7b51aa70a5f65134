#include <chrono>
#include <random>

#include "corpus/read_document.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

std::string_view kind_name(MarkupKind kind) {
  switch (kind) {
    case MarkupKind::kLink:
      return "link";
    case MarkupKind::kImage:
      return "image";
    case MarkupKind::kCode:
      return "code";
    case MarkupKind::kCodeBlock:
      return "block";
    case MarkupKind::kFootnote:
      return "footnote";
    case MarkupKind::kPlaceholder:
      return "placeholder";
    case MarkupKind::kTag:
      return "tag";
  }
  return "?";
}

using Items = std::vector<std::string>;

/// Items as `kind: target [the words it stands at]`.
Items items_of(const std::string& text, const std::string& path = "a.md") {
  const Document document = parse_document(text, path, {});
  Items shown;
  for (const MarkupItem& item : document.markup)
    shown.push_back(std::string(kind_name(item.kind)) + ": " + item.target + " [" +
                    std::string(slice(document.text.view(), item.range)) + "]");
  return shown;
}

Items names_in(const std::string& text) {
  Items names;
  for (const MarkupItem& item : parse_document(text, "a.txt", {}).markup) {
    CHECK(item.kind == MarkupKind::kPlaceholder);
    names.push_back(item.target);
  }
  return names;
}

}  // namespace

TEST_CASE("links of every form are told with their words", "[markup]") {
  CHECK(items_of("# [Head](h.md)\n\nSee [the *nested __list__*](u 'title'), [a][ref], [ref], "
                 "<http://e.org/x> and https://e.org/y?a=1&amp;b.\n\n- [item](i)\n\n"
                 "| [cell](c) |\n|---|\n| x |\n\n[ref]: <r.md> \"hint\"\n") ==
        Items{"link: h.md [Head]", "link: u [the nested list]", "link: r.md [a]",
              "link: r.md [ref]", "link: http://e.org/x [http://e.org/x]",
              "link: https://e.org/y?a=1&b [https://e.org/y?a=1&b]", "link: i [item]",
              "link: c [cell]"});
}

TEST_CASE("entities in addresses are decoded and long addresses are cut", "[markup]") {
  CHECK(items_of("[x](a?b=1&amp;c=&#1605;)") == Items{"link: a?b=1&c=م [x]"});
  const Items items = items_of("![](data:" + std::string(5000, 'u') + ")");
  REQUIRE(items.size() == 1);
  CHECK(items[0].size() < 600);
}

TEST_CASE("images and code are told, also without words", "[markup]") {
  CHECK(items_of("![](a.png)\n\nPress ![the key](k.png) or `x = {y}` [`f()`](f.md).\n\n"
                 "```sh\nrun --fast {x}\n# تعليق\n```\n\n    indented\n") ==
        Items{"image: a.png []", "image: k.png [the key]", "code: x = {y} [x = {y}]",
              "code: f() [f()]", "link: f.md [f()]", "block: run --fast {x}\n# تعليق\n []",
              "block: indented\n []"});
}

TEST_CASE("HTML inside Markdown leads where its tags say", "[markup]") {
  CHECK(items_of("<p>\n<a class='x'\n   href=\"a.html\">A</a> <!-- <a href='no'> -->\n"
                 "<img src=b.png alt=\"> x\"></p>\n\nText <a href='c'>C</a>, <kbd>K</kbd>, "
                 "<br> <Note/>.\n") ==
        Items{"link: a.html []", "image: b.png []", "link: c []", "tag: <Note> []"});
}

TEST_CASE("an MDX page carries over its components and expressions", "[markup]") {
  CHECK(
      items_of("import X from './x'\n\n# Hi {props.name}\n\n<Note kind={\"a\"}>\n\nText {/* no */}"
               " <a href=\"u\">here</a> {' '}.\n\n</Note>\n\n<Image src=\"p.png\" />\n",
               "a.mdx") ==
      Items{"placeholder: {props.name} []", "tag: <Note> []", "link: u []", "image: p.png []"});
}

TEST_CASE("footnotes are told by label, in the digits of any script", "[markup]") {
  CHECK(items_of("A.[^1] B.[^note] C [٢] D[3].\n\n[^1]: One.\n[^note]: Two.\n") ==
        Items{"footnote: 1 [[^1]]", "footnote: note [[^note]]", "footnote: 2 [[٢]]",
              "footnote: 3 [[3]]", "footnote: 1 [[^1]]", "footnote: note [[^note]]"});
  CHECK(items_of("In [1998] and [a] and [] and [^] and [^a b] and [12].", "a.txt") ==
        Items{"footnote: 12 [[12]]"});
}

TEST_CASE("placeholders of every common form are told", "[markup]") {
  CHECK(names_in("{name} {0} {} { user.name } {price:.2f} {x!r} ${home} %{count} #{id}") ==
        Items{"{name}", "{0}", "{}", "{user.name}", "{price:.2f}", "{x!r}", "${home}", "%{count}",
              "#{id}"});
  CHECK(names_in("{{ name }} {{name|upper  case}} {{< ref \"a b\" >}} {{% note %}} {% include "
                 "'x' %}") ==
        Items{"{{name}}", "{{name|upper case}}", "{{< ref >}}", "{{% note %}}", "{% include %}"});
  CHECK(names_in("%s, %1$d; %.2f %(who)s %@ %05ld %dpx.") ==
        Items{"%s", "%1$d", "%.2f", "%(who)s", "%@", "%05ld", "%d"});
  CHECK(names_in("{n, plural, one {# file} other {{n} files}} and {d, date}") ==
        Items{"{n, plural}", "{d, date}"});
}

TEST_CASE("percentages, verses in braces and sets are no placeholders", "[markup]") {
  CHECK(names_in("50% discount, 50%d, %50 of it, 5 % sure, 100%s, %% %day, a%20b, "
                 "{قل هو الله أحد} {Say: He is} {a, b} { } {{ نص }} {unclosed")
            .empty());
  CHECK(names_in("https://e.org/%s/{id} tail {id}") == Items{"{id}"});
}

TEST_CASE("inline tags of a plain text are told, comparisons and addresses are not", "[markup]") {
  CHECK(items_of("a<br/>b <0>c</0> <STRONG class=\"x\">d</STRONG> 1<2 x < b > c <b@e.org> "
                 "List<T> <section>",
                 "a.txt") ==
        Items{"tag: <br> [<br/>]", "tag: <0> [<0>]", "tag: <strong> [<STRONG class=\"x\">]"});
}

TEST_CASE("items of any page are in order and inside its text", "[markup]") {
  std::mt19937 random(5);
  const std::vector<std::string> pieces = {"\n",
                                           "\n\n",
                                           " ",
                                           "    ",
                                           "# ",
                                           "> ",
                                           "- ",
                                           "word",
                                           "نص",
                                           "*",
                                           "`",
                                           "```",
                                           "[",
                                           "]",
                                           "(u)",
                                           "![",
                                           "](u)",
                                           "&amp;",
                                           "<b>",
                                           "<",
                                           "|",
                                           "|-|",
                                           "{",
                                           "}",
                                           "{x}",
                                           "%s",
                                           "[^1]",
                                           "[2]",
                                           "<!--",
                                           "-->",
                                           "<a href='u'>",
                                           "{{",
                                           "}}",
                                           "http://e.org/x",
                                           "{n, plural,",
                                           "title: ",
                                           "---\n",
                                           "import ",
                                           "<X/>",
                                           "\u200F"};
  for (int round = 0; round < 10000; ++round) {
    std::string text;
    for (auto n = random() % 25; n > 0; --n) text += pieces[random() % pieces.size()];
    INFO(text);
    const std::string path = round % 3 == 0 ? "a.md" : round % 3 == 1 ? "a.mdx" : "a.txt";
    const Document document = parse_document(text, path, {});
    std::size_t at = 0;
    for (const MarkupItem& item : document.markup) {
      REQUIRE(item.range.begin >= at);
      REQUIRE(item.range.end >= item.range.begin);
      REQUIRE(item.range.end <= document.text.size());
      REQUIRE_FALSE(find_utf8_fault(item.target));
      REQUIRE_FALSE(find_utf8_fault(slice(document.text.view(), item.range)));
      at = item.range.begin;
    }
  }
}

TEST_CASE("a megabyte of brackets, braces or tags is searched in linear time", "[markup]") {
  const std::string piece = GENERATE("[", "[^", "{", "{{", "{a,b,{", "<", "<a href='", "%", "<b ",
                                     "`", "{x}", "[1]", "http://", "<a href=u>");
  const std::string path = GENERATE("a.md", "a.mdx", "a.txt");
  std::string text = "x ";
  while (text.size() < 1'000'000) text += piece;
  INFO(piece << " in " << path);
  const auto start = std::chrono::steady_clock::now();
  const Document document = parse_document(text, path, {});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  CHECK(took.count() < 15);
  CHECK(document.markup.size() <= text.size() / piece.size() + 1);
}
