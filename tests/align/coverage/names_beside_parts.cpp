#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "align/aligner.h"
#include "align/coverage/coverage.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"
#include "tests/support/lexicons.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

using Lines = std::vector<std::string>;

/// Words of a made-up village chronicle.
Lexicon village_lexicon() {
  return testing::lexicon_of(
      "de", "en",
      {{"Dorf", "village"},    {"Brunnen", "well"},    {"Wasser", "water"},    {"Winter", "winter"},
       {"Lehrer", "teacher"},  {"Kinder", "children"}, {"Brot", "bread"},      {"Ofen", "oven"},
       {"Bauer", "farmer"},    {"Korn", "grain"},      {"Mühle", "mill"},      {"Fluss", "river"},
       {"Pferd", "horse"},     {"Wagen", "cart"},      {"Straße", "road"},     {"Brücke", "bridge"},
       {"tief", "deep"},       {"kalt", "cold"},       {"trocken", "dry"},     {"und", "and"},
       {"das", "the"},         {"der", "the"},         {"die", "the"},         {"den", "the"},
       {"im", "in"},           {"in", "in"},           {"am", "on"},           {"war", "was"},
       {"brachte", "brought"}, {"baute", "built"},     {"lernten", "learned"}, {"zog", "pulled"},
       {"verkaufte", "sold"},  {"brannte", "burned"},  {"rief", "called"},     {"führte", "led"},
       {"über", "over"},       {"alt", "old"},         {"von", "of"}});
}

const Lines kGerman{
    "Der Lehrer rief die Kinder, und die Kinder lernten im Winter.",
    "Das Dorf baute in Ebersbach den Brunnen, und das Wasser im Brunnen war tief und kalt.",
    "Der Bauer brachte das Korn, und die Mühle am Fluss war trocken.",
    "Das Pferd zog den Wagen, und die Straße führte über die Brücke.",
};

const Lines kEnglish{
    "The teacher called the children, and the children learned in winter.",
    "The village built in Kronau the well, and the water in the well was deep and cold.",
    "The farmer brought the grain, and the mill on the river was dry.",
    "The horse pulled the cart, and the road led over the bridge.",
};

/// How many findings of a kind the second line has.
std::ptrdiff_t count(FindingKind kind, const Lines& english) {
  const SegmentedDocument source = document_of(kGerman, "de");
  const SegmentedDocument target = document_of(english, "en");
  const Lexicon lexicon = village_lexicon();
  const SentenceAlignment alignment = align(source, target, lexicon, {});
  const CoverageReport report =
      cover({.source = source, .target = target, .alignment = alignment, .lexicon = lexicon},
            {.looks_inside = true});
  return std::count_if(report.findings.begin(), report.findings.end(), [&](const Finding& f) {
    return f.kind == kind && f.source.begin_index == SourceIndex(1);
  });
}

}  // namespace

TEST_CASE("a name that was exchanged is told where nothing of its pair was dropped",
          "[names][coverage]") {
  CHECK(count(FindingKind::kName, kEnglish) == 1);
  CHECK(count(FindingKind::kPartial, kEnglish) == 0);
}

TEST_CASE("no name is told beside a dropped part of its pair, to which it may belong",
          "[names][coverage]") {
  Lines english = kEnglish;
  english[1] = "The village built in Kronau the well.";
  CHECK(count(FindingKind::kPartial, english) == 1);
  CHECK(count(FindingKind::kName, english) == 0);
}

TEST_CASE("a dropped part of one pair takes back no name of another", "[names][coverage]") {
  Lines english = kEnglish;
  english[2] = "The farmer brought the grain.";
  CHECK(count(FindingKind::kName, english) == 1);
}
