#include "corpus/collection/filters.h"

#include <algorithm>
#include <map>

#include "segment/base/error.h"
#include "tests/corpus/collection/results.h"
#include "tests/support/catch.h"
#include "tests/support/generated_text.h"

using namespace muqabala;
using testing::PairTexts;
using testing::result_of;

namespace {

const std::string kArabic = "وصل الوزير إلى العاصمة مساء أمس في زيارة تستغرق ثلاثة أيام.";
const std::string kEnglish =
    "The minister arrived in the capital last night for a three-day visit.";

/// The filter that rejects the pair; empty = none.
std::string rejected_by(const PairTexts& texts, const Filters& filters = default_filters(),
                        const std::string& source_language = "ar",
                        const std::string& target_language = "en") {
  DocumentResult result = result_of(0, "a", {texts}, source_language, target_language);
  apply_filters(result, filters);
  return result.beads[0].rejected_by;
}

std::string only(const std::string& filter, const PairTexts& texts,
                 const std::string& source_language = "ar",
                 const std::string& target_language = "en") {
  return rejected_by(texts, parse_filters("none," + filter), source_language, target_language);
}

std::string fault_of(const std::string& typed) {
  try {
    parse_filters(typed);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kBadUsage);
    return error.message();
  }
  return {};
}

}  // namespace

TEST_CASE("a good pair passes every filter there is", "[filters]") {
  Filters all;
  for (const FilterKind& kind : filter_kinds())
    all.push_back({.name = std::string(kind.name), .thresholds = kind.thresholds});
  CHECK(rejected_by({kArabic, kEnglish}, all) == "");
  CHECK(rejected_by({kEnglish, kArabic}, all, "en", "ar") == "");
}

TEST_CASE("each filter rejects what it is for, and no other does so before it", "[filters]") {
  const std::string url = "https://example.org/archive/2014/11/21/a-very-long-name-of-a-page";
  CHECK(rejected_by({kArabic, kEnglish, 0.49}) == "probability");
  CHECK(rejected_by({"* * * ١٢ ...", "* * * 12 ..."}) == "letters");
  CHECK(rejected_by({"أ", "A"}) == "too-short");
  CHECK(rejected_by({kArabic + ' ' + url, kEnglish + ' ' + url}) == "long-word");
  CHECK(rejected_by({kArabic + kArabic + kArabic, "Yes."}) == "length-ratio");
  CHECK(rejected_by({"<b>" + kArabic, kEnglish}) == "html-tag");
  CHECK(rejected_by({"اقرأ المزيد", "Read more"}) == "furniture");
  CHECK(rejected_by({kEnglish, kEnglish}) == "untranslated");
  CHECK(rejected_by({kArabic, "Прибыл министр вчера вечером в столицу с визитом."}) == "script");
  CHECK(rejected_by({kArabic,
                     "Le ministre est arrivé hier soir dans la capitale pour une visite officielle "
                     "de trois jours."}) == "language");
  CHECK(rejected_by({"وصل ٤٥٠ زائرا إلى العاصمة مساء أمس.",
                     "The visitors, 720 of them, arrived in the capital."}) == "numbers");
  std::string arabic;
  std::string english;
  for (int i = 0; i < 30; ++i) arabic += kArabic + ' ';
  for (int i = 0; i < 30; ++i) english += kEnglish + ' ';
  CHECK(rejected_by({arabic, english}) == "too-long");
  CHECK(only("terminal-punctuation", {kArabic, "What? Why? How? When? Where? Who? Indeed!"}) ==
        "terminal-punctuation");
}

TEST_CASE("the first filter of the order is the one that is named", "[filters]") {
  CHECK(rejected_by({"<b>", kEnglish, 0.1}) == "probability");
  CHECK(rejected_by({"<b>", kEnglish, 0.1}, parse_filters("-probability")) == "letters");
}

TEST_CASE("null beads are never filtered, and what was said before is forgotten", "[filters]") {
  DocumentResult result = result_of(0, "a", {{"x", ""}, {"", "y"}, {kArabic, kEnglish}});
  result.beads[2].rejected_by = "duplicate";
  apply_filters(result, default_filters());
  for (const CollectedBead& bead : result.beads) CHECK(bead.rejected_by.empty());
}

TEST_CASE("numbers agree in words, in other digits and in other units", "[filters]") {
  const auto agrees = [](const std::string& source, const std::string& target) {
    return only("numbers", {source, target}).empty();
  };
  CHECK(agrees("دفع ٤٠ دينارا ثمنا للكتاب", "He paid forty dinars for the book"));
  CHECK(agrees("بلغ العدد ٢٬٥٠٠٬٠٠٠ نسمة", "The number reached 2.5 million people"));
  CHECK(agrees("كتاب بلا أرقام", "A book without numbers"));
  CHECK(agrees("في ٣ آذار ٢٠١٤", "On 3 March 2014"));
  CHECK(!agrees("دفع ٤٠ دينارا", "He paid 70 dinars"));
  CHECK(!agrees("دفع ثمن الكتاب", "He paid 70 dinars for the book"));
  // Half of the values is enough by default, and more may be asked for.
  const PairTexts half{"من ١٥ إلى ٩٠ كتابا", "From 15 to 80 books"};
  CHECK(only("numbers", half) == "");
  CHECK(only("numbers=0.8", half) == "numbers");
}

TEST_CASE("vowel signs make a text no longer, and languages without spaces have no long words",
          "[filters]") {
  CHECK(only("length-ratio=1.5",
             {"مُحَمَّدٌ رَسُولُ اللَّهِ وَخَاتَمُ النَّبِيِّينَ", "محمد رسول الله وخاتم النبيين"}) == "");
  const std::string chinese(
      "部长昨晚抵达首都进行为期三天的访问部长昨晚抵达首都进行为期三天的访问部长昨晚抵达首都进行"
      "为期三天的访问");
  CHECK(only("long-word", {chinese, kEnglish}, "zh", "en") == "");
  CHECK(only("long-word", {kEnglish, chinese}, "en", "de") == "long-word");
}

TEST_CASE("names that stay as they are make no untranslated pair", "[filters]") {
  CHECK(only("untranslated",
             {"Der Minister besuchte Berlin und Paris.", "The minister visited Berlin and Paris."},
             "de", "en") == "");
  CHECK(only("untranslated", {"Der Minister besuchte Berlin.", "Der Minister besuchte Berlin"},
             "de", "en") == "untranslated");
}

TEST_CASE("a sign for less is no tag", "[filters]") {
  CHECK(only("html-tag", {"a < b and c > d", "x <3 y"}) == "");
  CHECK(only("html-tag", {"a", "see <a href=\"x\">here</a>"}) == "html-tag");
  CHECK(only("html-tag", {"a", std::string(1 << 20, '<')}) == "");
}

TEST_CASE("filters are chosen by names and thresholds", "[filters]") {
  CHECK(parse_filters("") == default_filters());
  CHECK(parse_filters("none").empty());
  CHECK(parse_filters("none,length-ratio=2.5,probability") ==
        Filters{{"probability", {0.5}}, {"length-ratio", {2.5}}});
  const Filters without = parse_filters("-language,probability=0.8");
  CHECK(without.size() == default_filters().size() - 1);
  CHECK(without.front() == Filter{"probability", {0.8}});
  for (const char* typed : {"", "none", "terminal-punctuation=-1.5,-numbers"})
    CHECK(parse_filters(to_string(parse_filters(typed))) == parse_filters(typed));
}

TEST_CASE("what is no filter is refused with the nearest name", "[filters]") {
  CHECK_THAT(fault_of("lenght-ratio"), ContainsText("did you mean 'length-ratio'"));
  CHECK_THAT(fault_of("probability=high"), ContainsText("'high'"));
  CHECK_THAT(fault_of("probability=nan"), ContainsText("'nan'"));
  CHECK_THAT(fault_of("language=2"), ContainsText("no threshold"));
  CHECK_THAT(fault_of("-probability=2"), ContainsText("no threshold"));
  CHECK_THAT(fault_of("probability,,numbers"), ContainsText("no filter ''"));
}

TEST_CASE("fewer filters keep more, whatever the texts", "[filters]") {
  testing::SplitMix64 random(20261125);
  const std::vector<std::string> pieces = {kArabic, kEnglish, "",   "<b>", "12 ",  "… ",
                                           "é",     "\u200F", "ا ", "x",   "١٩٨٤ "};
  std::vector<PairTexts> pairs;
  for (int i = 0; i < 300; ++i) {
    PairTexts texts{"", "", random.uniform()};
    for (std::string* side : {&texts.source, &texts.target})
      for (std::size_t n = random.below(4) + 1; n > 0; --n) *side += pieces[random.below(11)];
    pairs.push_back(texts);
  }
  DocumentResult all = result_of(0, "a", pairs);
  apply_filters(all, default_filters());
  // A pair is rejected by the first of the filters that reject it when asked alone.
  std::vector<std::string> first(pairs.size());
  for (const Filter& filter : default_filters()) {
    DocumentResult alone = result_of(0, "a", pairs);
    apply_filters(alone, {filter});
    for (std::size_t i = 0; i < pairs.size(); ++i)
      if (first[i].empty()) first[i] = alone.beads[i].rejected_by;
  }
  std::map<std::string, int> seen;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    CHECK(all.beads[i].rejected_by == first[i]);
    ++seen[first[i]];
  }
  CHECK(seen.size() > 5);  // the texts try many filters
}
