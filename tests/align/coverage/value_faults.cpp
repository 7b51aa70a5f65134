#include "align/coverage/value_faults.h"

#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

struct Pairing {
  std::vector<std::string> source;
  std::vector<std::string> target;
  std::vector<Bead> beads;

  std::vector<Finding> findings() const {
    const SegmentedDocument a = document_of(source, "ar");
    const SegmentedDocument b = document_of(target, "en");
    const SentenceAlignment alignment{.beads = beads};
    return find_value_faults({a, b, alignment, Lexicon()});
  }
};

Bead bead(std::size_t source, std::size_t source_end, std::size_t target, std::size_t target_end,
          double probability = 1) {
  return {.source = {SourceIndex(source), SourceIndex(source_end)},
          .target = {TargetIndex(target), TargetIndex(target_end)},
          .probability = probability};
}

}  // namespace

TEST_CASE("a wrong value is told with the words of both sides", "[values]") {
  const Pairing pair{.source = {"أول الكلام.", "بلغت الكلفة 2.5 مليون دولار."},
                     .target = {"To begin with.", "The cost came to $25 million."},
                     .beads = {bead(0, 1, 0, 1), bead(1, 2, 1, 2)}};
  const std::vector<Finding> findings = pair.findings();
  REQUIRE(findings.size() == 1);
  const Finding& finding = findings[0];
  CHECK(finding.kind == FindingKind::kNumber);
  CHECK(finding.source == SourceRange{SourceIndex(1), SourceIndex(2)});
  CHECK(finding.target == TargetRange{TargetIndex(1), TargetIndex(2)});
  const SegmentedDocument source = document_of(pair.source, "ar");
  const SegmentedDocument target = document_of(pair.target, "en");
  CHECK(slice(source.document.text.view(), finding.source_words) == "2.5 مليون");
  CHECK(slice(target.document.text.view(), finding.target_words) == "25 million");
  CHECK(finding.reason.text() ==
        "the original says \"2.5 مليون\"; the translation says \"25 million\"");
  CHECK(finding.confidence > 0.8);
}

TEST_CASE("a doubtful bead makes its findings doubtful", "[values]") {
  Pairing pair{
      .source = {"قتل 64 شخصا."}, .target = {"It killed 46."}, .beads = {bead(0, 1, 0, 1)}};
  const double sure = pair.findings().at(0).confidence;
  pair.beads[0].probability = 0.5;
  CHECK(pair.findings().at(0).confidence == Approx(sure / 2));
}

TEST_CASE("numbers of segments without a counterpart are no faults", "[values]") {
  const Pairing pair{.source = {"قتل 64 شخصا.", "انتهى."},
                     .target = {"It is over."},
                     .beads = {bead(0, 1, 0, 0), bead(1, 2, 0, 1)}};
  CHECK(pair.findings().empty());
}

TEST_CASE("a value two beads away is no fault, three away it is", "[values]") {
  const std::vector<std::string> filler = {"كلام.", "كلام.", "كلام."};
  for (const std::size_t distance : {2u, 3u}) {
    Pairing pair{.source = {"قتل 64 شخصا."}, .target = {}, .beads = {}};
    pair.source.insert(pair.source.end(), filler.begin(), filler.end());
    pair.target.assign(4, "Talk.");
    pair.target[distance] = "It killed 64.";
    for (std::size_t i = 0; i < 4; ++i) pair.beads.push_back(bead(i, i + 1, i, i + 1));
    CHECK(pair.findings().size() == (distance == 2 ? 0 : 2));
  }
}

TEST_CASE("where a side numbers its verses, they are its custom", "[values]") {
  Pairing pair;
  for (std::size_t i = 0; i < 60; ++i) {
    pair.source.push_back("قال تعالى كلاما (" + std::to_string(100 + i) + ") ثم قال.");
    pair.target.push_back("And he said so.");
    pair.beads.push_back(bead(i, i + 1, i, i + 1));
  }
  CHECK(pair.findings().empty());
}

TEST_CASE("a year against another number is a date that differs", "[values]") {
  const Pairing pair{.source = {"بدأ البناء في 1998 في بيروت."},
                     .target = {"Building began in 19998 in Beirut."},
                     .beads = {bead(0, 1, 0, 1)}};
  const std::vector<Finding> findings = pair.findings();
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].kind == FindingKind::kDate);
}

TEST_CASE("a weekday that the calendar refutes is no more than a note", "[values]") {
  const Pairing pair{.source = {"صدر في 21 تشرين الثاني 2014."},
                     .target = {"It came out on Monday, November 21, 2014."},
                     .beads = {bead(0, 1, 0, 1)}};
  const std::vector<Finding> findings = pair.findings();
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].confidence < 0.3);
}
