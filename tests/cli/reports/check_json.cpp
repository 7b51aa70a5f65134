#include <nlohmann/json.hpp>

#include "tests/cli/reports/sample_checks.h"
#include "tests/cli/reports/written.h"
#include "tests/support/catch.h"

using namespace muqabala;
using namespace muqabala::testing;

namespace {

using Json = nlohmann::json;

Json json_of(const CheckReport& report) {
  return Json::parse(written(cli::write_check_json, report));
}

}  // namespace

TEST_CASE("JSON tells a finding with its places as byte offsets and lines", "[reports][json]") {
  const Json finding = json_of(plain_check()).at("findings").at(0);
  const Json expected = Json::parse(R"json({
    "kind": "omission", "severity": "error", "status": "open", "confidence": 0.875,
    "message": "1 segment has no counterpart in the translation; the pairs around it fit without it (99% and 98%)",
    "fingerprint": "3f2a91c07d5be846", "segment_fingerprints": ["3f2a91c07d5be846"],
    "source": {"path": "docs/ar/guide.md", "start": 703, "end": 775, "line": 7, "column": 3,
               "end_line": 7, "end_column": 39, "text": "لا تفصل القرص قبل أن ينطفئ الضوء الأحمر."},
    "target": {"path": "docs/en/guide.md", "start": 801, "end": 801, "line": 8, "column": 1,
               "end_line": 8, "end_column": 1, "text": ""},
    "pair": {"source": "docs/ar/guide.md", "target": "docs/en/guide.md"},
    "note": "", "before_place": "", "behind_place": "The red light is on."})json");
  CHECK(finding == expected);
}

TEST_CASE("JSON's summary counts by severity and kind, over all pairs", "[reports][json]") {
  const Json check = json_of(plain_check());
  const Json& summary = check.at("summary");
  CHECK(summary.at("pairs") == 3);
  CHECK(summary.at("failed_pairs") == 1);
  CHECK(summary.at("findings") == 5);
  CHECK(summary.at("open") == 3);
  CHECK(summary.at("failing") == 1);
  CHECK(summary.at("fails") == true);
  CHECK(summary.at("by_kind").at("omission") ==
        Json({{"error", 1}, {"warning", 0}, {"note", 0}, {"accepted", 1}, {"known", 1}}));
  CHECK(summary.at("source_segments") == 40);
  CHECK(summary.at("source_share") == 0.9375);
  CHECK(check.at("pairs").at(2).at("error").at("path") == "docs/en/old.md");
  CHECK(check.at("stale").at(0).at("fingerprint") == "dead");
}

TEST_CASE("A side that has no part in a finding is null in JSON", "[reports][json]") {
  const Json check = json_of(check_of_all_kinds());
  for (const Json& finding : check.at("findings")) {
    CHECK(!finding.at("target").is_null());
    CHECK(finding.at("source").is_null() == (finding.at("kind") == "missing-original"));
  }
}

TEST_CASE("Hostile texts come out of JSON as they went in", "[reports][json]") {
  const Json finding = json_of(hostile_check()).at("findings").at(0);
  CHECK(finding.at("message") == kHostileText);
  CHECK(finding.at("source").at("text") == kHostileText);
  // No UTF-8: the name of a file may be any bytes.
  CHECK(finding.at("target").at("path") == "en/\uFFFD\uFFFD" + kHostileText);
}

TEST_CASE("A check without pairs is JSON with empty lists", "[reports][json]") {
  const Json check = json_of(CheckReport{});
  CHECK(check.at("findings") == Json::array());
  CHECK(check.at("summary").at("fails") == false);
  CHECK(json_of(huge_check(3)).at("findings").size() == 3);
}
