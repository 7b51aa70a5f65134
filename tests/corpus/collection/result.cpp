#include "corpus/collection/result.h"

#include "segment/base/error.h"
#include "segment/text/utf8_text.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

DocumentResult sample() {
  return {.number = 3,
          .id = "doc",
          .source_path = "a.ar",
          .target_path = "a.en",
          .source_language = "ar",
          .target_language = "en",
          .metadata = {{"licence", "CC0"}},
          .beads = {{.kind = "2-1",
                     .probability = 0.125,
                     .source = {.first_segment = 4,
                                .segments = 2,
                                .bytes = {.begin = 10, .end = 20},
                                .text = "\"ا\\\u2028\x01",
                                .cuts = {3}},
                     .target = {.first_segment = 7,
                                .segments = 1,
                                .bytes = {.begin = 0, .end = 5},
                                .text = "a"},
                     .rejected_by = "length-ratio"},
                    {.kind = "0-1",
                     .probability = 0.333333,
                     .source = {},
                     .target = {.first_segment = 8,
                                .segments = 1,
                                .bytes = {.begin = 6, .end = 9},
                                .text = "b"}}},
          .counts = {.source_segments = 2,
                     .target_segments = 2,
                     .source_words = 9,
                     .target_words = 8,
                     .omitted_segments = 0,
                     .added_segments = 1,
                     .source_share = 1,
                     .target_share = 0.714286}};
}

}  // namespace

TEST_CASE("A result comes back from its JSON as it was", "[result]") {
  const DocumentResult result = sample();
  const std::string json = to_json(result);
  CHECK(result_of_json(json, {}) == result);
  CHECK(to_json(result_of_json(json, {})) == json);

  DocumentResult failure = sample();
  failure.beads.clear();
  failure.counts = {};
  failure.metadata.clear();
  failure.failure = {.code = "empty-original", .message = "a.ar: no text"};
  CHECK(result_of_json(to_json(failure), {}) == failure);
}

TEST_CASE("A result's JSON is one line for every reader, with its keys in one order", "[result]") {
  const std::string json = to_json(sample());
  CHECK(json == R"({"number":3,"id":"doc","source":"a.ar","target":"a.en","source_lang":"ar",)"
                R"("target_lang":"en","metadata":{"licence":"CC0"},"counts":{"source_segments":2,)"
                R"("target_segments":2,"source_words":9,"target_words":8,"omitted_segments":0,)"
                R"("added_segments":1,"source_share":1.0,"target_share":0.714286},"beads":[)"
                R"({"kind":"2-1","probability":0.125,"source":[4,5],"target":[7],)"
                R"("source_text":"\"ا\\\u2028\u0001","target_text":"a","source_offsets":[10,20],)"
                R"("target_offsets":[0,5],"source_cuts":[3],"rejected_by":"length-ratio"},)"
                R"({"kind":"0-1","probability":0.333333,"source":[],"target":[8],"source_text":"",)"
                R"("target_text":"b","source_offsets":[],"target_offsets":[6,9]}]})");
}

TEST_CASE("A path that is no UTF-8 does not make JSON that is none", "[result]") {
  DocumentResult result = sample();
  result.source_path = "a\xFF.ar";
  const std::string json = to_json(result);
  CHECK_FALSE(find_utf8_fault(json));
  CHECK(result_of_json(json, {}).source_path == "a\uFFFD.ar");
}

TEST_CASE("The segments of a side come out of its text as they were joined", "[result]") {
  CollectedSide side{.segments = 4, .text = "One two. ب Last", .cuts = {8, 9, 12}};
  CHECK(segment_texts(side) == std::vector<std::string_view>{"One two.", "", "ب", "Last"});
  side = {.segments = 1, .text = "all of it "};
  CHECK(segment_texts(side) == std::vector<std::string_view>{"all of it "});
  CHECK(segment_texts({}).empty());
}

TEST_CASE("What is no result is refused in the name of its line", "[result]") {
  const std::string json = to_json(sample());
  for (const std::string& line :
       {std::string(), std::string("{}"), std::string("[1]"), json.substr(0, json.size() / 2),
        std::string(json).replace(json.find("\"kind\""), 6, "\"king\""),
        std::string(json).replace(json.find("source_cuts\":[3]"), 16, "source_cuts\":[2]"),
        std::string(json).replace(json.find("source_cuts\":[3]"), 16, "source_cuts\":[9]"),
        std::string(json).replace(json.find("source_cuts"), 11, "source_cute")}) {
    INFO(line);
    CHECK_THROWS_WITH(result_of_json(line, {.path = "p", .line = 5}), ContainsText("p:5: "));
  }
}
