#include "align/coverage/finding_scores.h"

#include "tests/support/catch.h"

using namespace muqabala;

namespace {

Finding omission(std::size_t begin, std::size_t end, double confidence) {
  Finding finding;
  finding.kind = FindingKind::kOmission;
  finding.confidence = confidence;
  finding.source = {SourceIndex(begin), SourceIndex(end)};
  return finding;
}

Finding addition(std::size_t begin, std::size_t end, double confidence, FindingKind kind) {
  Finding finding;
  finding.kind = kind;
  finding.confidence = confidence;
  finding.target = {TargetIndex(begin), TargetIndex(end)};
  return finding;
}

const std::vector<GoldBead> kGold{{{0}, {0}}, {{1}, {}}, {{2}, {}}, {{3}, {1}}, {{}, {2}}};

}  // namespace

TEST_CASE("every segment of a found run is held against the gold by itself", "[finding-scores]") {
  const FoundSegments omissions = judge({omission(1, 4, .9)}, kGold).omissions;
  const Counts counts = counts_from(omissions, 0);
  CHECK(counts.predicted == 3);  // segments 1 and 2 are omitted, 3 is paired
  CHECK(counts.right_predicted == 2);
  CHECK(counts.recall() == 1);
}

TEST_CASE("findings below the least confidence are not counted", "[finding-scores]") {
  const FoundSegments omissions = judge({omission(1, 2, .9), omission(3, 4, .2)}, kGold).omissions;
  CHECK(counts_from(omissions, 0).precision() == .5);
  CHECK(counts_from(omissions, .2).predicted == 2);
  CHECK(counts_from(omissions, .21).precision() == 1);
  CHECK(counts_from(omissions, .21).recall() == .5);
}

TEST_CASE("furniture is added, but never omitted", "[finding-scores]") {
  Finding furniture = addition(2, 3, .8, FindingKind::kFurniture);
  CHECK(counts_from(judge({furniture}, kGold).additions, 0).f1() == 1);
  furniture.source = {SourceIndex(1), SourceIndex(2)};
  CHECK(judge({furniture}, kGold).omissions.found.empty());
}

TEST_CASE("moved and other findings are neither omissions nor additions", "[finding-scores]") {
  Finding moved = omission(1, 2, .9);
  moved.kind = FindingKind::kMoved;
  moved.target = {TargetIndex(2), TargetIndex(3)};
  const JudgedFindings judged = judge({moved}, kGold);
  CHECK(judged.omissions.found.empty());
  CHECK(judged.additions.found.empty());
}

TEST_CASE("the findings of two documents add up", "[finding-scores]") {
  JudgedFindings sum = judge({omission(1, 2, .9)}, kGold);
  sum += judge({addition(1, 2, .7, FindingKind::kAddition)}, kGold);
  CHECK(counts_from(sum.omissions, 0).recall() == .25);
  CHECK(counts_from(sum.additions, 0).predicted == 1);
  CHECK(sum.additions.gold == 2);
}
