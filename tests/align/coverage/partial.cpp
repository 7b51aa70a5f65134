#include "align/coverage/partial.h"

#include <algorithm>
#include <chrono>

#include "align/aligner.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"
#include "tests/support/lexicons.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

/// Words of a made-up village chronicle.
Lexicon village_lexicon() {
  return testing::lexicon_of(
      "de", "en", {{"Dorf", "village"},     {"Brunnen", "well"},   {"Wasser", "water"},
                   {"Winter", "winter"},    {"Schnee", "snow"},    {"Dach", "roof"},
                   {"Schule", "school"},    {"Lehrer", "teacher"}, {"Kinder", "children"},
                   {"Brot", "bread"},       {"Bäcker", "baker"},   {"Ofen", "oven"},
                   {"Mühle", "mill"},       {"Korn", "grain"},     {"Bauer", "farmer"},
                   {"Pferd", "horse"},      {"Wagen", "cart"},     {"Straße", "road"},
                   {"Brücke", "bridge"},    {"Fluss", "river"},    {"Stein", "stone"},
                   {"Holz", "wood"},        {"Feuer", "fire"},     {"Nacht", "night"},
                   {"Glocke", "bell"},      {"Kirche", "church"},  {"Markt", "market"},
                   {"Händler", "merchant"}, {"Tuch", "cloth"},     {"Salz", "salt"},
                   {"alt", "old"},          {"tief", "deep"},      {"kalt", "cold"},
                   {"schwer", "heavy"},     {"neu", "new"},        {"trocken", "dry"},
                   {"und", "and"},          {"das", "the"},        {"der", "the"},
                   {"die", "the"},          {"den", "the"},        {"im", "in"},
                   {"brachte", "brought"},  {"baute", "built"},    {"fiel", "fell"},
                   {"lernten", "learned"},  {"verkaufte", "sold"}, {"zog", "pulled"},
                   {"rief", "called"},      {"brannte", "burned"}, {"führte", "led"}});
}

const std::vector<std::string> kGerman{
    "Das Dorf baute im Winter den Brunnen, und das Wasser war tief und kalt.",
    "Der Schnee fiel schwer, und das alte Dach der Schule brach in der Nacht.",
    "Der Lehrer rief die Kinder, und die Kinder lernten im Winter in der Kirche.",
    "Der Bäcker verkaufte Brot, und der Ofen brannte die Nacht.",
    "Der Bauer brachte Korn, und die Mühle am Fluss war trocken.",
    "Das Pferd zog den Wagen, und die Straße führte über die Brücke.",
    "Der Händler verkaufte Tuch und Salz auf dem Markt, und die Glocke rief das Dorf.",
    "Die Brücke war aus Stein, und das Feuer brannte das Holz der Mühle.",
};
const std::vector<std::string> kEnglish{
    "The village built the well in winter, and the water was deep and cold.",
    "The snow fell heavy, and the old roof of the school broke in the night.",
    "The teacher called the children, and the children learned in winter in the church.",
    "The baker sold bread, and the oven burned all night.",
    "The farmer brought grain, and the mill on the river was dry.",
    "The horse pulled the cart, and the road led over the bridge.",
    "The merchant sold cloth and salt at the market, and the bell called the village.",
    "The bridge was of stone, and the fire burned the wood of the mill.",
};

struct Told {
  std::string words;
  double confidence;
  std::string reason;
  std::size_t segment;
};

std::vector<Told> partial_omissions(const std::vector<std::string>& german,
                                    const std::vector<std::string>& english) {
  const SegmentedDocument source = document_of(german, "de");
  const SegmentedDocument target = document_of(english, "en");
  const Lexicon lexicon = village_lexicon();
  const SentenceAlignment alignment = align(source, target, lexicon, {});
  std::vector<Told> told;
  for (const Finding& finding : find_partial_omissions(
           {.source = source, .target = target, .alignment = alignment, .lexicon = lexicon})) {
    CHECK(finding.kind == FindingKind::kPartial);
    CHECK(finding.target_words.empty());
    told.push_back({std::string(slice(source.document.text.view(), finding.source_words)),
                    finding.confidence, finding.reason.text(), finding.source.begin_index.value()});
  }
  return told;
}

/// The chronicle with one more pair in its midst.
std::vector<Told> partial_omissions_of(const std::string& german, const std::string& english) {
  std::vector<std::string> from = kGerman;
  std::vector<std::string> to = kEnglish;
  from.insert(from.begin() + 4, german);
  to.insert(to.begin() + 4, english);
  std::vector<Told> told = partial_omissions(from, to);
  for (const Told& one : told) CHECK(one.segment == 4);
  return told;
}

}  // namespace

TEST_CASE("a translation that tells everything has no partial omissions", "[coverage][partial]") {
  CHECK(partial_omissions(kGerman, kEnglish).empty());
}

TEST_CASE("a dropped last sentence of a segment is found", "[coverage][partial]") {
  const auto told = partial_omissions_of(
      "Der Bauer baute die Straße im Dorf. Das Pferd zog Stein und Holz über die alte Brücke.",
      "The farmer built the road in the village.");
  REQUIRE(told.size() == 1);
  CHECK(told[0].words == "Das Pferd zog Stein und Holz über die alte Brücke.");
  CHECK(told[0].confidence > 0.8);
  CHECK(told[0].reason.find("words") != std::string::npos);
  CHECK(told[0].reason.find("shorter") != std::string::npos);
}

TEST_CASE("a dropped first clause of a segment is found", "[coverage][partial]") {
  const auto told = partial_omissions_of(
      "Das Feuer brannte in der Nacht Dach und Ofen, der Händler brachte Salz auf den Markt.",
      "The merchant brought salt to the market.");
  REQUIRE(told.size() == 1);
  CHECK(told[0].words == "Das Feuer brannte in der Nacht Dach und Ofen,");
}

TEST_CASE("a clause dropped from the middle of a segment is found", "[coverage][partial]") {
  const auto told = partial_omissions_of(
      "Der Lehrer baute die Schule; das schwere Feuer brannte Korn, Tuch und Wagen; die Glocke "
      "rief "
      "die Kinder.",
      "The teacher built the school; the bell called the children.");
  REQUIRE(told.size() == 1);
  CHECK(told[0].words == "das schwere Feuer brannte Korn, Tuch und Wagen;");
}

TEST_CASE("of the chronicle's clauses, dropped one at a time, most are found and little else",
          "[coverage][partial]") {
  double found = 0;
  double told = 0;
  double dropped = 0;
  for (std::size_t k = 0; k < kGerman.size(); ++k)
    for (const bool first : {true, false}) {
      const std::size_t comma = kGerman[k].find(", ") + 1;
      const ByteRange gone = first ? ByteRange{0, comma} : ByteRange{comma + 1, kGerman[k].size()};
      std::vector<std::string> to = kEnglish;
      const std::size_t end = to[k].find(", and ");
      to[k] = first ? to[k].substr(end + 6) : to[k].substr(0, end) + ".";
      dropped += static_cast<double>(gone.size());
      for (const Told& one : partial_omissions(kGerman, to)) {
        told += static_cast<double>(one.words.size());
        const std::size_t begin = kGerman[k].find(one.words);
        if (one.segment != k || begin == std::string::npos) continue;
        const std::size_t overlap_begin = std::max(begin, gone.begin);
        const std::size_t overlap_end = std::min(begin + one.words.size(), gone.end);
        if (overlap_begin < overlap_end) found += static_cast<double>(overlap_end - overlap_begin);
      }
    }
  CHECK(found / told >= 0.9);
  CHECK(found / dropped >= 0.85);
}

TEST_CASE("a clause that is told with the next sentence is no omission", "[coverage][partial]") {
  std::vector<std::string> from = kGerman;
  std::vector<std::string> to = kEnglish;
  from.insert(from.begin() + 4,
              "Der Bauer baute die Straße im Dorf; das Pferd zog Holz und Stein.");
  to.insert(to.begin() + 4, "The farmer built the road in the village.");
  CHECK(partial_omissions(from, to).size() == 1);
  to[5] = "The horse pulled wood and stone. " + to[5];
  CHECK(partial_omissions(from, to).empty());
}

TEST_CASE("a free translation of the same length is no omission", "[coverage][partial]") {
  CHECK(partial_omissions_of(
            "Der Bauer baute die Straße im Dorf, und das Pferd zog Stein und Holz zur Brücke.",
            "The farmer built the road in the village, while his mare dragged rubble and timber "
            "there.")
            .empty());
}

TEST_CASE("a word left out of a short sentence is no omission of a clause", "[coverage][partial]") {
  CHECK(partial_omissions_of("Das alte Dorf.", "The village.").empty());
  CHECK(partial_omissions_of("Der Bauer brachte neues Korn.", "The farmer brought grain.").empty());
}

TEST_CASE("words repeated in what is told do not stand for those of a dropped clause",
          "[coverage][partial]") {
  const auto told = partial_omissions_of(
      "Das Dorf baute die Kirche. Das Dorf baute die Kirche aus Stein, und die Kinder im Dorf "
      "brachte die Glocke in die Kirche.",
      "The village built the church.");
  REQUIRE(told.size() == 1);
  CHECK(told[0].words.size() > 60);
}

TEST_CASE("a pair of which hardly a word is told is told nearly whole", "[coverage][partial]") {
  const auto told = partial_omissions_of(
      "Salz: der Händler brachte im Winter Tuch, Brot und Korn, und das Pferd zog den Wagen.",
      "Salt.");
  REQUIRE(told.size() == 1);
  CHECK(told[0].words.find("Händler brachte im Winter") != std::string::npos);
  CHECK(told[0].words.find("Salz") == std::string::npos);
}

TEST_CASE("empty segments have no partial omissions", "[coverage][partial]") {
  std::vector<std::string> from = kGerman;
  std::vector<std::string> to = kEnglish;
  from.insert(from.begin() + 2, "");
  to.insert(to.begin() + 2, "");
  CHECK(partial_omissions(from, to).empty());
  CHECK(partial_omissions({}, {}).empty());
  CHECK(partial_omissions({"Das Dorf."}, {}).empty());
}

TEST_CASE("hostile segments of very many words take no time", "[coverage][partial]") {
  for (const int count : {2'000, 100'000}) {
    std::vector<std::string> from = kGerman;
    std::vector<std::string> to = kEnglish;
    for (int k = 0; k < count; ++k) {
      from[3] += k % 3 == 0 ? " Tuch," : " Salz";
      to[3] += k % 3 == 0 ? " and cloth" : "";
    }
    const auto begin = std::chrono::steady_clock::now();
    partial_omissions(from, to);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
  }
}
