#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/cli/support.h"
#include "tests/support/catch.h"

using namespace muqabala::testing;
using Json = nlohmann::json;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<Json> records_of(const ProgramRun& run) {
  std::vector<Json> records;
  for (const std::string& line : lines_of(run.out)) records.push_back(Json::parse(line));
  return records;
}

std::string record(const std::string& id) {
  return Json{{"id", id}, {"source_text", kArabic}, {"target_text", kEnglish}}.dump() + "\n";
}

/// Documents of texts and files, good ones and bad ones.
std::string mixed_stream(std::size_t count) {
  std::string all = "source\ttarget\tid\tlicence\n";
  for (std::size_t i = 0; i < count; ++i) {
    const std::string id = "doc" + std::to_string(i);
    if (i % 5 == 1)
      all += "ar.txt\ten.txt\t" + id + "\tCC0\n";
    else if (i % 5 == 2)
      all += "none.txt\ten.txt\t" + id + "\n";
    else if (i % 5 == 3)
      all += "{\"broken\n";
    else
      all += record(id);
  }
  return all;
}

ProgramRun stream(const CliSandbox& sandbox, const std::string& input,
                  std::vector<std::string> arguments = {}) {
  arguments.insert(arguments.begin(), {"corpus", "stream"});
  return sandbox.muqabala(std::move(arguments), {.input = input});
}

}  // namespace

TEST_CASE("corpus stream answers every record in its place, faults included", "[stream]") {
  const CliSandbox sandbox;
  const ProgramRun run = stream(sandbox, mixed_stream(5));
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.err, ContainsText("2 of 5 documents could not be aligned"));
  const std::vector<Json> records = records_of(run);
  REQUIRE(records.size() == 5);
  for (std::size_t i = 0; i < records.size(); ++i) CHECK(records[i]["number"] == i);
  CHECK(records[0]["id"] == "doc0");
  CHECK(records[0]["beads"][0]["kind"] == "1-1");
  CHECK(records[0]["counts"]["omitted_segments"] == 1);
  CHECK(records[1]["source"] == "ar.txt");
  CHECK(records[1]["metadata"] == Json{{"licence", "CC0"}});
  CHECK(records[1]["beads"] == records[0]["beads"]);
  CHECK(records[2]["failure"]["code"] == "file-not-found");
  CHECK(records[3]["id"] == "line 5");
  CHECK(records[3]["failure"]["code"] == "malformed-manifest");
  CHECK_THAT(records[3]["failure"]["message"].get<std::string>(), ContainsText("-:5: "));
  CHECK(records[4]["id"] == "doc4");
}

TEST_CASE("corpus stream gives the same bytes for any number of workers", "[stream]") {
  const CliSandbox sandbox;
  const std::string input = mixed_stream(40);
  const ProgramRun one = stream(sandbox, input, {"--workers", "1"});
  CHECK(records_of(one).size() == 40);
  CHECK(stream(sandbox, input, {"--workers", "2"}).out == one.out);
  CHECK(stream(sandbox, input, {"--workers", "9"}).out == one.out);
  CHECK(stream(sandbox, input, {"--workers", "2", "--source-lang", "ar", "--target-lang", "en"})
            .exit_code == 0);
}

TEST_CASE("The shards of a stream hold each record once, with its number in the whole",
          "[stream]") {
  const CliSandbox sandbox;
  const std::string input = mixed_stream(30);
  std::vector<std::string> together;
  for (const char* shard : {"1/3", "2/3", "3/3"}) {
    const std::vector<std::string> part = lines_of(stream(sandbox, input, {"--shard", shard}).out);
    CHECK(part.size() > 2);
    together.insert(together.end(), part.begin(), part.end());
  }
  std::sort(together.begin(), together.end(), [](const std::string& a, const std::string& b) {
    return Json::parse(a)["number"] < Json::parse(b)["number"];
  });
  CHECK(together == lines_of(stream(sandbox, input).out));
}

TEST_CASE("corpus stream without a record could not do its job", "[stream]") {
  const CliSandbox sandbox;
  const ProgramRun run = stream(sandbox, "\n# nothing\n");
  CHECK(run.exit_code == 2);
  CHECK_THAT(run.err, ContainsText("-: holds no record"));
  CHECK(stream(sandbox, "", {"none.jsonl"}).exit_code == 2);
  CHECK(stream(sandbox, "", {"--allow-empty"}).exit_code == 0);
  CHECK(stream(sandbox, "", {"none.jsonl", "--allow-empty"}).exit_code == 2);
  // A shard may well be empty.
  const std::string one = record("a");
  const ProgramRun first = stream(sandbox, one, {"--shard", "1/2"});
  const ProgramRun second = stream(sandbox, one, {"--shard", "2/2"});
  CHECK(first.exit_code + second.exit_code == 0);
  CHECK((first.out.empty() != second.out.empty()));
}

TEST_CASE("corpus stream refuses what it cannot be told", "[stream]") {
  const CliSandbox sandbox;
  for (const char* shard : {"0/3", "4/3", "3", "a/b", "1/", "/2", "-1/2", "1/2/3", "1/0"}) {
    const ProgramRun run = stream(sandbox, record("a"), {"--shard", shard});
    CHECK(run.exit_code == 2);
    CHECK_THAT(run.err, ContainsText(std::string("--shard ") + shard));
  }
  CHECK(stream(sandbox, record("a"), {"--workers", "0"}).exit_code == 2);
  CHECK(stream(sandbox, record("a"), {"--time-limit", "-1"}).exit_code == 2);
}

TEST_CASE("A document that hangs is given up, and the run goes on", "[stream]") {
  const CliSandbox sandbox;
  REQUIRE(sandbox.run("mkfifo", {"never.txt"}).exit_code == 0);  // nobody ever writes to it
  const ProgramRun run =
      stream(sandbox, "never.txt\ten.txt\n" + record("b"), {"--time-limit", "1.5"});
  CHECK(run.exit_code == 0);
  const std::vector<Json> records = records_of(run);
  REQUIRE(records.size() == 2);
  CHECK(records[0]["id"] == "never.txt");
  CHECK(records[0]["failure"]["code"] == "time-limit");
  CHECK_THAT(records[0]["failure"]["message"].get<std::string>(),
             ContainsText("took longer than 1.5 s"));
  CHECK(records[1]["beads"].size() > 3);
}

TEST_CASE("Packed manifests and documents are taken as they are", "[stream]") {
  const CliSandbox sandbox;
  sandbox.write("ar.md", "# " + kArabic);
  sandbox.write("m.tsv", "ar.md\ten.txt\tid\n");
  const std::string plain = stream(sandbox, "", {"m.tsv"}).out;
  REQUIRE(sandbox.run("gzip", {"ar.md", "en.txt"}).exit_code == 0);
  sandbox.write("m.tsv", "ar.md.gz\ten.txt.gz\tid\n");
  REQUIRE(sandbox.run("gzip", {"m.tsv"}).exit_code == 0);
  std::vector<Json> packed = records_of(stream(sandbox, "", {"m.tsv.gz"}));
  REQUIRE(packed.size() == 1);
  CHECK(packed[0]["source"] == "ar.md.gz");
  CHECK(packed[0]["beads"] == Json::parse(plain)["beads"]);
}

TEST_CASE("What was read before the input broke off is answered", "[stream]") {
  const CliSandbox sandbox;
  std::string input;
  for (int i = 0; i < 400; ++i) input += "none" + std::to_string(i) + "\ten.txt\n";
  sandbox.write("m.tsv", input);
  REQUIRE(sandbox.run("gzip", {"m.tsv"}).exit_code == 0);
  const std::string packed = sandbox.read("m.tsv.gz");
  sandbox.write("cut.gz", packed.substr(0, packed.size() - 300));
  const ProgramRun run = stream(sandbox, "", {"cut.gz"});
  CHECK(run.exit_code == 2);
  CHECK_THAT(run.err, ContainsText("cut.gz: cannot be read: the compressed data is cut off"));
  CHECK(records_of(run).size() > 50);
  CHECK(stream(sandbox, "", {"cut.gz", "-o", "out.jsonl"}).exit_code == 2);
  const std::vector<std::string> names = sandbox.names();
  CHECK(std::find(names.begin(), names.end(), "out.jsonl") == names.end());
}

TEST_CASE("corpus stream answers a record before the next one is there", "[stream]") {
  const CliSandbox sandbox;
  sandbox.write("record", record("a"));
  const ProgramRun run = sandbox.run(
      "bash",
      {"-c", "coproc M { " MUQABALA_PROGRAM " corpus stream --no-system-dictionaries; }\n"
             "for i in 1 2 3; do\n"
             "  cat record >&${M[1]}\n"
             "  read -r -t 60 line <&${M[0]} || exit 9\n"
             "  echo \"${line:0:24}\"\n"
             "done\n"},
      {.environment = {"XDG_CACHE_HOME=" MUQABALA_TEST_CACHE}});
  CHECK(run.exit_code == 0);
  CHECK(run.out ==
        "{\"number\":0,\"id\":\"a\",\"s\n{\"number\":1,\"id\":\"a\",\"s\n"
        "{\"number\":2,\"id\":\"a\",\"s\n");
}

TEST_CASE("corpus stream ends when nobody reads any more", "[stream]") {
  const CliSandbox sandbox;
  std::string input;
  for (int i = 0; i < 50; ++i) input += record(std::to_string(i));
  const ProgramRun run =
      sandbox.muqabala({"corpus", "stream"}, {.input = input, .output = Output::kBrokenPipe});
  CHECK(run.exit_code == 0);
  CHECK(run.err.empty());
}

TEST_CASE("corpus stream stands in Bitextor's place", "[stream]") {
  const CliSandbox sandbox;
  sandbox.write("encode.sh",
                "a=$(base64 -w0 ar.txt)\n"
                "e=$(base64 -w0 en.txt)\n"
                "printf 'https://a.example/x.md\\thttps://b.example/y\\t%s\\t%s\\n' $a $e\n"
                "printf 'https://a.example/2\\thttps://b.example/2\\t%s\\t!!!\\n' $a\n"
                "printf 'only two\\tcolumns\\n'\n"
                "printf 'https://a.example/3\\thttps://b.example/3\\t%s\\t%s\\tmore\\n' $a $e\n");
  const std::string input = sandbox.run("sh", {"encode.sh"}).out;
  const ProgramRun run = stream(sandbox, input, {"--bitextor"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.err, ContainsText("-:2: cannot be used as a manifest: its column 4 is no base64"));
  CHECK_THAT(run.err, ContainsText("-:3: ") && ContainsText("it has 2 columns"));
  const std::vector<std::string> lines = lines_of(run.out);
  REQUIRE(lines.size() == 10);  // five pairs of each document; the dropped sentence has none
  CHECK_THAT(lines[0], ContainsText("https://a.example/x.md\thttps://b.example/y\tافتُتحت") &&
                           ContainsText("\tA new public library holding"));
  CHECK(std::count(lines[0].begin(), lines[0].end(), '\t') == 4);
  CHECK_THAT(lines[5], ContainsText("https://a.example/3\thttps://b.example/3\t"));

  std::string named = "trg_text\tsrc_text\tx\tsrc_url\ttrg_url\n";
  const std::string first = lines_of(input)[0];
  std::vector<std::string> cells;
  std::istringstream split(first);
  for (std::string cell; std::getline(split, cell, '\t');) cells.push_back(cell);
  named += cells[3] + '\t' + cells[2] + "\t-\t" + cells[0] + '\t' + cells[1] + '\n';
  const std::vector<std::string> same = lines_of(stream(sandbox, named, {"--bitextor"}).out);
  CHECK(same == std::vector<std::string>(lines.begin(), lines.begin() + 5));
}
