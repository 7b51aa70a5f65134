#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "cli/reports/check_kinds.h"
#include "tests/cli/reports/sample_checks.h"
#include "tests/cli/reports/written.h"
#include "tests/support/catch.h"

using namespace muqabala;
using namespace muqabala::testing;

namespace {

using Json = nlohmann::json;

Json run_of(const CheckReport& report, const std::string& folder = {}) {
  std::ostringstream out;
  cli::write_check_sarif(report, out, folder);
  return Json::parse(out.str()).at("runs").at(0);
}

const Json& region(const Json& location) { return location.at("physicalLocation").at("region"); }

std::string uri(const Json& location) {
  return location.at("physicalLocation").at("artifactLocation").at("uri");
}

}  // namespace

TEST_CASE("SARIF places an omission where it would stand in the translation", "[reports][sarif]") {
  const Json run = run_of(plain_check());
  CHECK(run.at("columnKind") == "unicodeCodePoints");
  const Json& result = run.at("results").at(0);
  CHECK(result.at("ruleId") == "omission");
  CHECK(result.at("level") == "error");
  CHECK(result.at("rank") == 87.5);
  const Json& place = result.at("locations").at(0);
  CHECK(uri(place) == "docs/en/guide.md");
  CHECK(place.at("physicalLocation").at("artifactLocation").at("uriBaseId") == "%SRCROOT%");
  CHECK(region(place) ==
        Json({{"startLine", 8}, {"startColumn", 1}, {"endLine", 8}, {"endColumn", 1}}));
  const Json& original = result.at("relatedLocations").at(0);
  CHECK(uri(original) == "docs/ar/guide.md");
  CHECK(region(original) ==
        Json({{"startLine", 7}, {"startColumn", 3}, {"endLine", 7}, {"endColumn", 39}}));
  CHECK_THAT(result.at("message").at("text").get<std::string>(),
             ContainsText("\nSee [the original](1)."));
}

TEST_CASE("Every result has the rule of its kind, with help", "[reports][sarif]") {
  const Json run = run_of(check_of_all_kinds());
  const Json& rules = run.at("tool").at("driver").at("rules");
  CHECK(rules.size() == all_finding_kinds().size());
  CHECK(run.at("results").size() == all_finding_kinds().size());
  for (const Json& result : run.at("results")) {
    const Json& rule = rules.at(result.at("ruleIndex").get<std::size_t>());
    CHECK(rule.at("id") == result.at("ruleId"));
    CHECK(!rule.at("help").at("text").get<std::string>().empty());
    CHECK(result.at("locations").size() == 1);
  }
}

TEST_CASE("A finding without a place in the translation is placed in the original",
          "[reports][sarif]") {
  const Json run = run_of(check_of_all_kinds());
  for (const Json& result : run.at("results")) {
    const bool is_missing = result.at("ruleId") == "missing-translation";
    CHECK(uri(result.at("locations").at(0)) == (is_missing ? "ar.txt" : "en.txt"));
    const bool has_related = !is_missing && result.at("ruleId") != "missing-original";
    CHECK(result.contains("relatedLocations") == has_related);
  }
}

TEST_CASE("SARIF suppresses what was accepted or known, with the reason", "[reports][sarif]") {
  const Json results = run_of(plain_check()).at("results");
  CHECK(results.size() == 5);
  CHECK(results.at(0).at("suppressions").empty());
  CHECK(results.at(2).at("suppressions").empty());
  const Json& accepted = results.at(3).at("suppressions").at(0);
  CHECK(accepted.at("kind") == "external");
  CHECK(accepted.at("status") == "accepted");
  CHECK(accepted.at("justification") == "only for readers of the original");
  CHECK(results.at(4).at("suppressions").at(0).at("justification") == "known since the baseline");
}

TEST_CASE("GitHub knows every result again by a fingerprint of its own", "[reports][sarif]") {
  std::set<std::string> fingerprints;
  const Json run = run_of(check_of_all_kinds());
  for (const Json& result : run.at("results"))
    fingerprints.insert(result.at("partialFingerprints").at("primaryLocationLineHash"));
  CHECK(fingerprints.size() == all_finding_kinds().size());
  CHECK(fingerprints.contains("3f2a91c07d5be846:1"));
}

TEST_CASE("A pair that could not be checked makes the invocation unsuccessful",
          "[reports][sarif]") {
  const Json invocation = run_of(plain_check()).at("invocations").at(0);
  CHECK(invocation.at("executionSuccessful") == false);
  const Json& notification = invocation.at("toolExecutionNotifications").at(0);
  CHECK(notification.at("level") == "error");
  CHECK_THAT(notification.at("message").at("text").get<std::string>(),
             ContainsText("docs/en/old.md could not be checked: no such file"));
  CHECK(uri(notification.at("locations").at(0)) == "docs/en/old.md");

  const Json clean = run_of(clean_check()).at("invocations").at(0);
  CHECK(clean.at("executionSuccessful") == true);
  CHECK(clean.at("toolExecutionNotifications").empty());
}

TEST_CASE("SARIF keeps to the bounds of GitHub and says what it left out", "[reports][sarif]") {
  CheckReport report = huge_check(100'000);
  for (ReportedFinding& finding : report.pairs[0].findings) finding.source->text.resize(20);
  const Json run = run_of(report);
  CHECK(run.at("results").size() == 25'000);
  CHECK(std::all_of(run.at("results").begin(), run.at("results").end(),
                    [](const Json& result) { return result.at("level") == "error"; }));
  const Json& notification = run.at("invocations").at(0).at("toolExecutionNotifications").at(0);
  CHECK_THAT(notification.at("message").at("text").get<std::string>(),
             ContainsText("75000 findings are left out"));
  CHECK(run.at("invocations").at(0).at("executionSuccessful") == true);
}

TEST_CASE("SARIF stays below 10 MB however little its texts can be packed", "[reports][sarif]") {
  CheckReport report = huge_check(25'000);
  for (ReportedFinding& finding : report.pairs[0].findings)
    finding.message = finding.source->text + finding.source->text + finding.source->text;
  std::ostringstream out;
  cli::write_check_sarif(report, out);
  const Json run = Json::parse(out.str()).at("runs").at(0);
  CHECK(run.at("results").size() < 25'000);
  std::size_t own_bytes = 0;
  for (const Json& result : run.at("results"))
    own_bytes += result.at("message").at("text").get_ref<const std::string&>().size();
  CHECK(own_bytes < 9'000'000);
}

TEST_CASE("Hostile texts stay texts in SARIF", "[reports][sarif]") {
  const Json run = run_of(hostile_check());
  CHECK(run.at("results").size() == 5);
  const std::string text = run.at("results").at(0).at("message").at("text");
  CHECK_THAT(text, ContainsText("\\[link\\](javascript:x)"));
  CHECK_THAT(text, ContainsText("\nSee [the original](1)."));
  CHECK(text.find('\x1B') == text.npos);
  const std::string target = uri(run.at("results").at(0).at("locations").at(0));
  CHECK_THAT(target, ContainsText("en/%FF%FE%22%27%5C%20--%3E"));
}

TEST_CASE("A place that names no line is the file's first", "[reports][sarif]") {
  CheckReport report = check_of_all_kinds();
  for (ReportedFinding& finding : report.pairs[0].findings)
    if (finding.target) finding.target->begin = finding.target->end = Place{.path = "en.txt"};
  const Json run = run_of(report);
  CHECK(region(run.at("results").at(0).at("locations").at(0)) == Json({{"startLine", 1}}));
}

TEST_CASE("Files in the current folder are named relative to it in SARIF", "[reports][sarif]") {
  CheckReport report = check_of_all_kinds();
  for (ReportedFinding& finding : report.pairs[0].findings)
    if (finding.target) finding.target->begin.path = "/home/me/book/en.txt";
  const Json inside = run_of(report, "/home/me/book");
  CHECK(uri(inside.at("results").at(0).at("locations").at(0)) == "en.txt");
  const Json outside = run_of(report, "/home/me/other");
  CHECK(uri(outside.at("results").at(0).at("locations").at(0)) == "file:///home/me/book/en.txt");
}
