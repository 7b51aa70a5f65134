#include <algorithm>

#include "tests/cli/reports/sample_checks.h"
#include "tests/cli/reports/written.h"
#include "tests/support/catch.h"

using namespace muqabala;
using namespace muqabala::testing;

namespace {

std::string annotations(const CheckReport& report) {
  return written(cli::write_check_github, report);
}

}  // namespace

TEST_CASE("GitHub gets a command for each open finding, the most severe first",
          "[reports][github]") {
  CHECK(
      annotations(plain_check()) ==
      "::error file=docs/en/old.md,title=Not checked::docs/ar/old.md -> docs/en/old.md: no such "
      "file; check the name, or give '-' to read standard input\n"
      "::error file=docs/en/guide.md,line=8,endLine=8,col=1,title=Omission (confidence "
      "0.88)::1 segment has no counterpart in the translation; the pairs around it fit without "
      "it (99%25 and 98%25)%0AIn the original, docs/ar/guide.md:7:3: \u2068لا تفصل القرص قبل أن "
      "ينطفئ الضوء الأحمر.\u2069%0AIts place in the translation: docs/en/guide.md:8:1, before: The "
      "red light is on.%0AFingerprint: 3f2a91c07d5be846\n"
      "::warning file=docs/en/guide.md,line=13,endLine=13,col=17,title=Number (confidence "
      "0.75)::40 stands in the original, 14 in the translation%0AIn the original, "
      "docs/ar/guide.md:12:9: \u2068٤٠\u2069%0AIn the translation, docs/en/guide.md:13:17: 14"
      "%0AFingerprint: 77aa\n"
      "::notice file=docs/en/guide.md,line=21,endLine=21,col=1,title=Addition (confidence "
      "0.50)::1 segment has no counterpart in the original%0AIts place in the original: "
      "docs/ar/guide.md:20:1, behind: \u2068وتجد الشروط في الموقع.\u2069%0AIn the translation, "
      "docs/en/guide.md:21:1: Ask our team."
      "%0AFingerprint: 0c0c\n");
  CHECK(annotations(clean_check()).empty());
}

TEST_CASE("No text begins a command of its own or ends a property", "[reports][github]") {
  const std::string out = annotations(hostile_check());
  const std::vector<std::string> lines = lines_of(out);
  CHECK(lines.size() == 4);
  for (const std::string& line : lines) {
    CAPTURE(line);
    const bool is_command = line.starts_with("::error file=") ||
                            line.starts_with("::warning file=") ||
                            line.starts_with("::notice file=");
    CHECK(is_command);
    // GitHub ends the properties at the first "::" and parts them at commas.
    const std::string properties = line.substr(2, line.find("::", 2) - 2);
    const bool has_place = properties.find("line=") != properties.npos;
    CHECK(std::count(properties.begin(), properties.end(), ',') == (has_place ? 4 : 1));
    CHECK_THAT(properties, ContainsText(",title="));
    CHECK(line.find('\r') == line.npos);
    CHECK(line.find('\x1B') == line.npos);
  }
}

TEST_CASE("What GitHub would drop is counted instead", "[reports][github]") {
  const std::string out = annotations(huge_check(100'000));
  CHECK(count(out, "::error file=") == 10);
  CHECK(count(out, "::warning file=") == 10);
  CHECK(count(out, "::notice file=") == 9);
  CHECK_THAT(out, ContainsText("\n::notice title=More findings::33323 errors, 33323 warnings and "
                               "33325 notes more: GitHub shows ten of each.\n"));
  CHECK(lines_of(out).size() == 30);
}

TEST_CASE("Ten findings of each level need no count of the rest", "[reports][github]") {
  const std::string out = annotations(huge_check(30));
  CHECK(lines_of(out).size() == 30);
  CHECK(out.find("More findings") == out.npos);
}

TEST_CASE("A document without a translation is annotated in the original", "[reports][github]") {
  CheckReport report = check_of_all_kinds();
  std::vector<ReportedFinding>& findings = report.pairs[0].findings;
  std::erase_if(findings, [](const ReportedFinding& finding) {
    return finding.kind != FindingKind::kMissingTranslation;
  });
  CHECK(findings.size() == 1);
  CHECK(annotations(report).starts_with(
      "::error file=ar.txt,line=5,endLine=5,col=3,title=Missing translation (confidence 0.88)::"));
}
