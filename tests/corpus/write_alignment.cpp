#include "corpus/write_alignment.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "corpus/decode.h"
#include "corpus/read_markdown.h"
#include "tests/corpus/beads.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using Json = nlohmann::ordered_json;

namespace {

template <class Write>
std::string written(Write write) {
  std::ostringstream out;
  write(out);
  return out.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

CollatedPair example() {
  CollatedPair pair;
  pair.source = testing::document_of({"جملة أولى.", "ثانية\n  هنا.", "محذوفة."}, "ar");
  pair.target = testing::document_of({"First, and the\tsecond.", "Added."}, "en");
  pair.alignment.beads = {testing::bead({0, 2}, {0, 1}, -12.34567891, 0.98765),
                          testing::bead({2, 3}, {1, 1}, 0.5, 0.75),
                          testing::bead({3, 3}, {1, 2}, -0.0, 1)};
  return pair;
}

}  // namespace

TEST_CASE("TSV has a bead a line in four columns", "[write]") {
  const CollatedPair pair = example();
  CHECK(written([&](std::ostream& out) { write_tsv(pair, out); }) ==
        "جملة أولى. ثانية هنا.\tFirst, and the second.\t2-1\t0.9877\n"
        "محذوفة.\t\t1-0\t0.7500\n"
        "\tAdded.\t0-1\t1.0000\n");
}

TEST_CASE("ladders number the segments of both sides from 0", "[write]") {
  const CollatedPair pair = example();
  CHECK(written([&](std::ostream& out) { write_ladder(pair, out); }) ==
        "[0,1]:[0]:-12.345679\n[2]:[]:0.500000\n[]:[1]:-0.000000\n");
  CHECK(written([&](std::ostream& out) { write_hunalign_ladder(pair, out); }) ==
        "0\t0\t12.3457\n2\t1\t-0.5000\n3\t1\t0.0000\n3\t2\t0.0000\n");
}

TEST_CASE("JSONL has a record a bead with its fields in order", "[write]") {
  CollatedPair pair = example();
  pair.alignment.beads[0].evidence = {.prior_nats = 1, .length_nats = -3, .lexical_nats = -10.25};
  pair.alignment.links = {{.source = SourceIndex(0),
                           .target = TargetIndex(0),
                           .source_word = {9, 17},
                           .target_word = {0, 5},
                           .origin = LinkOrigin::kDictionary,
                           .weight_nats = 2.5F}};
  const auto lines = lines_of(written([&](std::ostream& out) { write_jsonl(pair, out); }));
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] ==
        R"({"source":[0,1],"target":[0],"kind":"2-1","cost":-12.345679,"probability":0.98765,)"
        R"("source_text":["جملة أولى.","ثانية\n  هنا."],"target_text":["First, and the\tsecond."],)"
        R"("source_offsets":[[0,18],[19,39]],"target_offsets":[[0,22]],)"
        R"("evidence":{"prior_nats":1.0,"length_nats":-3.0,"lexical_nats":-10.25,)"
        R"("links":[{"source":"أولى","target":"First","origin":"dictionary","weight":2.5}]}})");
  const Json omission = Json::parse(lines[1]);
  CHECK(omission["target"] == Json::array());
  CHECK(omission["target_text"] == Json::array());
  CHECK(omission["target_offsets"] == Json::array());
  CHECK(omission["evidence"]["links"] == Json::array());
  CHECK_THAT(lines[2], ContainsText(R"("cost":0.0)"));
}

TEST_CASE("links stand with the bead that both their ends are in", "[write]") {
  CollatedPair pair = example();
  const auto link = [](std::size_t source, std::size_t target) {
    return WordLink{.source = SourceIndex(source),
                    .target = TargetIndex(target),
                    .source_word = {0, 8},
                    .target_word = {0, 5}};
  };
  pair.alignment.links = {link(0, 0), link(0, 1), link(1, 0), link(2, 1)};
  const auto lines = lines_of(written([&](std::ostream& out) { write_jsonl(pair, out); }));
  const auto count = [&](std::size_t i) {
    return Json::parse(lines.at(i))["evidence"]["links"].size();
  };
  CHECK(count(0) == 2);
  CHECK(count(1) == 0);
  CHECK(count(2) == 0);
}

TEST_CASE("offsets of JSONL are those of the file on disk", "[write]") {
  const std::string file = "\xEF\xBB\xBF# *Title*\n\nR&amp;D **goes on.**\n";
  CollatedPair pair;
  pair.source.document = read_markdown(decode(file, "a.md"));
  for (const Block& block : pair.source.document.blocks)
    pair.source.segments.push_back({.range = block.range});
  pair.target = testing::document_of({"x"}, "en");
  pair.alignment.beads = {testing::bead({0, 2}, {0, 1}, 0, 1)};
  const auto lines = lines_of(written([&](std::ostream& out) { write_jsonl(pair, out); }));
  REQUIRE(lines.size() == 1);
  const Json record = Json::parse(lines[0]);
  REQUIRE(record["source_text"] == Json({"Title", "R&D goes on."}));
  const auto bytes = [&](std::size_t i) {
    const std::size_t begin = record["source_offsets"][i][0];
    const std::size_t end = record["source_offsets"][i][1];
    return file.substr(begin, end - begin);
  };
  CHECK(bytes(0) == "Title");
  CHECK(bytes(1) == "R&amp;D **goes on.");
}

TEST_CASE("a record of JSONL is one line by every rule", "[write]") {
  CollatedPair pair;
  const std::string text =
      "a\nb\u2028c\u2029d\u0085e\x1C"
      "f\x01 \"q\" \\ é字\xF0\x9F\x98\x80";
  pair.source = testing::document_of({text}, "ar");
  pair.target = testing::document_of({"x"}, "en");
  pair.alignment.beads = {testing::bead({0, 1}, {0, 1}, 0, 1)};
  const std::string line = written([&](std::ostream& out) { write_jsonl(pair, out); });
  CHECK(Json::parse(line)["source_text"][0] == text);
  CHECK_THAT(line, ContainsText("é字\xF0\x9F\x98\x80"));
  for (const std::string end : {"\u2028", "\u2029", "\u0085", "\x1C", "\r"})
    CHECK(line.find(end) == line.npos);
  CHECK(line.find('\n') == line.size() - 1);
}

TEST_CASE("TMX holds the two-sided beads as units", "[write]") {
  const CollatedPair pair = example();
  std::size_t removed = 1;
  const std::string tmx =
      written([&](std::ostream& out) { removed = write_tmx(pair, TmxOptions{}, out); });
  CHECK(removed == 0);
  CHECK(tmx == R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="muqabala" creationtoolversion="0.1.0" segtype="sentence" o-tmf="muqabala" adminlang="en" srclang="ar" datatype="plaintext"/>
  <body>
    <tu tuid="1">
      <prop type="x-kind">2-1</prop>
      <prop type="x-probability">0.9877</prop>
      <tuv xml:lang="ar"><seg>جملة أولى. ثانية هنا.</seg></tuv>
      <tuv xml:lang="en"><seg>First, and the second.</seg></tuv>
    </tu>
  </body>
</tmx>
)");
}

TEST_CASE("TMX carries a date only when one is given", "[write]") {
  const CollatedPair pair = example();
  const std::string tmx = written(
      [&](std::ostream& out) { write_tmx(pair, TmxOptions{.date = "20240102T030405Z"}, out); });
  CHECK_THAT(tmx, ContainsText("datatype=\"plaintext\" creationdate=\"20240102T030405Z\"/>"));
  CHECK_THAT(tmx, ContainsText("<tu tuid=\"1\" creationdate=\"20240102T030405Z\">"));
}

TEST_CASE("TMX escapes markup, and leaves out and counts what XML cannot hold", "[write]") {
  CollatedPair pair;
  pair.source =
      testing::document_of({"a < b && c > \"d\" ]]> \x01\x0B\uFFFE\uFFFF.", "\x02"}, "ar");
  pair.target = testing::document_of({"\u200Fx\x7F \xF0\x9F\x98\x80\x1B", "only here"}, "en");
  pair.alignment.beads = {testing::bead({0, 1}, {0, 1}, 0, 1), testing::bead({1, 2}, {1, 2}, 0, 1)};
  std::size_t removed = 0;
  const std::string tmx =
      written([&](std::ostream& out) { removed = write_tmx(pair, TmxOptions{}, out); });
  CHECK(removed == 5);  // not the vertical tab, which is white space and becomes a space
  CHECK_THAT(tmx, ContainsText("<seg>a &lt; b &amp;&amp; c &gt; &quot;d&quot; ]]&gt;  .</seg>"));
  CHECK_THAT(tmx, ContainsText("<seg>\u200Fx\x7F \xF0\x9F\x98\x80</seg>"));
  CHECK(tmx.find("only here") == tmx.npos);
  CHECK(tmx.find("tuid=\"2\"") == tmx.npos);
}

TEST_CASE("an alignment without beads gives empty but whole files", "[write]") {
  const CollatedPair pair;
  CHECK(written([&](std::ostream& out) { write_tsv(pair, out); }).empty());
  CHECK(written([&](std::ostream& out) { write_jsonl(pair, out); }).empty());
  const std::string tmx = written([&](std::ostream& out) { write_tmx(pair, TmxOptions{}, out); });
  CHECK_THAT(tmx, ContainsText("srclang=\"und\""));
  CHECK_THAT(tmx, ContainsText("<body>\n  </body>\n</tmx>\n"));
}

TEST_CASE("what was moved is told in JSONL and is a unit of TMX", "[write]") {
  CollatedPair pair = example();
  pair.alignment.moves = {
      {.source = {SourceIndex(2), SourceIndex(3)}, .target = {TargetIndex(1), TargetIndex(2)}}};
  pair.alignment.beads[1].move = 0;
  pair.alignment.beads[2].move = 0;
  const auto lines = lines_of(written([&](std::ostream& out) { write_jsonl(pair, out); }));
  CHECK_FALSE(Json::parse(lines.at(0)).contains("moved_to"));
  CHECK(Json::parse(lines.at(1)).at("moved_to") == Json::array({1}));
  CHECK(Json::parse(lines.at(2)).at("moved_to") == Json::array({2}));

  const std::string tmx = written([&](std::ostream& out) { write_tmx(pair, {}, out); });
  CHECK_THAT(tmx, ContainsText("    <tu tuid=\"2\">\n"
                               "      <prop type=\"x-kind\">moved</prop>\n"
                               "      <prop type=\"x-probability\">0.7500</prop>\n"
                               "      <tuv xml:lang=\"ar\"><seg>محذوفة.</seg></tuv>\n"
                               "      <tuv xml:lang=\"en\"><seg>Added.</seg></tuv>\n"));
  // Other forms show two null beads.
  CHECK_THAT(written([&](std::ostream& out) { write_ladder(pair, out); }),
             ContainsText("[2]:[]:0.500000\n[]:[1]:"));
}
