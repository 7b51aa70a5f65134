#include "cli/flags.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/completions.h"
#include "cli/help.h"
#include "cli/parse.h"
#include "segment/base/error.h"
#include "tests/cli/support.h"
#include "tests/support/catch.h"

using namespace muqabala;
using namespace muqabala::cli;

TEST_CASE("No two flags of a command share a name or a letter", "[flags]") {
  for (const Command& command : commands()) {
    std::multiset<std::string> names;
    for (const FlagGroup& group : command.groups)
      for (const Flag& flag : group.flags) {
        names.insert(std::string(flag.name));
        if (flag.letter != 0) names.insert(std::string(1, flag.letter));
        if (!flag.alias.empty()) names.insert(std::string(flag.alias));
      }
    for (const std::string& name : names) {
      INFO(command.name << " --" << name);
      CHECK(names.count(name) == 1);
    }
  }
}

TEST_CASE("Help, manual page and completions know every flag and command", "[flags]") {
  const Screen screen;
  const std::string page = manual("1.2.3");
  CHECK_THAT(page, ContainsText(".TH MUQABALA 1"));
  CHECK_THAT(page, ContainsText("1.2.3"));
  for (const Command& command : commands()) {
    CHECK_THAT(overview(screen), ContainsText("  " + std::string(command.name) + " "));
    const std::string text = help(command, screen);
    for (const Example& example : command.examples)
      CHECK_THAT(text, ContainsText(std::string(example.line)));
    for (const FlagGroup& group : command.groups)
      for (const Flag& flag : group.flags) {
        const std::string name = "--" + std::string(flag.name);
        INFO(command.name << " " << name);
        CHECK_FALSE(flag.help.empty());
        CHECK_THAT(text, ContainsText(name));
        std::string escaped = "\\-\\-";
        for (const char c : flag.name) escaped += c == '-' ? std::string("\\-") : std::string(1, c);
        CHECK_THAT(page, ContainsText(escaped));
        CHECK_THAT(completions("bash"), ContainsText(name));
        CHECK_THAT(completions("zsh"), ContainsText(name));
        CHECK_THAT(completions("fish"), ContainsText("-l " + std::string(flag.name)));
      }
  }
}

TEST_CASE("Every example of the help is a command line that parses", "[flags]") {
  for (const Command& command : commands())
    for (const Example& example : command.examples) {
      std::vector<std::string> words;
      std::string word;
      for (const char c : std::string(example.line) + " ") {
        if (c != ' ') {
          word += c;
        } else if (!word.empty()) {
          words.push_back(std::exchange(word, {}));
        }
      }
      const auto end = std::find_if(words.begin(), words.end(),
                                    [](const std::string& w) { return w == "|" || w == ">"; });
      INFO(example.line);
      REQUIRE(words.front() == "muqabala");
      CHECK(parse({words.begin() + 1, end}).command == command.name);
    }
}

TEST_CASE("Help keeps to the width of the screen", "[flags]") {
  const std::size_t width = GENERATE(60U, 80U, 96U);
  for (const Command& command : commands()) {
    const std::string text = help(command, Screen{.width = width});
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      const std::string line = text.substr(at, end - at);
      INFO(line);
      CHECK((line.size() <= width || line.starts_with("  muqabala ")));
      at = end + 1;
    }
  }
}

TEST_CASE("Values go where the table says", "[flags]") {
  const TypedOptions typed =
      parse({"align", "a", "-o", "x.tmx", "b", "--lexicon", "l1", "--to=tsv", "-v", "--lexicon=l2",
             "--source-lang", "ar", "--no-system-dictionaries"});
  CHECK(typed.command == "align");
  CHECK(typed.source == "a");
  CHECK(typed.target == "b");
  CHECK(typed.output == "x.tmx");
  CHECK(typed.to == "tsv");
  CHECK(typed.lexicons == std::vector<std::string>{"l1", "l2"});
  CHECK(typed.source_language == "ar");
  CHECK(typed.no_system_dictionaries);
  CHECK(typed.verbose);
  CHECK_FALSE(typed.quiet);
}

TEST_CASE("An option takes one value, and the last one counts", "[flags]") {
  const TypedOptions typed =
      parse({"align", "--lexicon", "l", "a", "b", "--to", "tmx", "--to", "tsv"});
  CHECK(typed.lexicons == std::vector<std::string>{"l"});
  CHECK(typed.source == "a");
  CHECK(typed.to == "tsv");
}

TEST_CASE("Files may be called like commands or options", "[flags]") {
  const TypedOptions named = parse({"align", "segment", "evaluate"});
  CHECK(named.command == "align");
  CHECK(named.source == "segment");
  CHECK(named.target == "evaluate");
  const TypedOptions dashed = parse({"align", "--quiet", "--", "--to", "-"});
  CHECK(dashed.source == "--to");
  CHECK(dashed.target == "-");
  CHECK(dashed.quiet);
}

TEST_CASE("Options --help and --version need nothing else", "[flags]") {
  CHECK(parse({"--help"}).help);
  CHECK(parse({"-V"}).version);
  CHECK(parse({"align", "-h"}).help);
  CHECK(parse({"evaluate", "--version"}).version);
  const testing::CliSandbox sandbox;
  CHECK(sandbox.run(MUQABALA_PROGRAM, {"--version"}).out.starts_with("muqabala "));
  CHECK_THAT(sandbox.run(MUQABALA_PROGRAM, {"align", "--help"}).out, ContainsText("SOURCE TARGET"));
  CHECK(sandbox.run(MUQABALA_PROGRAM, {"help", "align"}).out ==
        sandbox.run(MUQABALA_PROGRAM, {"align", "-h"}).out);
  CHECK(sandbox.run(MUQABALA_PROGRAM, {"help"}).out == sandbox.run(MUQABALA_PROGRAM, {"-h"}).out);
}

TEST_CASE("A switch takes no value", "[flags]") {
  CHECK_THROWS_AS(parse({"align", "a", "b", "--quiet=3"}), Error);
}
