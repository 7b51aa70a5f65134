#include <nlohmann/json.hpp>

#include "tests/cli/support.h"
#include "tests/support/catch.h"

using namespace muqabala::testing;

namespace {

/// The messages of the findings of markup in what `check --format json` printed.
std::vector<std::string> markup_messages(const ProgramRun& run) {
  const nlohmann::json report = nlohmann::json::parse(run.out);
  std::vector<std::string> messages;
  for (const nlohmann::json& finding : report.at("findings"))
    if (finding.at("kind") == "markup") messages.push_back(finding.at("message"));
  return messages;
}

ProgramRun check(const CliSandbox& sandbox, const std::string& source, const std::string& target) {
  return sandbox.muqabala({"check", source, target, "--format", "json"});
}

/// The two texts with markup in their last sentence.
std::string with(std::string text, const std::string& markup) {
  text.resize(text.size() - 2);  // ".\n"
  return text + " " + markup + ".\n";
}

}  // namespace

TEST_CASE("check tells markup that is lost, with the words in the file", "[check]") {
  const CliSandbox sandbox;
  const std::string arabic = with(kArabic, "[هنا](https://e.org/hall) {hall}");
  sandbox.write("a.md", arabic);
  sandbox.write("b.md", with(kEnglish, "[here](https://e.org/hole)"));
  const ProgramRun run = check(sandbox, "a.md", "b.md");
  CHECK(run.exit_code == 1);
  CHECK(markup_messages(run) ==
        std::vector<std::string>{
            "the link https://e.org/hall of the original is https://e.org/hole in the translation",
            "the placeholder {hall} of the original is missing in the translation"});
}

TEST_CASE("check finds no fault in markup that was carried over", "[check]") {
  const CliSandbox sandbox;
  sandbox.write("a.md", with(kArabic, "[هنا](/ar/hall) {hall} `open()`"));
  sandbox.write("b.md", with(kEnglish, "`open()` {hall} [here](/en/hall)"));
  CHECK(markup_messages(check(sandbox, "a.md", "b.md")).empty());
}

TEST_CASE("the bundled guide in Markdown has no fault of markup", "[check]") {
  const CliSandbox sandbox;
  const std::string folder = MUQABALA_TEST_DATA "/markdown/";
  CHECK(markup_messages(check(sandbox, folder + "original.ar.md", folder + "translation.en.md"))
            .empty());
}
