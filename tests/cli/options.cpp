#include "cli/options.h"

#include "segment/base/error.h"
#include "tests/support/catch.h"

using namespace muqabala;
using namespace muqabala::cli;

TEST_CASE("A TMX date is SOURCE_DATE_EPOCH in UTC", "[options]") {
  CHECK(tmx_date("").empty());
  CHECK(tmx_date("0") == "19700101T000000Z");
  CHECK(tmx_date("951782399") == "20000228T235959Z");
  CHECK(tmx_date("951782400") == "20000229T000000Z");
  CHECK(tmx_date("253402300799") == "99991231T235959Z");
  CHECK_THROWS_AS(tmx_date("253402300800"), Error);
  CHECK_THROWS_AS(tmx_date("-1"), Error);
  CHECK_THROWS_AS(tmx_date("12x"), Error);
  CHECK_THROWS_AS(tmx_date("99999999999999999999999"), Error);
}

TEST_CASE("The form of the output follows --to, then the ending, then text", "[options]") {
  const auto format = [](const std::string& output, const std::string& to) {
    TypedOptions typed;
    typed.source = "a";
    typed.target = "b";
    typed.output = output;
    typed.to = to;
    return resolve_align(typed, {}).format;
  };
  CHECK(format("", "") == PairFormat::kText);
  CHECK(format("-", "") == PairFormat::kText);
  CHECK(format("/dev/null", "") == PairFormat::kText);
  CHECK(format("x.TMX", "") == PairFormat::kTmx);
  CHECK(format("x.txt", "") == PairFormat::kText);
  CHECK(format("x.tsv", "jsonl") == PairFormat::kJsonl);
  CHECK(format("x", "hunalign") == PairFormat::kHunalign);
  CHECK_THROWS_AS(format("x", ""), Error);
  CHECK_THROWS_AS(format("tmx", ""), Error);
}

TEST_CASE("Of the sources of words only those named are used", "[options]") {
  const auto sources = [](const std::string& list) {
    TypedOptions typed;
    typed.source = "a";
    typed.target = "b";
    typed.lexicon_sources = list;
    return resolve_align(typed, {}).pipeline.lexicon;
  };
  CHECK(sources("").core);
  CHECK(sources("").cldr);
  CHECK(sources("core").core);
  CHECK_FALSE(sources("core").cldr);
  CHECK(sources("core").dictd_folders.empty());
  CHECK(sources("cldr,dictd").cldr);
  CHECK_FALSE(sources("cldr,dictd").core);
  CHECK_FALSE(sources("cldr,dictd").dictd_folders.empty());
  CHECK_FALSE(sources("none").core);
  CHECK_FALSE(sources("none").cldr);
  CHECK_THROWS_AS(sources("core,none"), Error);
  CHECK_THROWS_AS(sources("freedict"), Error);
  CHECK_THROWS_AS(sources("core,"), Error);
}

TEST_CASE("Without system dictionaries no folder of them is searched", "[options]") {
  TypedOptions typed;
  typed.source = "a";
  typed.target = "b";
  typed.lexicons = {"own.tsv"};
  CHECK_FALSE(resolve_align(typed, {}).pipeline.lexicon.dictd_folders.empty());
  typed.no_system_dictionaries = true;
  const LexiconSources sources = resolve_align(typed, {}).pipeline.lexicon;
  CHECK(sources.dictd_folders.empty());
  CHECK(sources.files == std::vector<std::string>{"own.tsv"});
}
