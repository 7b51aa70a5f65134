#include "corpus/check/examine.h"

#include <string>
#include <utility>
#include <vector>

#include "corpus/pipeline.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace muqabala;
using muqabala::testing::TemporaryFolder;

namespace {

using Names = std::vector<std::string>;

/// Two Markdown files, read and cut, with the findings that are given.
ExaminedPair examined(const std::string& german, const std::string& english,
                      std::vector<Finding> findings) {
  const TemporaryFolder folder;
  SegmentedPair read = read_and_segment({folder.write("a.md", german), "de"},
                                        {folder.write("b.md", english), "en"}, {});
  CollatedPair pair;
  pair.source = std::move(read.source);
  pair.target = std::move(read.target);
  pair.coverage.findings = std::move(findings);
  return examine(pair);
}

Finding omission(std::size_t begin, std::size_t end, std::size_t place) {
  return {.kind = FindingKind::kOmission,
          .confidence = 0.9,
          .source = {SourceIndex(begin), SourceIndex(end)},
          .target = {TargetIndex(place), TargetIndex(place)},
          .reason = because(Wording::kRepeated)};
}

Finding addition(std::size_t begin, std::size_t end, std::size_t place) {
  return {.kind = FindingKind::kAddition,
          .confidence = 0.9,
          .source = {SourceIndex(place), SourceIndex(place)},
          .target = {TargetIndex(begin), TargetIndex(end)},
          .reason = because(Wording::kRepeated)};
}

const std::string kGerman =
    "# Das Dorf\n\n## Der Brunnen\n\nDas Wasser ist kalt. Der Brunnen ist tief.\n\n"
    "## Die Mühle\n\nDie Mühle steht still.\n";
const std::string kEnglish =
    "# The village\n\n## The well\n\nThe water is cold.\n\n## The mill\n\nThe mill stands still.\n";

}  // namespace

TEST_CASE("An omission is examined with its place and the headings above it", "[examine]") {
  const ExaminedPair pair = examined(kGerman, kEnglish, {omission(3, 4, 3)});
  REQUIRE(pair.findings.size() == 1);
  const ExaminedFinding& finding = pair.findings[0];
  CHECK(!finding.is_in_target);
  REQUIRE(finding.parts.size() == 1);
  const ExaminedPart& part = finding.parts[0];
  CHECK(part.words.text == "Der Brunnen ist tief.");
  CHECK(part.words.begin.line == 5);
  CHECK(part.words.begin.column == 22);
  CHECK(part.words.end.line == 5);
  CHECK(part.words.end.column == 43);
  CHECK(kGerman.substr(part.words.begin.offset_bytes,
                       part.words.end.offset_bytes - part.words.begin.offset_bytes) ==
        part.words.text);
  CHECK(part.headings == Names{"Das Dorf", "Der Brunnen"});
}

TEST_CASE("A heading ends those of its own level, and columns count characters", "[examine]") {
  const ExaminedPair pair = examined(kGerman, kEnglish, {omission(5, 6, 5)});
  REQUIRE(pair.findings.at(0).parts.size() == 1);
  const ExaminedPart& part = pair.findings[0].parts[0];
  CHECK(part.headings == Names{"Das Dorf", "Die Mühle"});
  CHECK(part.words.end.column == std::string("Die Muhle steht still.").size() + 1);
}

TEST_CASE("Where nothing of the other side answers, what stands around the place is told",
          "[examine]") {
  const ExaminedPair pair = examined(kGerman, kEnglish, {omission(3, 4, 3)});
  const ExaminedFinding& finding = pair.findings.at(0);
  CHECK(finding.before_place == "The water is cold.");
  CHECK(finding.behind_place == "The mill");
  REQUIRE(finding.other_side.has_value());
  CHECK(finding.other_side->text.empty());
  CHECK(finding.other_side->begin == finding.other_side->end);
  CHECK(finding.other_side->begin.line == 7);
}

TEST_CASE("At the end of the other text the place is behind its last words", "[examine]") {
  const ExaminedPair pair = examined(kGerman, kEnglish, {omission(5, 6, 5)});
  const ExaminedFinding& finding = pair.findings.at(0);
  CHECK(finding.before_place == "The mill stands still.");
  CHECK(finding.behind_place.empty());
  CHECK(finding.other_side->begin.line == 9);
  CHECK(finding.other_side->begin.column == std::string("The mill stands still.").size() + 1);
}

TEST_CASE("A finding over more segments has a part for each, by which each can be accepted",
          "[examine]") {
  const ExaminedPair pair = examined(kGerman, kEnglish, {omission(2, 4, 2)});
  const auto& parts = pair.findings.at(0).parts;
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].fingerprint != parts[1].fingerprint);
  // Found alone, a sentence has the same.
  const ExaminedPair alone = examined(kGerman, kEnglish, {omission(3, 4, 3)});
  CHECK(alone.findings.at(0).parts.at(0).fingerprint == parts[1].fingerprint);
}

TEST_CASE("The parts of an addition are those of the translation", "[examine]") {
  const ExaminedPair pair = examined(kGerman, kEnglish, {addition(2, 3, 4)});
  const ExaminedFinding& finding = pair.findings.at(0);
  CHECK(finding.is_in_target);
  CHECK(finding.parts.at(0).words.text == "The water is cold.");
  CHECK(finding.parts.at(0).headings == Names{"The village", "The well"});
  CHECK(finding.before_place == "Der Brunnen ist tief.");
  CHECK(finding.behind_place == "Die Mühle");
}

TEST_CASE("A finding about a file keeps its fingerprint as long as what it is made of",
          "[examine]") {
  const auto print = [](FindingKind kind, const std::string& content) {
    const ExaminedFinding finding =
        about_file(kind, "a.md", false, because(Wording::kRepeated), content);
    CHECK(finding.parts.at(0).words.begin.path == "a.md");
    CHECK(finding.parts.at(0).words.begin.line == 0);
    return finding.parts.at(0).fingerprint;
  };
  CHECK(print(FindingKind::kOutdated, "a") == print(FindingKind::kOutdated, "a"));
  CHECK(print(FindingKind::kOutdated, "a") != print(FindingKind::kOutdated, "b"));
  CHECK(print(FindingKind::kOutdated, "a") != print(FindingKind::kMissingTranslation, "a"));
}

TEST_CASE("White space of any script counts for nothing, and a letter of two bytes for one",
          "[examine]") {
  CHECK(count_solid_characters("") == 0);
  CHECK(count_solid_characters(" \t\r\n") == 0);
  CHECK(count_solid_characters("\u00A0\u3000\u2028") == 0);
  CHECK(count_solid_characters("بئر  عميقة") == 8);
}
