#include "align/coverage/names.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/documents.h"
#include "tests/support/lexicons.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

using Lines = std::vector<std::string>;

/// Arabic and English words of a made-up country's news.
Lexicon news_lexicon() {
  return testing::lexicon_of("ar", "en",
                             {{"قال", "said"},
                              {"الوزير", "minister"},
                              {"سافر", "travelled"},
                              {"إلى", "to"},
                              {"من", "from"},
                              {"مع", "with"},
                              {"أمس", "yesterday"},
                              {"اجتماع", "meeting"},
                              {"عضوية", "membership"},
                              {"التقى", "met"},
                              {"في", "in"},
                              {"بيع", "sale"},
                              {"بضاعة", "goods"},
                              {"مجلس", "council"},
                              {"مدرسة", "school"},
                              {"لندن", "London"},
                              {"باريس", "Paris"},
                              {"مدريد", "Madrid"},
                              {"الناتو", "NATO"},
                              {"اليونسكو", "UNESCO"},
                              {"ويلز", "Wales"},
                              {"ويلزي", "Welsh"},
                              {"اسكتلندي", "Scottish"},
                              {"سوريا", "Syria"},
                              {"حريق", "fire"},
                              {"مدينة", "town"},
                              {"عمدة", "mayor"},
                              {"اتحاد", "union"},
                              {"رابطة", "association"},
                              {"لاعب", "player"},
                              {"محترف", "professional"},
                              {"هاربر", "Harper"},
                              {"ريتشارد", "Richard"}},
                             LinkOrigin::kCore);
}

SentenceAlignment one_to_one(std::size_t count) {
  SentenceAlignment alignment;
  for (std::size_t i = 0; i < count; ++i)
    alignment.beads.push_back({.source = {SourceIndex(i), SourceIndex(i + 1)},
                               .target = {TargetIndex(i), TargetIndex(i + 1)}});
  return alignment;
}

/// The names that findings tell as the translation's, line by line, "original > translation".
Lines faults(const Lines& arabic, const Lines& english) {
  const SegmentedDocument source = document_of(arabic, "ar");
  const SegmentedDocument target = document_of(english, "en");
  const Lexicon lexicon = news_lexicon();
  const SentenceAlignment alignment = one_to_one(arabic.size());
  Lines told;
  for (const Finding& finding : find_name_faults(
           {.source = source, .target = target, .alignment = alignment, .lexicon = lexicon})) {
    CHECK(finding.kind == FindingKind::kName);
    CHECK(finding.confidence >= 0.5);
    told.push_back(std::string(slice(source.document.text.view(), finding.source_words)) + " > " +
                   std::string(slice(target.document.text.view(), finding.target_words)));
  }
  return told;
}

}  // namespace

TEST_CASE("a name for which the translation has another one is told with it", "[names]") {
  CHECK(
      faults({"سافر الوزير إلى لندن أمس"}, {"The minister travelled to London yesterday"}).empty());
  CHECK(faults({"سافر الوزير إلى لندن أمس"}, {"The minister travelled to Madrid yesterday"}) ==
        Lines{"لندن > Madrid"});
}

TEST_CASE("a pair has at most one name finding, each pair its own", "[names]") {
  CHECK(faults({"سافر الوزير من لندن إلى باريس أمس", "التقى الوزير مع عمدة باريس"},
               {"The minister travelled from Madrid to Syria yesterday",
                "The minister met with the mayor of Wales"})
            .size() == 2);
}

TEST_CASE("the one name finding of a pair is the surest", "[names]") {
  // Of the two exchanged, only Madrid is a name that the lexicon knows.
  CHECK(faults({"التقى الوزير كابلنسكي في لندن"}, {"The minister met Wotruba in Madrid"}) ==
        Lines{"لندن > Madrid"});
}

TEST_CASE("a name is no exchange for one that is told by a spelling of its own", "[names]") {
  CHECK(
      faults({"التقى الوزير بوركهارت في لندن"}, {"The minister met Burkhardt in London"}).empty());
  CHECK(faults({"التقى الوزير بوركهارت في لندن"}, {"The minister met Wotruba in London"}).size() ==
        1);
}

TEST_CASE("an acronym is a name by itself beside one that is told", "[names]") {
  // Not the rest of a longer name that ends in London.
  CHECK(faults({"قال عمدة مع سي إن إن لندن"}, {"The mayor said in London with UNESCO"}) ==
        Lines{"سي إن إن > UNESCO"});
  CHECK(faults({"قال عمدة مع سي إن إن لندن"}, {"The mayor said in London with CNN"}).empty());
}

TEST_CASE("a name joined by the Arabic word for and is a name of its own", "[names]") {
  CHECK(faults({"عضوية اليونسكو والناتو"}, {"The membership of UNESCO and WSMV"}) ==
        Lines{"والناتو > WSMV"});
  CHECK(faults({"عضوية اليونسكو والناتو"}, {"The membership of UNESCO and NATO"}).empty());
}

TEST_CASE("spelled letters are not taken for another acronym that sounds like one of them",
          "[names]") {
  CHECK(faults({"قال الوزير مع بي بي سي أمس"}, {"The minister said yesterday with HBO"}).size() ==
        1);
  CHECK(faults({"قال الوزير مع بي بي سي أمس"}, {"The minister said yesterday with BBC"}).empty());
}

TEST_CASE("an acronym is found in a title, where every word has a capital", "[names]") {
  CHECK(faults({"قال الوزير أمس", "عمدة مدينة اليونسكو"},
               {"The minister said yesterday", "Mayor Town School Council WSMV"}) ==
        Lines{"اليونسكو > WSMV"});
}

TEST_CASE("an acronym answers to the words that it abbreviates, in the order of either language",
          "[names]") {
  CHECK(faults({"التقى الوزير رابطة لاعب محترف في لندن"}, {"The minister met the PPA in London"})
            .empty());
  // Not to the same letters in any order.
  CHECK(faults({"التقى اليونسكو رابطة لاعب محترف"}, {"Harper met the PAP"}) ==
        Lines{"اليونسكو > PAP"});
}

TEST_CASE("a verb that only sounds like a name elsewhere is not left over for one", "[names]") {
  CHECK(faults({"سيسافر عمدة إلى لندن", "التقى الوزير سيسيفير"},
               {"The mayor is in London with WSMV", "The minister met Sesavier"})
            .empty());
}

TEST_CASE("a word that has its own counterpart does not explain a name that sounds much like it",
          "[names]") {
  // "Madruga" sounds much like Madrid, which is told.
  CHECK(faults({"سافر الوزير من لندن إلى مدريد والناتو"},
               {"The minister travelled from Madruga to Madrid with NATO"}) ==
        Lines{"لندن > Madruga"});
}

TEST_CASE("a name is no companion of words that stand beside it by chance", "[names]") {
  // "From" stands wherever the town stands, but has no capital.
  CHECK(faults({"سافر الوزير من بوركهارت", "قال عمدة من بوركهارت", "التقى الوزير من بوركهارت"},
               {"The minister travelled from Burkhardt", "A mayor from Burkhardt said",
                "The minister from Syria met"}) == Lines{"بوركهارت > Syria"});
}

TEST_CASE("two words with capitals that nothing answers to are surer to be a name than one",
          "[names]") {
  CHECK(faults({"قال الوزير أمس"}, {"The minister said yesterday to Wotruba"}).empty());
  CHECK(faults({"قال الوزير أمس"}, {"The minister said yesterday to Tibor Wotruba"}) ==
        Lines{" > Tibor Wotruba"});
}

TEST_CASE("an adjective of a country is exchanged for a name where it begins a longer one",
          "[names]") {
  CHECK(faults({"قال الوزير مع اليونسكو"}, {"The minister said with the Scottish Council"}) ==
        Lines{"اليونسكو > Scottish"});
  CHECK(faults({"قال الوزير مع اليونسكو"}, {"The minister said with the Scottish mayor"}).empty());
}
