#include "cli/reports/html/page_data.h"

#include <nlohmann/json.hpp>

#include "corpus/check/judge.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"

namespace muqabala::cli {
namespace {

using Json = nlohmann::json;

/// Three pairs, the first of which begins with a character of two UTF-16 units, and two segments of
/// the original without a counterpart.
CollatedPair example() {
  CollatedPair pair{.source = testing::document_of(
                        {"📚 كتاب جديد.", "سطر ثان.", "محذوفة أولى.", "محذوفة ثانية."}, "ar"),
                    .target = testing::document_of({"📚 A new book.", "Second line."}, "en"),
                    .alignment = {},
                    .coverage = {}};
  const auto bead = [](std::size_t s0, std::size_t s1, std::size_t t0, std::size_t t1) {
    return Bead{.source = {SourceIndex(s0), SourceIndex(s1)},
                .target = {TargetIndex(t0), TargetIndex(t1)}};
  };
  pair.alignment.beads = {bead(0, 1, 0, 1), bead(1, 2, 1, 2), bead(2, 3, 2, 2), bead(3, 4, 2, 2)};
  return pair;
}

/// What a text holds at `words`, bytes of it.
ByteRange range_of(const SegmentedDocument& document, const std::string& words) {
  const std::size_t at = document.document.text.view().find(words);
  REQUIRE(at != std::string::npos);
  return {at, at + words.size()};
}

Finding omission() {
  Finding finding;
  finding.confidence = 0.9;
  finding.source = {SourceIndex(2), SourceIndex(4)};
  finding.target = {TargetIndex(2), TargetIndex(2)};
  return finding;
}

Json data_of(const CollatedPair& pair, const Policy& policy = {}, const Baseline& baseline = {}) {
  const ExaminedPair examined = examine(pair);
  const CheckReport report = judge({examined}, policy, baseline);
  return Json::parse(page_data(pair, examined, report.pairs.at(0), "muqabala"));
}

}  // namespace

TEST_CASE("words of a finding are told segment by segment, in UTF-16 units", "[report]") {
  CollatedPair pair = example();
  Finding finding;
  finding.kind = FindingKind::kNumber;
  finding.confidence = 0.9;
  finding.source = {SourceIndex(0), SourceIndex(2)};
  finding.target = {TargetIndex(0), TargetIndex(1)};
  finding.source_words = {range_of(pair.source, "جديد").begin, range_of(pair.source, "سطر").end};
  finding.target_words = range_of(pair.target, "new");
  pair.coverage.findings = {finding};
  const Json data = data_of(pair);
  REQUIRE(data["findings"].size() == 1);
  // "📚 كتاب جديد.": two units, a space, four letters, a space.
  CHECK(data["findings"][0]["sourceWords"] == Json::parse("[[0, 8, 13], [1, 0, 3]]"));
  CHECK(data["findings"][0]["targetWords"] == Json::parse("[[0, 5, 8]]"));
}

TEST_CASE("of a run that is decided in part, the page has each part with its segments",
          "[report]") {
  CollatedPair pair = example();
  pair.coverage.findings = {omission()};
  const Json whole = data_of(pair);
  REQUIRE(whole["findings"].size() == 1);
  CHECK(whole["findings"][0]["source"] == Json::parse("[2, 4]"));
  REQUIRE(whole["findings"][0]["parts"].size() == 2);
  CHECK(whole["findings"][0]["parts"][1][1] == "محذوفة ثانية.");

  const Decision accepted{.fingerprint = whole["findings"][0]["parts"][1][0],
                          .status = FindingStatus::kAccepted,
                          .source_path = "ar.txt",
                          .target_path = "en.txt",
                          .text = "محذوفة ثانية.",
                          .note = "as agreed"};
  const Json split = data_of(pair, {}, {accepted});
  REQUIRE(split["findings"].size() == 2);
  CHECK(split["findings"][0]["source"] == Json::parse("[2, 3]"));
  CHECK(split["findings"][0]["status"] == "open");
  CHECK(split["findings"][1]["source"] == Json::parse("[3, 4]"));
  CHECK(split["findings"][1]["status"] == "accepted");
  CHECK(split["findings"][1]["note"] == "as agreed");
  CHECK(split["findings"][1]["target"] == Json::parse("[2, 2]"));
}

TEST_CASE("what is said of the pair as a whole has no part to decide on", "[report]") {
  CollatedPair pair = example();
  pair.coverage.findings = {omission()};
  Policy policy;
  policy.rules.missing_share = 0.01;
  const Json data = data_of(pair, policy);
  REQUIRE(data["findings"].size() == 2);
  std::size_t without_parts = 0;
  for (const Json& finding : data["findings"]) {
    if (!finding["parts"].empty()) continue;
    ++without_parts;
    CHECK(finding["source"] == Json::parse("[2, 2]"));
  }
  CHECK(without_parts == 1);
}

TEST_CASE("what is missing stands before what was added at the same place", "[report]") {
  CollatedPair pair{.source = testing::document_of({"سطر أول.", "محذوفة.", "سطر ثان."}, "ar"),
                    .target = testing::document_of({"First.", "Menu", "Login", "Second."}, "en"),
                    .alignment = {},
                    .coverage = {}};
  const auto bead = [](std::size_t s0, std::size_t s1, std::size_t t0, std::size_t t1) {
    return Bead{.source = {SourceIndex(s0), SourceIndex(s1)},
                .target = {TargetIndex(t0), TargetIndex(t1)},
                .probability = 1};
  };
  pair.alignment.beads = {bead(0, 1, 0, 1), bead(1, 1, 1, 2), bead(1, 2, 2, 2), bead(2, 2, 2, 3),
                          bead(2, 3, 3, 4)};
  CHECK(data_of(pair)["beads"] == Json::parse("[[0,1,0,1,1.0],[1,2,1,1,1.0],[2,2,1,2,1.0],"
                                              "[2,2,2,3,1.0],[2,3,3,4,1.0]]"));
}

TEST_CASE("the page has a reason as what it says, beside its words in English", "[report]") {
  CollatedPair pair = example();
  Finding finding = omission();
  finding.reason = because(Wording::kFurniture, {ReasonValue::term("a menu")}, 2);
  finding.reason.also({.wording = Wording::kAroundFit,
                       .values = {ReasonValue::percent(0.98), std::string_view("\"<b>")},
                       .count = 2});
  pair.coverage.findings = {finding};
  const Json data = data_of(pair);
  REQUIRE(data["findings"].size() == 1);
  CHECK(
      data["findings"][0]["reason"] ==
      Json::parse(R"([["furniture", 2, [{"term": "a menu"}]], ["around-fit", 2, [98, "\"<b>"]]])"));
  CHECK(data["findings"][0]["message"] == finding.reason.text());
}

TEST_CASE("decisions are kept under what both texts hold", "[report]") {
  const CollatedPair pair = example();
  CollatedPair other = example();
  other.source =
      testing::document_of({"📚 كتاب جديد.", "سطر ثان", "محذوفة أولى.", "محذوفة ثانية."}, "ar");
  CHECK(data_of(pair)["key"] == data_of(pair)["key"]);
  CHECK(data_of(pair)["key"] != data_of(other)["key"]);
}

}  // namespace muqabala::cli
