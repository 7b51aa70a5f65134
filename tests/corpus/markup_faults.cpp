#include <chrono>

#include "align/coverage/code_words.h"
#include "align/coverage/link_target.h"
#include "align/coverage/markup.h"
#include "corpus/read_document.h"
#include "segment/sentence_splitter.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

SegmentedDocument read(const std::string& text, const std::string& language,
                       const std::string& ending) {
  Document document = parse_document(text, language + ending, {});
  document.language = language;
  return split_sentences(std::move(document), {});
}

struct Shape {
  std::size_t source = 1;
  std::size_t target = 1;
};

/// The faults of a pair whose segments are paired one by one, or in the shapes given.
std::vector<Finding> faults(const SegmentedDocument& source, const SegmentedDocument& target,
                            std::vector<Shape> shapes = {}, double probability = 1) {
  if (shapes.empty()) shapes.resize(std::max(source.size(), target.size()));
  SentenceAlignment alignment;
  SourceIndex i;
  TargetIndex j;
  for (const Shape shape : shapes) {
    alignment.beads.push_back({.source = {i, i + shape.source},
                               .target = {j, j + shape.target},
                               .probability = probability});
    i = i + shape.source;
    j = j + shape.target;
  }
  REQUIRE(partition_fault(alignment, source.size(), target.size()).empty());
  const Lexicon lexicon;
  return find_markup_faults(
      {.source = source, .target = target, .alignment = alignment, .lexicon = lexicon});
}

std::vector<Finding> in_pages(const std::string& source, const std::string& target,
                              const std::vector<Shape>& shapes = {}) {
  return faults(read(source, "ar", ".md"), read(target, "en", ".md"), shapes);
}

std::vector<Finding> in_texts(const std::string& source, const std::string& target,
                              const std::vector<Shape>& shapes = {}) {
  return faults(read(source, "ar", ".txt"), read(target, "en", ".txt"), shapes);
}

std::string words(const SegmentedDocument& side, ByteRange range) {
  return std::string(slice(side.document.text.view(), range));
}

}  // namespace

TEST_CASE("what is carried over as it stands is no fault", "[markup]") {
  CHECK(in_pages("# [عنوان](h.md)\n\nاكتب `run` ثم {name} وانظر ![صورة](a.png)[^1].\n\n```sh\nrun "
                 "--x # تعليق\n```\n\n[^1]: حاشية.\n",
                 "# [Head](h.md)\n\nWrite `run` and {name}, see ![picture](a.png)[^1].\n\n```sh\n"
                 "run --x # a comment\n```\n\n[^1]: Note.\n")
            .empty());
  CHECK(in_pages("", "").empty());
  CHECK(in_pages("", "A [link](u).\n", {{0, 1}}).empty());
}

TEST_CASE("a link that is missing or extra is told apart, with its words", "[markup]") {
  const SegmentedDocument with = read("انظر [الدليل](https://e.org/guide) الآن.\n", "ar", ".md");
  const SegmentedDocument without = read("See the manual now.\n", "en", ".md");
  const std::vector<Finding> missing = faults(with, without);
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].kind == FindingKind::kMarkup);
  CHECK(missing[0].reason.text() ==
        "the link https://e.org/guide of the original is missing in the translation");
  CHECK(words(with, missing[0].source_words) == "الدليل");
  CHECK(missing[0].target_words.empty());
  CHECK(missing[0].source.size() == 1);
  CHECK(missing[0].target.size() == 1);

  const std::vector<Finding> extra = faults(read("انظر الدليل.\n", "ar", ".md"),
                                            read("See [it](https://e.org/g).\n", "en", ".md"));
  REQUIRE(extra.size() == 1);
  CHECK(extra[0].reason.text() ==
        "the link https://e.org/g of the translation is not in the original");
  CHECK(extra[0].source_words.empty());
  CHECK(extra[0].confidence < missing[0].confidence);
}

TEST_CASE("a link to another page is one finding", "[markup]") {
  const std::vector<Finding> found =
      in_pages("انظر [هنا][a].\n\n[a]: https://e.org/one\n", "See [here](https://e.org/two).\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].reason.text() ==
        "the link https://e.org/one of the original is https://e.org/two in the translation");
}

TEST_CASE("addresses may name the language, and files of their own", "[markup]") {
  struct Addresses {
    std::string source;
    std::string target;
  };
  const auto a = GENERATE(
      Addresses{"https://e.org/ar/x", "https://e.org/en/x"},
      Addresses{"https://e.org/ar-EG/x/", "https://www.e.org/x"},
      Addresses{"http://ar.e.org/x", "https://en.e.org/x"},
      Addresses{"https://ar.wiki.org/wiki/%D9%85%D8%A7%D8%A1", "https://en.wiki.org/wiki/Water"},
      Addresses{"guide.ar.md", "guide.en.md"}, Addresses{"guide_ar.md#قسم", "guide.md#section"},
      Addresses{"https://e.org/x?lang=ar&v=1", "https://e.org/x?lang=en&v=1"},
      Addresses{"../../a/b.md", "a/b.md"}, Addresses{"docs/a/b.md", "../a/b.md"},
      Addresses{"/docs/x", "https://e.org/docs/x"}, Addresses{"الأعطال.md", "faults.md"},
      Addresses{"#قسم", "#section"});
  INFO(a.source << " and " << a.target);
  CHECK(in_pages("انظر [هنا](" + a.source + ").\n", "See [here](" + a.target + ").\n").empty());
  CHECK(in_pages("![صورة](" + a.source + ")\n", "![picture](" + a.target + ")\n").empty());
}

TEST_CASE("language codes count only whole and only of the two languages", "[markup]") {
  const std::vector<std::string> languages = {"ar", "en-GB"};
  CHECK(read_link_target("https://e.org/fr/x", languages).key == "e.org/fr/x");
  CHECK(read_link_target("https://e.org/artist/enable", languages).key == "e.org/artist/enable");
  CHECK(read_link_target("https://shop.ar/en_US/x", languages).key == "shop.ar/x");
  CHECK(read_link_target("mailto:a@e.org", languages).key == "mailto:a@e.org");
  CHECK(read_link_target("a%2", languages).key == "a%2");
  CHECK(read_link_target("HTTPS://E.org", languages).is_absolute);
}

TEST_CASE("a link that moved to another sentence is no fault", "[markup]") {
  const std::string source = "أولاً [هنا](u). ثانياً. ثالثاً. رابعاً.\n";
  CHECK(in_pages(source, "First. Second. Third. Fourth [here](u).\n").empty());
  CHECK(in_pages(source, "First. Second [here](u). Third. Fourth.\n").empty());
}

TEST_CASE("of several equal links the one that has none near it is missing", "[markup]") {
  const std::vector<Finding> found =
      in_pages("أولاً [هنا](u). ثانياً. ثالثاً [هنا](u). رابعاً. خامساً [هنا](u).\n",
               "First [here](u). Second. Third. Fourth. Fifth [here](u).\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].source.begin_index == SourceIndex(2));
}

TEST_CASE("markup of an omitted segment is not told again", "[markup]") {
  CHECK(in_pages("أولاً. انظر [هنا](u) و`code` و{name}.\n\n```\nx\n```\n\nثالثاً.\n",
                 "First.\n\nThird.\n", {{1, 1}, {1, 0}, {1, 1}})
            .size() == 1);  // the block stands beside a pair
  CHECK(in_pages("أولاً. انظر [هنا](u) و`code` و{name}. ثالثاً.\n", "First. Third.\n",
                 {{1, 1}, {1, 0}, {1, 1}})
            .empty());
}

TEST_CASE("code in a line may lose its marks but not its letters", "[markup]") {
  CHECK(in_pages("اكتب `run --x` الآن.\n", "Write run --x now.\n").empty());
  CHECK(in_pages("الرسالة `لا يوجد`.\n", "The message `not found`.\n").empty());
  const std::vector<Finding> found = in_pages("اكتب `run --x`.\n", "Write `run --y`.\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].reason.text() == "the code run --x of the original is run --y in the translation");
}

TEST_CASE("code blocks may be commented in the other language", "[markup]") {
  CHECK(in_pages("مثال.\n\n```c\n// اطبع\nputs(\"مرحبا\"); /* نهاية */\n```\n",
                 "Example.\n\n```c\n// print it\nputs(\"hello world\"); /* the end */\n```\n")
            .empty());
  CHECK(in_pages("مثال.\n\n```\nالرياح قوية\n```\n", "Example.\n\n```\nthe wind is strong\n```\n")
            .empty());
  const std::vector<Finding> changed = in_pages("مثال.\n\n```\nrun --fast --port x\n```\n",
                                                "Example.\n\n```\nrun --fast --part x\n```\n");
  REQUIRE(changed.size() == 1);
  CHECK_THAT(changed[0].reason.text(), ContainsText("lacks port and has part"));
  const std::vector<Finding> missing =
      in_pages("مثال.\n\n```\nrun --fast\n```\n\nنص.\n", "Example.\n\nText.\n");
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].reason.text() ==
        "the code block that begins with 'run --fast' of the original is missing in the "
        "translation");
}

TEST_CASE("comments and strings hold no identifiers", "[markup]") {
  using Names = std::vector<std::string>;
  CHECK(read_code_words("#include <x>\n# note\na_1 = 'b c'; // d\n/* e\nf */ g <!-- h --> i\n"
                        "-- j\nhttp://k $# don't")
            .identifiers == Names{"a_1", "don", "g", "http", "i", "include", "k", "t", "x"});
  CHECK(read_code_words("x = 3 # تعليق\n").shows_text == false);
  CHECK(read_code_words("x = سعر\n").shows_text);
}

TEST_CASE("a placeholder that is missing, extra or misspelt is told", "[markup]") {
  std::vector<Finding> found =
      in_texts("مرحباً {name}، لديك {n} رسائل.\n", "Hello, you have {n}.\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].reason.text() ==
        "the placeholder {name} of the original is missing in the translation");
  CHECK(found[0].confidence > 0.9);
  found = in_texts("مرحباً يا {name}.\n", "Hello {name} {name}.\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].reason.text() ==
        "the placeholder {name} of the translation is not in the original");
  found = in_texts("مرحباً يا {name}.\n", "Hello {nome}.\n");
  REQUIRE(found.size() == 1);
  CHECK(found[0].reason.text() ==
        "the placeholder {name} of the original is {nome} in the translation");
}

TEST_CASE("a placeholder may move to the next sentence but not across the text", "[markup]") {
  CHECK(in_texts("أهلاً {a}. ثانياً. ثالثاً.\n", "Hello. Second {a}. Third.\n").empty());
  CHECK(in_texts("أهلاً {a}. ثانياً. ثالثاً.\n", "Hello. Second. Third {a}.\n").size() == 2);
}

TEST_CASE("positional placeholders may be numbered, and keep their order otherwise", "[markup]") {
  CHECK(in_texts("حذف %s من %d ملفات.\n", "Of %2$d files, %1$s was deleted.\n").empty());
  CHECK(in_texts("حذف %1$s من %2$d.\n", "Deleted %s of %d.\n").empty());
  CHECK(in_texts("حذف %s من %d ملفات.\n", "Of %2$s files, %1$d was deleted.\n").size() == 2);
  const std::vector<Finding> found =
      in_texts("حذف %s من %d ملفات.\n", "Of %d files, %s is gone.\n");
  REQUIRE(found.size() == 1);
  CHECK_THAT(found[0].reason.text(), ContainsText("the placeholders %s %d stand as %d %s"));
}

TEST_CASE("branches of messages differ by language", "[markup]") {
  CHECK(in_texts("لديك {n, plural, zero {لا شيء} two {ملفان} other {# ملفات}}.\n",
                 "You have {n, plural, one {a file} other {# files}}.\n")
            .empty());
}

TEST_CASE("verses in braces are no placeholders on the other side either", "[markup]") {
  CHECK(in_texts("قال تعالى {قل هو الله أحد} ثم {الله الصمد}.\n",
                 "He said {Say} and {Eternal} in the verse.\n")
            .empty());
}

TEST_CASE("footnotes may be counted anew but not be mixed up", "[markup]") {
  CHECK(in_texts("أولاً [١]. ثانياً [٢].\n", "First [1]. Second [2].\n").empty());
  // The translator's own note shifts the others, and is no fault.
  CHECK(in_texts("أولاً. ثانياً [1]. ثالثاً [2].\n", "First [1]. Second [2]. Third [3].\n").empty());
  CHECK(in_texts("أولاً. ثانياً. ثالثاً.\n", "First [1]. Second [2]. Third [3].\n").empty());
  CHECK(in_pages("أولاً[^ملاحظة]. ثانياً[^2].\n", "First[^note]. Second[^2].\n").empty());
  CHECK(
      in_texts("أولاً [1]. ثانياً [2]. ثالثاً [3].\n", "First [1]. Second [3]. Third [2].\n").size() ==
      2);
  CHECK(in_texts("أولاً [1] وأيضاً [2].\n", "First [2] and also [1].\n").empty());
  const std::vector<Finding> missing = in_texts("أولاً [1]. ثانياً [2].\n", "First [1]. Second.\n");
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].reason.text() ==
        "the footnote mark 2 of the original is missing in the translation");
}

TEST_CASE("a translation without any notes is one finding", "[markup]") {
  const std::vector<Finding> found =
      in_texts("أولاً [1]. ثانياً [2]. ثالثاً [3].\n", "First. Second. Third.\n");
  REQUIRE(found.size() == 1);
  CHECK_THAT(found[0].reason.text(), ContainsText("none of the 3 footnote marks"));
}

TEST_CASE("components of an MDX page are compared", "[markup]") {
  const std::vector<Finding> found = faults(read("مرحباً <Badge/> يا {props.name}.\n", "ar", ".mdx"),
                                            read("Hello, dear reader.\n", "en", ".mdx"));
  REQUIRE(found.size() == 2);
  CHECK_THAT(found[0].reason.text(),
             ContainsText("the placeholder {props.name} of the original is missing"));
  CHECK_THAT(found[1].reason.text(), ContainsText("the tag <Badge> of the original is missing"));
}

TEST_CASE("swapping the sides swaps what is missing and what is extra", "[markup]") {
  const SegmentedDocument a =
      read("![](a.png)\n\nانظر [هنا](x) `c` {p} [1].\n\nنص {q}.\n", "ar", ".md");
  const SegmentedDocument b = read("See `d` {p} {r} [2].\n\nText.\n", "en", ".md");
  const std::vector<Finding> forth = faults(a, b);
  const std::vector<Finding> back = faults(b, a);
  const auto count = [](const std::vector<Finding>& found, const std::string& what) {
    return std::count_if(found.begin(), found.end(), [&](const Finding& finding) {
      return finding.reason.text().find(what) != std::string::npos;
    });
  };
  CHECK(forth.size() >= 4);
  CHECK(count(forth, "is missing in the translation") >= 3);
  CHECK(count(back, "is missing in the translation") == count(forth, "is not in the original"));
}

TEST_CASE("doubtful pairs make doubtful findings", "[markup]") {
  const SegmentedDocument source = read("أهلاً {a}.\n", "ar", ".txt");
  const SegmentedDocument target = read("Hello.\n", "en", ".txt");
  CHECK(faults(source, target, {}, 0.5).at(0).confidence < 0.5);
  CHECK(faults(source, target, {}, 0.1).empty());
}

TEST_CASE("thousands of items in one segment are compared in linear time", "[markup]") {
  const std::string piece =
      GENERATE("`a` ", "`b{}` ", "[x](u{}) ", "{a{}} ", "%d ", "[{}] ", "[^{}] ", "' ");
  std::string source = "```\n";
  for (int i = 0; i < 200'000 / static_cast<int>(piece.size()); ++i) source += "'\\";
  source += "\n```\n\n";
  std::string target = "x ";
  for (int i = 0; i < 20'000; ++i) {
    std::string one = piece;
    if (const auto hole = one.find("{}"); hole != std::string::npos)
      one.replace(hole, 2, std::to_string(i));
    (i % 3 == 0 ? target : source) += one;
  }
  const auto start = std::chrono::steady_clock::now();
  const SegmentedDocument a = read(source, "ar", ".md");
  const SegmentedDocument b = read(target, "en", ".md");
  const std::vector<Finding> found = faults(a, b, {{a.size(), b.size()}});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  INFO(piece);
  CHECK(took.count() < 15);
  CHECK(found.size() <= a.document.markup.size() + b.document.markup.size());
}
