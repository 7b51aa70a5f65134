#include "corpus/check/policy.h"

#include <sstream>
#include <string>

#include "corpus/check/read_policy.h"
#include "corpus/check/write_policy.h"
#include "segment/base/error.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

Policy parsed(const std::string& text) { return parse_policy(text, "p.toml"); }

std::string default_policy() {
  std::ostringstream out;
  write_default_policy(out);
  return out.str();
}

/// `refusal` of the policy, as it is shown.
std::string refusal(const std::string& text) {
  try {
    parsed(text);
  } catch (const Error& error) {
    return error.what();
  }
  return "taken";
}

}  // namespace

TEST_CASE("The policy that is written is the default one", "[policy]") {
  const Policy policy = parsed(default_policy());
  CHECK(policy.fails_at == Policy{}.fails_at);
  CHECK(policy.rules == Policy{}.rules);
  CHECK(policy.ignores.empty());
  CHECK(policy.overrides.empty());
  CHECK(parsed("").rules == Rules{});
}

TEST_CASE("The policy that is written names every kind, and its examples can be used", "[policy]") {
  std::string text = default_policy();
  for (const FindingKind kind : all_finding_kinds())
    CHECK_THAT(text, ContainsText("\n" + std::string(name(kind)) + " = "));
  // Examples are lines that are commented out; comments are those that begin a sentence.
  std::string examples;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const bool is_example = line.starts_with("# ") &&
                            (line.find(" = ") != std::string::npos || line.starts_with("# [["));
    const bool is_sentence = line.ends_with(".") || line.ends_with(":") || line.ends_with(",") ||
                             line.find("with omission") != std::string::npos;
    examples += is_example && !is_sentence ? line.substr(2) + "\n" : line + "\n";
  }
  const Policy policy = parsed(examples);
  CHECK(policy.ignores.size() == 2);
  CHECK(policy.overrides.size() == 1);
  CHECK(policy.rules.missing_share == 0.1);
  CHECK(policy.rules.missing_run == 3U);
  CHECK(policy.rules.least_confidence[FindingKind::kName] == 0.9);
}

TEST_CASE("Settings go where they belong", "[policy]") {
  const Policy policy = parsed(R"(
fail-at = "warning"
[levels]
addition = "error"
number = "off"
[confidence]
default = 0.7
omission = 0.2
[limits]
missing-share = 0
)");
  CHECK(policy.fails_at == Level::kWarning);
  CHECK(policy.rules.levels[FindingKind::kAddition] == Level::kError);
  CHECK(policy.rules.levels[FindingKind::kNumber] == Level::kOff);
  CHECK(policy.rules.levels[FindingKind::kOmission] == Level::kError);
  CHECK(policy.rules.least_confidence[FindingKind::kOmission] == 0.2);
  CHECK(policy.rules.least_confidence[FindingKind::kDate] == 0.7);
  CHECK(policy.rules.missing_share == 0.0);
}

TEST_CASE("Overrides change the rules of some files, the last one most", "[policy]") {
  const Policy policy = parsed(R"(
[[override]]
path = "blog/**"
levels.omission = "warning"
[[override]]
path = "blog/*.en.md"
levels.omission = "note"
limits.missing-run = 2
)");
  const auto level = [&](const std::string& source, const std::string& target) {
    return rules_for(policy, source, target).levels[FindingKind::kOmission];
  };
  CHECK(level("a.md", "b.md") == Level::kError);
  CHECK(level("blog/x/a.md", "b.md") == Level::kWarning);
  CHECK(level("a.md", "./blog/b.en.md") == Level::kNote);
  CHECK(rules_for(policy, "a.md", "blog/b.en.md").missing_run == 2U);
}

TEST_CASE("What is no setting is refused with its place and the nearest that is one", "[policy]") {
  CHECK_THAT(refusal("fial-at = \"error\"\n"),
             ContainsText("p.toml:1:1") && ContainsText("did you mean 'fail-at'?"));
  CHECK_THAT(refusal("[levels]\nomision = \"error\"\n"),
             ContainsText("p.toml:2:1") && ContainsText("did you mean 'omission'?"));
  CHECK_THAT(refusal("[levels]\nomission = \"eror\"\n"),
             ContainsText("p.toml:2:12") && ContainsText("did you mean 'error'?"));
  CHECK_THAT(refusal("[levels]\nomission = 1\n"), ContainsText("p.toml:2:12"));
  CHECK_THAT(refusal("[limits]\nmissing-shar = 0.1\n"),
             ContainsText("did you mean 'missing-share'?"));
  CHECK_THAT(refusal("[limits]\nmissing-share = 10\n"), ContainsText("from 0 to 1"));
  CHECK_THAT(refusal("[limits]\nmissing-share = nan\n"), ContainsText("from 0 to 1"));
  CHECK_THAT(refusal("[limits]\nmissing-run = -1\n"), ContainsText("0 or more"));
  CHECK_THAT(refusal("[limits]\nmissing-run = 1.5\n"), ContainsText("whole number"));
  CHECK_THAT(refusal("[confidence]\nomission = \"high\"\n"), ContainsText("p.toml:2:12"));
  CHECK_THAT(refusal("fail-at = \"off\"\n"), ContainsText("everything would fail"));
  CHECK_THAT(refusal("levels = 3\n"), ContainsText("[levels]"));
}

TEST_CASE("A rule that ignores must say what and why", "[policy]") {
  CHECK_THAT(refusal("[[ignore]]\nreason = \"x\"\n"), ContainsText("must say what"));
  CHECK_THAT(refusal("[[ignore]]\npattern = \"x\"\n"), ContainsText("must say why"));
  CHECK_THAT(refusal("[[ignore]]\npattern = \"\"\nreason = \"x\"\n"), ContainsText("everything"));
  CHECK_THAT(refusal("[ignore]\npattern = \"x\"\n"), ContainsText("[[ignore]]"));
  CHECK_THAT(refusal("[[ignore]]\npatern = \"x\"\nreason = \"x\"\n"),
             ContainsText("did you mean 'pattern'?"));
  CHECK_THAT(refusal("[[ignore]]\npattern = '(unclosed'\nreason = \"x\"\n"),
             ContainsText("p.toml:2:11") && ContainsText("(unclosed"));
  CHECK_THAT(refusal("[[override]]\nlevels.omission = \"note\"\n"), ContainsText("path ="));
  CHECK(refusal("[[ignore]]\npattern = 'x'\nreason = \"x\"\n") == "taken");
}

TEST_CASE("What is no TOML is refused with its place", "[policy]") {
  CHECK_THAT(refusal("fail-at = \n"), ContainsText("p.toml:1:"));
  CHECK_THAT(refusal("[levels\n"), ContainsText("p.toml:1:"));
  CHECK_THAT(refusal("fail-at = \"error\"\nfail-at = \"note\"\n"), ContainsText("p.toml:2:"));
  CHECK_THAT(refusal(std::string(100'000, '[')), ContainsText("p.toml: "));
  CHECK_THAT(refusal("[[["), ContainsText("p.toml"));
  CHECK_THAT(refusal("x = " + std::string(100'000, '[')), ContainsText("p.toml:1:"));
}
