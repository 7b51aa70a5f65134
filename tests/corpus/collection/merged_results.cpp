#include "corpus/collection/merged_results.h"

#include "segment/base/error.h"
#include "tests/corpus/collection/results.h"
#include "tests/support/catch.h"
#include "tests/support/generated_text.h"
#include "tests/support/temporary_folder.h"

using namespace muqabala;
using testing::result_of;
namespace {

class Files {
 public:
  /// A file of results with these numbers; its path.
  std::string put(const std::vector<std::size_t>& numbers) {
    std::string text;
    for (const std::size_t number : numbers) text += line(number) + '\n';
    return put_text(text);
  }
  std::string put_text(const std::string& text) {
    paths_.push_back(folder_.write(std::to_string(paths_.size()) + ".jsonl", text));
    return paths_.back();
  }
  static std::string line(std::size_t number) {
    return to_json(result_of(number, "doc" + std::to_string(number), {{"كتاب", "A book"}}));
  }
  const std::vector<std::string>& paths() const { return paths_; }

 private:
  muqabala::testing::TemporaryFolder folder_;
  std::vector<std::string> paths_;
};

std::vector<std::string> merge(const std::vector<std::string>& paths) {
  MergedResults results(paths);
  std::vector<std::string> lines;
  while (const auto next = results.next()) {
    CHECK(next->result.number == lines.size());
    lines.push_back(next->line);
  }
  return lines;
}

std::string fault_of(const std::vector<std::string>& paths) {
  try {
    merge(paths);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kMalformedRecord);
    return error.what();
  }
  FAIL("no error was thrown");
  return {};
}

}  // namespace

TEST_CASE("any shards of a run merge to its lines as they were", "[merge]") {
  testing::SplitMix64 random(12);
  for (const std::size_t shards : std::vector<std::size_t>{1, 2, 7, 40}) {
    std::vector<std::string> expected;
    std::vector<std::vector<std::size_t>> numbers(shards);
    for (std::size_t i = 0; i < 60; ++i) {
      expected.push_back(Files::line(i));
      numbers[random.below(shards)].push_back(i);
    }
    Files files;
    for (const auto& shard : numbers) files.put(shard);  // some are empty
    CHECK(merge(files.paths()) == expected);
  }
}

TEST_CASE("nothing merges to nothing", "[merge]") {
  Files files;
  CHECK(merge({}).empty());
  CHECK(merge({files.put({})}).empty());
}

TEST_CASE("a number that is missing is told", "[merge]") {
  Files files;
  files.put({0, 3});
  files.put({1, 4});
  CHECK_THAT(fault_of(files.paths()), ContainsText("0.jsonl:2"));
  CHECK_THAT(fault_of(files.paths()), ContainsText("number 2 has not come"));
  Files later;
  CHECK_THAT(fault_of({later.put({1})}), ContainsText("number 0 has not come"));
}

TEST_CASE("a number that comes twice is told with both its places", "[merge]") {
  Files files;
  files.put({0, 2});
  files.put({1, 2});
  CHECK_THAT(fault_of(files.paths()), ContainsText("1.jsonl:2"));
  CHECK_THAT(fault_of(files.paths()), ContainsText("0.jsonl:2"));
  Files once;
  const std::string path = once.put({0, 1});
  CHECK_THAT(fault_of({path, path}), ContainsText("give each shard once"));
  Files within;
  CHECK_THAT(fault_of({within.put({0, 0})}), ContainsText("number 0 is in"));
}

TEST_CASE("a file that is not in order, or was cut off, is told", "[merge]") {
  Files files;
  CHECK_THAT(fault_of({files.put({0, 1, 0})}), ContainsText("sort the file"));
  const std::string line = Files::line(0);
  CHECK_THAT(fault_of({files.put_text(line.substr(0, line.size() / 2))}), ContainsText(".jsonl:1"));
  CHECK_THAT(fault_of({files.put_text("{\"number\":0}\n")}), ContainsText(".jsonl:1"));
  CHECK_THROWS_AS(merge({"no-such-file"}), Error);
}
