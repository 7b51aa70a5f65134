#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/support.h"
#include "tests/support/catch.h"

using namespace muqabala::testing;

namespace {

/// A sandbox with the results of a collection of seven documents, one of which fails: in one file,
/// and in three shards.
class Collection : public CliSandbox {
 public:
  Collection() {
    std::string records;
    for (const char* id : {"a", "b", "c", "d", "e", "f"})
      records += std::string("{\"id\": \"") + id +
                 "\", \"source\": \"ar.txt\", \"target\": \"en.txt\", \"license\": \"CC0\"}\n";
    records += "{\"id\": \"g\", \"source\": \"ar.txt\", \"target\": \"nowhere.txt\"}\n";
    write("records.jsonl", records);
    REQUIRE(stream({"-o", "all.jsonl"}).exit_code == 0);
    for (const std::string shard : {"1", "2", "3"})
      REQUIRE(stream({"--shard", shard + "/3", "-o", "part" + shard + ".jsonl"}).exit_code == 0);
  }

  ProgramRun stream(std::vector<std::string> more) const {
    more.insert(more.begin(), {"corpus", "stream", "--no-system-dictionaries", "records.jsonl"});
    return muqabala(more);
  }
  bool has(const std::string& name) const { return std::filesystem::exists(path(name)); }
  ProgramRun merge(std::vector<std::string> more) const {
    more.insert(more.begin(), {"corpus", "merge"});
    return muqabala(more);
  }
};

const std::vector<std::string> kOutputs = {"corpus.tmx",   "corpus.ar-en.ar", "corpus.ar-en.en",
                                           "corpus.tsv",   "corpus.jsonl",    "corpus.xml",
                                           "rejected.tsv", "failures.tsv",    "sample.tsv",
                                           "split.tsv",    "statistics.json", "statistics.html"};

std::vector<std::string> everything(const std::vector<std::string>& shards,
                                    const std::string& folder) {
  std::vector<std::string> arguments = shards;
  for (const std::string more : {"-o", "", "--to", "all", "--test-share", "0.3", "--sample", "4"})
    arguments.push_back(more.empty() ? folder : more);
  return arguments;
}

}  // namespace

TEST_CASE("Shards merge to what one run gives, byte for byte", "[corpus]") {
  const Collection sandbox;
  const ProgramRun records = sandbox.merge({"part3.jsonl", "part1.jsonl", "part2.jsonl"});
  CHECK(records.exit_code == 0);
  CHECK(records.out == sandbox.read("all.jsonl"));
  CHECK(records.err.empty());

  CHECK(sandbox.merge(everything({"all.jsonl"}, "one")).exit_code == 0);
  const ProgramRun merged =
      sandbox.merge(everything({"part1.jsonl", "part2.jsonl", "part3.jsonl"}, "three"));
  CHECK(merged.exit_code == 0);
  CHECK(merged.out.empty());
  CHECK_THAT(merged.err,
             ContainsText("Documents: 6 aligned: 6 ar-en\nFailed: 1: 1 file-not-found"));
  for (const std::string& name : kOutputs)
    CHECK(sandbox.read("one/" + name) == sandbox.read("three/" + name));
  CHECK(sandbox.read("one/tmx/a.tmx") == sandbox.read("three/tmx/a.tmx"));
  CHECK_THAT(sandbox.read("three/corpus.tmx"), ContainsText("<prop type=\"x-license\">CC0</prop>"));
  // Six times the same document: its pairs stay once.
  CHECK_THAT(sandbox.read("three/rejected.tsv"), ContainsText("duplicate\tf:"));
}

TEST_CASE("Shards may be packed", "[corpus]") {
  const Collection sandbox;
  CHECK(sandbox.run("/bin/gzip", {"part1.jsonl", "part3.jsonl"}).exit_code == 0);
  CHECK(sandbox.merge({"part1.jsonl.gz", "part2.jsonl", "part3.jsonl.gz"}).out ==
        sandbox.read("all.jsonl"));
}

TEST_CASE("A shard that is missing or given twice is told, and nothing is written", "[corpus]") {
  const Collection sandbox;
  const ProgramRun missing = sandbox.merge({"part1.jsonl", "part3.jsonl", "-o", "out"});
  CHECK(missing.exit_code == 2);
  CHECK_THAT(missing.err, ContainsText("has not come"));
  CHECK(!sandbox.has("out/corpus.tmx"));
  const ProgramRun twice = sandbox.merge(
      {"part1.jsonl", "part2.jsonl", "part3.jsonl", "part2.jsonl", "-o", "again.jsonl"});
  CHECK(twice.exit_code == 2);
  CHECK_THAT(twice.err, ContainsText("give each shard once"));
  CHECK(!sandbox.has("again.jsonl"));
}

TEST_CASE("A collection is cleaned otherwise without aligning again", "[corpus]") {
  const Collection sandbox;
  const auto kept = [&](const std::string& filters) {
    const ProgramRun run = sandbox.merge(
        {"all.jsonl", "-o", "out", "--filters", filters, "--keep-duplicates", "--to", "tsv"});
    CHECK(run.exit_code == 0);
    std::size_t lines = 0;
    for (const char c : sandbox.read("out/corpus.tsv")) lines += c == '\n';
    return lines;
  };
  const std::size_t all = kept("none");
  CHECK(all == 6 * 5);
  CHECK(kept("none,probability=1.1") == 0);
  CHECK(kept("none,too-long=90") < all);
}

TEST_CASE("What cannot go together is refused with what to do", "[corpus]") {
  const Collection sandbox;
  const auto fault = [&](std::vector<std::string> more) {
    more.insert(more.begin(), "all.jsonl");
    const ProgramRun run = sandbox.merge(more);
    CHECK(run.exit_code == 2);
    return run.err;
  };
  CHECK_THAT(fault({"--to", "tmx"}), ContainsText("outputs need a folder"));
  CHECK_THAT(fault({"-o", "out", "--to", "tmx,mozes"}), ContainsText("did you mean 'moses'"));
  CHECK_THAT(fault({"-o", "out", "--filters", "lenght-ratio"}), ContainsText("length-ratio"));
  CHECK_THAT(fault({"-o", "out", "--test-share", "1"}), ContainsText("nothing to train on"));
  CHECK_THAT(fault({"-o", "out", "--near-duplicates", "80"}), ContainsText("from 0 to 1"));
  CHECK_THAT(fault({"-o", "out", "--near-duplicates", "0.8", "--keep-duplicates"}),
             ContainsText("contradict"));
  CHECK_THAT(fault({"-o", "out", "--sample", "many"}), ContainsText("whole number"));
  CHECK_THAT(fault({"-o", "all.jsonl"}), ContainsText("would overwrite"));
  CHECK_THAT(fault({"-", "-"}), ContainsText("only once"));
}

TEST_CASE("The statistics of a folder, of its file and of its records agree", "[corpus]") {
  const Collection sandbox;
  CHECK(sandbox.merge({"all.jsonl", "-o", "out", "--keep-duplicates"}).exit_code == 0);
  const ProgramRun of_folder = sandbox.muqabala({"corpus", "stats", "out"});
  CHECK(of_folder.exit_code == 0);
  CHECK_THAT(of_folder.out, ContainsText("Originals: 36 segments"));
  CHECK_THAT(of_folder.out, ContainsText("6 omitted"));
  CHECK(sandbox.muqabala({"corpus", "stats", "out/statistics.json"}).out == of_folder.out);
  CHECK(sandbox.muqabala({"corpus", "stats", "all.jsonl"}).out == of_folder.out);
  CHECK(sandbox.muqabala({"corpus", "stats", "-"}, {.input = sandbox.read("all.jsonl")}).out ==
        of_folder.out);
  CHECK(sandbox.muqabala({"corpus", "stats", "out", "--to", "json"}).out ==
        sandbox.read("out/statistics.json"));
  CHECK(sandbox.muqabala({"corpus", "stats", "part2.jsonl"}).exit_code == 0);
  CHECK(sandbox.muqabala({"corpus", "stats", "ar.txt"}).exit_code == 2);
  CHECK(sandbox.muqabala({"corpus", "stats", "nowhere"}).exit_code == 2);
}

TEST_CASE("Where a disk is full no output of a collection is there", "[corpus]") {
  const Collection sandbox;
  std::vector<std::string> arguments = everything({"all.jsonl"}, "out");
  arguments.insert(arguments.begin(), {"corpus", "merge"});
  const ProgramRun run = sandbox.muqabala(arguments, {.file_limit_bytes = 3000});
  CHECK(run.exit_code == 2);
  CHECK_THAT(run.err, ContainsText("no space left"));
  for (const std::string& name : kOutputs) CHECK(!sandbox.has("out/" + name));
  CHECK(!sandbox.has("out/tmx"));
}
