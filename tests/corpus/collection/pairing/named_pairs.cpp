#include "corpus/collection/pairing/named_pairs.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

using namespace muqabala;

namespace {

std::vector<NamedDocument> documents(const std::string& language,
                                     const std::vector<std::string>& names) {
  std::vector<NamedDocument> all;
  for (const std::string& name : names) all.push_back({.name = name, .language = language});
  return all;
}

}  // namespace

TEST_CASE("Documents with one name are paired by it, whatever their order", "[pairing]") {
  const auto pairs = find_named_pairs(documents("ar", {"ar/a.md", "ar/b.md", "ar/c.md"}),
                                      documents("en", {"en/c.md", "en/d.md", "en/a.md"}));
  REQUIRE(pairs.size() == 2);
  CHECK(pairs[0].source == 0);
  CHECK(pairs[0].target == 2);
  CHECK(pairs[0].evidence == NameEvidence::kPath);
  CHECK(pairs[1].source == 2);
  CHECK(pairs[1].target == 0);
}

TEST_CASE("File names alone pair where folders differ, and count as less", "[pairing]") {
  const auto pairs = find_named_pairs(documents("ar", {"2020/a.ar.md"}),
                                      documents("en", {"translated/old/a.en.md"}));
  REQUIRE(pairs.size() == 1);
  CHECK(pairs[0].evidence == NameEvidence::kStem);
}

TEST_CASE("A name that two documents of a side share pairs nothing", "[pairing]") {
  CHECK(find_named_pairs(documents("ar", {"1/index.md", "2/index.md"}),
                         documents("en", {"9/index.md"}))
            .empty());
}

TEST_CASE("A link to the other document pairs, a list of links does not", "[pairing]") {
  auto sources = documents("ar", {"one.html", "list.html"});
  const auto targets = documents("en", {"first.html", "second.html"});
  sources[0].links = {"https://example.org/en/first.html#top", "https://example.org/about"};
  const auto linked = find_named_pairs(sources, targets);
  REQUIRE(linked.size() == 1);
  CHECK(linked[0].source == 0);
  CHECK(linked[0].target == 0);
  CHECK(linked[0].evidence == NameEvidence::kLink);

  sources[1].links = {"first.html", "second.html"};
  CHECK(find_named_pairs({sources[1]}, targets).empty());
}

TEST_CASE("A page that many link to is nobody's counterpart", "[pairing]") {
  auto sources = documents("ar", {"one.html", "two.html"});
  sources[0].links = sources[1].links = {"../home.html"};
  CHECK(find_named_pairs(sources, documents("en", {"home.html"})).empty());
}
