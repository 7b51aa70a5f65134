#include "corpus/manifest.h"

#include <string>
#include <vector>

#include "segment/base/error.h"
#include "tests/support/catch.h"
#include "tests/support/run_program.h"

using namespace muqabala;

namespace {

std::vector<ManifestEntry> entries(const std::string& content) {
  const testing::Sandbox sandbox;
  sandbox.write("m", content);
  ManifestReader reader(sandbox.path("m"));
  std::vector<ManifestEntry> all;
  while (auto entry = reader.next()) all.push_back(std::move(*entry));
  return all;
}

/// The message for a manifest that cannot be used, without the folder.
std::string refusal(const std::string& content) {
  try {
    entries(content);
  } catch (const Error& error) {
    return "line " + std::to_string(error.where().line) + ": " + error.message();
  }
  return "none";
}

}  // namespace

TEST_CASE("A manifest's columns have an order of their own", "[manifest]") {
  const auto all = entries("# pairs\na.ar\ta.en\n\nb.ar\tb.en\tb\tar\ten-GB\r\nc.ar\tc.en\t\t\ten");
  REQUIRE(all.size() == 3);
  CHECK(all[0].source == "a.ar");
  CHECK(all[0].target == "a.en");
  CHECK(all[0].id.empty());
  CHECK(all[0].where.line == 2);
  CHECK(all[1].id == "b");
  CHECK(all[1].source_language == "ar");
  CHECK(all[1].target_language == "en-GB");
  CHECK(all[1].where.line == 4);
  CHECK(all[2].target_language == "en");
  CHECK(all[2].metadata.empty());
}

TEST_CASE("A first line may name a manifest's columns, and some that are not known", "[manifest]") {
  const auto all = entries("\uFEFFid\tlicence\ttarget\tsource\n1\tCC0\tt\ts\n2\t\tu\tv\n");
  REQUIRE(all.size() == 2);
  CHECK(all[0].id == "1");
  CHECK(all[0].source == "s");
  CHECK(all[0].target == "t");
  CHECK(all[0].metadata == std::map<std::string, std::string>{{"licence", "CC0"}});
  CHECK(all[1].metadata.empty());
  CHECK(entries("source\ttarget\nsource\ttarget\n").size() == 1);
}

TEST_CASE("A manifest may be JSON Lines, with texts and metadata of any kind", "[manifest]") {
  const auto all = entries(
      R"({"id":7,"source_text":"ا","target_text":"a\tb","year":2011,"tags":["x",{"y":null}]})"
      "\n"
      R"({"source":"s","target":"t","id":null,"source_lang":"ar","note":null,"is_old":true})");
  REQUIRE(all.size() == 2);
  CHECK(all[0].id == "7");
  CHECK(all[0].source_text == "ا");
  CHECK(all[0].target_text == "a\tb");
  CHECK(all[0].metadata ==
        std::map<std::string, std::string>{{"year", "2011"}, {"tags", R"(["x",{"y":null}])"}});
  CHECK(all[1].source == "s");
  CHECK_FALSE(all[1].source_text);
  CHECK(all[1].source_language == "ar");
  CHECK(all[1].metadata == std::map<std::string, std::string>{{"is_old", "true"}});
}

TEST_CASE("A manifest that is a part of another tells the numbers in the whole", "[manifest]") {
  const auto all = entries(
      "{\"source\":\"s\",\"target\":\"t\",\"number\":17}\n"
      "{\"source\":\"s\",\"target\":\"t\",\"number\":\"12b\"}\n"
      "{\"source\":\"s\",\"target\":\"t\",\"number\":-1}\n");
  REQUIRE(all.size() == 3);
  CHECK(all[0].number == 17);
  CHECK(all[0].metadata.empty());
  CHECK_FALSE(all[1].number);
  CHECK(all[1].metadata.at("number") == "12b");
  CHECK(all[2].metadata.at("number") == "-1");
}

TEST_CASE("A manifest's faulty line is refused with its number", "[manifest]") {
  CHECK_THAT(refusal("a\tb\nc\n"), ContainsText("line 2: ") && ContainsText("no target"));
  CHECK_THAT(refusal("{\"target\":\"t\"}"), ContainsText("line 1: ") && ContainsText("no source"));
  CHECK_THAT(refusal("\n{\"source\""), ContainsText("line 2: ") && ContainsText("no JSON object"));
  CHECK_THAT(refusal("a\tb\tc\td\te\tf"), ContainsText("more than 5 columns"));
  CHECK_THAT(refusal("-\tb"), ContainsText("standard input"));
  CHECK_THAT(refusal("{\"source\":1,\"target\":\"t\"}"), ContainsText("\"source\" is no text"));
  CHECK_THAT(refusal("a\tb\nc\td\xFF\n"), ContainsText("line 2: is not valid UTF-8: byte 0xFF at "
                                                       "byte offset 7"));
}

TEST_CASE("JSON that nests without end is refused", "[manifest]") {
  const std::string deep(1'000'000, '[');
  CHECK_THAT(refusal("{\"source\":\"s\",\"target\":\"t\",\"x\":" + deep + "}"),
             ContainsText("line 1"));
  std::string closed = deep;
  closed.append(deep.size(), ']');
  CHECK_THAT(refusal("{\"source\":\"s\",\"target\":\"t\",\"x\":" + closed + "}"),
             ContainsText("nests deeper"));
}

TEST_CASE("A manifest is read on behind a line that cannot be used", "[manifest]") {
  const testing::Sandbox sandbox;
  sandbox.write("m", "a\tb\nc\n{]\nd\te\n");
  ManifestReader reader(sandbox.path("m"));
  CHECK(reader.next()->source == "a");
  CHECK_THROWS_AS(reader.next(), Error);
  CHECK_THROWS_AS(reader.next(), Error);
  CHECK(reader.next()->source == "d");
  CHECK_FALSE(reader.next());
  CHECK_FALSE(reader.next());
}
