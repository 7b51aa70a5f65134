#include "segment/clauses.h"

#include <random>
#include <string>

#include "segment/detail/characters.h"
#include "tests/segment/sentence_splitter_support.h"

namespace muqabala {
namespace {

Sentences clauses(std::string text, std::string language) {
  return texts_of(
      cut_into_clauses(split_sentences(plain_document(std::move(text), std::move(language)))));
}

/// The clauses of `marked`, in which a `|` between two spaces marks each cut, must come out again.
void check_cut(std::string_view language, std::string_view marked) {
  Sentences expected;
  std::string text;
  for (std::size_t at = 0; at <= marked.size();) {
    const std::size_t mark = std::min(marked.find(" | ", at), marked.size());
    expected.emplace_back(marked.substr(at, mark - at));
    text += (text.empty() ? "" : " ") + expected.back();
    at = mark + 3;
  }
  CHECK(clauses(text, std::string(language)) == expected);
}

std::size_t letters_in(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point_at(text, at);
    if (detail::is_content(detail::class_of(point.value))) ++letters;
    at += point.size_bytes;
  }
  return letters;
}

TEST_CASE("Long English sentences are cut behind semicolons and colons", "[clauses]") {
  check_cut("en",
            "The caravan left the city before the sun had risen over the hills; | it came to the "
            "river at noon, where nobody was to be seen: | the ferry lay on the other bank and its "
            "ropes had been cut.");
}

TEST_CASE("Long English sentences are cut at a comma only before a word that opens a clause",
          "[clauses]") {
  check_cut(
      "en",
      "The old astronomer, a quiet man from the northern mountains, measured the shadow every "
      "morning, | because he trusted no table that he had not made with his own hands.");
  CHECK(clauses("The markets of the town offered copper vessels, carpets of silk, dried fruits of "
                "every kind, sharp knives, small lamps of glass.",
                "en")
            .size() == 1);
}

TEST_CASE("A quotation that ends in a comma ends a clause", "[clauses]") {
  check_cut(
      "en",
      "When they say, \u201CNothing that is seen can be without a color of its own,\u201D | the "
      "answer to them is that clear water is seen and has none of its own.");
}

TEST_CASE("Long Arabic sentences are cut before connectives behind a comma", "[clauses]") {
  check_cut("ar",
            "خرجت القافلة من المدينة قبل طلوع الشمس على الجبال، | "
            "ووصلت عند الظهر إلى النهر الكبير الذي لا جسر عليه، | "
            "ثم انتظرت هناك حتى جاء صاحب السفينة ومعه رجاله كلهم في المساء.");
}

TEST_CASE("Vowel signs and direction marks hide no connective", "[clauses]") {
  check_cut("ar",
            "خَرَجَتِ الْقَافِلَةُ مِنَ الْمَدِينَةِ الْكَبِيرَةِ قَبْلَ طُلُوعِ الشَّمْسِ عَلَى الْجِبَالِ،\u200F | "
            "\u200Fثُمَّ وَصَلَتْ عِنْدَ الظُّهْرِ إِلَى النَّهْرِ الْكَبِيرِ الَّذِي لَا جِسْرَ عَلَيْهِ لِلنَّاسِ فِي ذَلِكَ الزَّمَانِ.");
}

TEST_CASE("Arabic without commas is cut before the strongest connectives", "[clauses]") {
  check_cut("ar",
            "كل ضوء يشرق من جسم مضيء فإنه يمتد على خطوط مستقيمة | "
            "وكذلك كل لون يظهر في الهواء الصافي الذي لا دخان فيه | "
            "فأما الجسم الكثيف فإنه يمنع نفوذ الضوء إلى ما وراءه");
}

TEST_CASE("An Arabic comma needs no space behind", "[clauses]") {
  const Sentences cut = clauses(
      "خرجت القافلة من المدينة قبل طلوع الشمس على الجبال العالية،ثم وصلت عند الظهر إلى "
      "النهر الكبير الذي لا جسر عليه للناس في ذلك الزمان",
      "ar");
  REQUIRE(cut.size() == 2);
  CHECK(cut[1].starts_with("ثم وصلت"));
}

TEST_CASE("The pilcrow ends a line of verse", "[clauses]") {
  check_cut("en",
            "My heart is a lamp that burns in the window of the east\u00B6 | And nobody passes by "
            "who does not warm his hands at it\u00B6 | The night is long but the oil is not yet "
            "spent today");
}

TEST_CASE("Nothing is cut inside a bracket that closes soon", "[clauses]") {
  check_cut("en",
            "The second book deals with mirrors (plane ones; those that are round; those that are "
            "hollow and those like a cone) and with their makers; | it has come down to us in one "
            "single copy that lies in the capital.");
}

TEST_CASE("A bracket that is never closed does not keep a text whole", "[clauses]") {
  CHECK(clauses("The second book (of seven deals with mirrors that are round or hollow; it has "
                "come down to us in one copy only, which is kept in the capital.",
                "en")
            .size() == 2);
}

TEST_CASE("Verses by number are not cut at their colon", "[clauses]") {
  CHECK(
      clauses("Whoever wishes to read what the commentators of the north had to say about verse 3: "
              "16 in all of their books has much before him",
              "en")
          .size() == 1);
}

TEST_CASE("Short sentences stay whole", "[clauses]") {
  CHECK(clauses("He came; he saw the city and its walls; he left again; nobody knew why.", "en")
            .size() == 1);
}

TEST_CASE("No clause is shorter than the bound", "[clauses]") {
  const std::string text =
      "One; two; three; and then the fourth of the brothers took his horse and rode away to the "
      "mountains; five; six; but the seventh stayed, and he kept the house; eight; nine.";
  const Sentences cut = clauses(text, "en");
  REQUIRE(cut.size() > 1);
  for (const std::string& clause : cut) {
    INFO(clause);
    CHECK(letters_in(clause) >= kShortestClauseLetters);
  }
}

TEST_CASE("Other languages are cut at their marks, not at English words", "[clauses]") {
  check_cut(
      "de",
      "Die Karawane verließ die Stadt, and bevor die Sonne über den Hügeln aufgegangen war; | sie "
      "kam am Mittag an den Fluss, but wo niemand zu sehen war.");
}

TEST_CASE("A language tag with region and script has the rules of its language", "[clauses]") {
  CHECK(clauses("The old astronomer measured the shadow of the tower every morning, because he "
                "trusted no table that he had not made himself.",
                "en-Latn-GB")
            .size() == 2);
}

/// What is wrong with `cut`, made from `whole`; empty if nothing is.
std::string broken_promise(const SegmentedDocument& whole, const SegmentedDocument& cut) {
  std::size_t piece = 0;
  for (const Segment& segment : whole.segments) {
    std::size_t at = segment.range.begin;
    while (piece < cut.size() && cut.segments[piece].range.end <= segment.range.end) {
      const Segment& clause = cut.segments[piece++];
      if (clause.block != segment.block) return "a clause changed its block";
      if (clause.range.empty() || clause.range.begin < at) return "clauses are empty or overlap";
      for (std::size_t b = at; b < clause.range.begin;) {
        const CodePoint point = code_point_at(whole.document.text.view(), b);
        if (!detail::is_gap(detail::class_of(point.value))) return "more than white space is lost";
        b += point.size_bytes;
      }
      if (find_utf8_fault(cut.text(piece - 1))) return "a clause cuts a character";
      at = clause.range.end;
    }
    if (at != segment.range.end) return "the end of a sentence is lost";
  }
  return piece == cut.size() ? "" : "there are clauses outside of sentences";
}

TEST_CASE("Clauses and gaps are the sentences, for random Unicode", "[clauses]") {
  std::mt19937 random(19670305);
  const std::u32string pool =
      U"abcABC12ابتمهـو،؛:;,,؛،:\u00B6()[]«»“”\"'﴿﴾.\u200F\u200F\u064B\u0301\uFEFF😀日 \t\n    ";
  const std::u32string words[] = {U", and ", U"، ثم ", U" وقد ", U"،\u200F \u200Fو", U"; ", U":) "};
  for (int run = 0; run < 2000; ++run) {
    std::string text;
    for (std::size_t length = random() % 400; length > 0; --length) {
      if (random() % 12 == 0) {
        for (const char32_t c : words[random() % std::size(words)]) append_utf8(text, c);
      } else {
        append_utf8(text, pool[random() % pool.size()]);
      }
    }
    const SegmentedDocument whole =
        split_sentences(one_block_document(text, random() % 2 == 0 ? "ar" : "en"));
    INFO(text);
    REQUIRE(broken_promise(whole, cut_into_clauses(whole)) == "");
  }
}

TEST_CASE("Cutting takes time linear in the length of a sentence", "[clauses]") {
  std::string brackets;
  for (int i = 0; i < 500000; ++i) brackets += i % 2 == 0 ? "(word; " : "[and, so ";
  const SegmentedDocument cut =
      cut_into_clauses(split_sentences(one_block_document(brackets, "en")));
  CHECK(cut.size() > 10000);
}

}  // namespace
}  // namespace muqabala
