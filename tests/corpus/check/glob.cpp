#include "corpus/check/glob.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

using muqabala::Glob;

namespace {

/// What becomes of `path` by `left=right`; `-` where it does not match.
std::string mapped(const std::string& left, const std::string& right, const std::string& path) {
  const auto captures = Glob(left).match(path);
  return captures ? Glob(right).filled(*captures) : "-";
}

}  // namespace

TEST_CASE("A star stands for a part of a name", "[glob]") {
  CHECK(mapped("ar/*.md", "en/*.md", "ar/a.md") == "en/a.md");
  CHECK(mapped("*.ar.txt", "*.en.txt", "a.b.ar.txt") == "a.b.en.txt");
  CHECK(mapped("ar/*.md", "en/*.md", "ar/x/a.md") == "-");
  CHECK(mapped("ar/*.md", "en/*.md", "ar/a.txt") == "-");
  CHECK(mapped("*-*.md", "*_*.md", "a-b-c.md") == "a_b-c.md");
  CHECK(mapped("a.md", "b.md", "a.md") == "b.md");
}

TEST_CASE("Two stars stand for folders, or none", "[glob]") {
  CHECK(mapped("ar/**/*.md", "en/**/*.md", "ar/a.md") == "en/a.md");
  CHECK(mapped("ar/**/*.md", "en/**/*.md", "ar/x/y/a.md") == "en/x/y/a.md");
  CHECK(mapped("**/*.ar.md", "**/*.en.md", "x/a.ar.md") == "x/a.en.md");
  CHECK(mapped("ar/**", "en/**", "ar/x/a.md") == "en/x/a.md");
  CHECK(mapped("**/ar/**/*.md", "**/en/**/*.md", "d/ar/x/a.md") == "d/en/x/a.md");
  CHECK(mapped("ar/**/*.md", "en/**/*.md", "are/a.md") == "-");
}

TEST_CASE("The folder of a pattern is what stands before its wildcards", "[glob]") {
  CHECK(Glob("ar/x/**/*.md").folder() == "ar/x");
  CHECK(Glob("*.md").folder().empty());
  CHECK(Glob("/srv/*.md").folder() == "/srv");
  CHECK(Glob("/*.md").folder() == "/");
}

TEST_CASE("Patterns are alike if they have the same wildcards in the same order", "[glob]") {
  CHECK(Glob("ar/**/*.md").is_like(Glob("**/*.en.md")));
  CHECK_FALSE(Glob("ar/**/*.md").is_like(Glob("en/*.md")));
  CHECK_FALSE(Glob("*/**/a").is_like(Glob("**/*/a")));
}

TEST_CASE("No pattern takes long to match", "[glob]") {
  std::string pattern;
  for (int i = 0; i < 500; ++i) pattern += "*a";
  CHECK_FALSE(Glob(pattern + "b").match(std::string(1000, 'a')));
  CHECK(Glob(pattern).match(std::string(1000, 'a')));
}
