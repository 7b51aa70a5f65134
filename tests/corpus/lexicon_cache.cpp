#include "corpus/lexicon_cache.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "segment/base/error.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace muqabala;
namespace fs = std::filesystem;

namespace {

/// A folder of its own with a word list; the cache is to be made in it.
class Workbench {
 public:
  Workbench() { write_list("Haus\thouse\n"); }

  void write_list(const std::string& text) const { std::ofstream(list()) << text; }
  std::string list() const { return folder_ / "list.tsv"; }
  std::string cache() const { return folder_ / "a/cache"; }
  LexiconSources sources() const { return {.files = {list()}, .dictd_folders = {}}; }
  Lexicon gather() const { return gather_lexicon_through(cache(), "de", "en", sources()); }

  std::vector<fs::path> kept() const {
    std::vector<fs::path> paths;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(cache(), none)) paths.push_back(entry.path());
    return paths;
  }

 private:
  testing::TemporaryFolder folder_;
};

bool knows(const Lexicon& lexicon, const std::string& word) {
  return lexicon.source_key(LookupKeys("de").of_headword(word)).has_value();
}

}  // namespace

TEST_CASE("a lexicon is compiled once and then taken from the cache", "[corpus][cache]") {
  const Workbench bench;
  const Lexicon first = bench.gather();
  CHECK(knows(first, "haus"));
  REQUIRE(bench.kept().size() == 1);
  const auto written = fs::last_write_time(bench.kept()[0]);
  const Lexicon second = bench.gather();
  CHECK(fs::last_write_time(bench.kept()[0]) == written);
  CHECK(second.fingerprint() != 0);  // only what was kept has one
  CHECK(to_bytes(second) == to_bytes(first));
  CHECK(second.sources() == first.sources());
}

TEST_CASE("a changed source, another pair and other sources are compiled anew", "[corpus][cache]") {
  const Workbench bench;
  bench.gather();
  bench.write_list("Haus\thouse\nHund\tdog\n");
  CHECK(knows(bench.gather(), "hund"));
  gather_lexicon_through(bench.cache(), "de", "fr", bench.sources());
  gather_lexicon_through(bench.cache(), "de", "en", {.files = {}, .dictd_folders = {}});
  CHECK(bench.kept().size() == 4);
}

TEST_CASE("a damaged file in the cache is written anew", "[corpus][cache]") {
  const Workbench bench;
  bench.gather();
  const std::string path = bench.kept().at(0).string();
  const std::string damage = GENERATE(as<std::string>(), "", "x", "\x89MQLEX\r\n");
  std::ofstream(path, std::ios::binary | std::ios::trunc) << damage;
  CHECK(knows(bench.gather(), "haus"));
  CHECK(Lexicon::open(path).size() > 0);
}

TEST_CASE("where the cache cannot be written, the work is done without", "[corpus][cache]") {
  const Workbench bench;
  std::ofstream(bench.list() + ".file") << "no folder";
  const std::string cache =
      GENERATE(as<std::string>(), "", "/proc/none/cache", "/dev/null/cache", "file");
  const std::string folder = cache == "file" ? bench.list() + ".file" : cache;
  CHECK(knows(gather_lexicon_through(folder, "de", "en", bench.sources()), "haus"));
}

TEST_CASE("a missing or malformed source is an error, whatever the cache holds",
          "[corpus][cache]") {
  const Workbench bench;
  bench.gather();
  bench.write_list("no tab\n");
  CHECK_THROWS_AS(bench.gather(), Error);
  fs::remove(bench.list());
  CHECK_THROWS_AS(bench.gather(), Error);
}

TEST_CASE("the cache keeps the sixteen youngest files and leaves others alone", "[corpus][cache]") {
  const Workbench bench;
  fs::create_directories(bench.cache());
  std::ofstream(bench.cache() + "/mine.txt") << "mine";
  for (int k = 0; k < 20; ++k) {
    bench.write_list(std::string(static_cast<std::size_t>(k) + 1, 'a') + "\thouse\n");
    bench.gather();
  }
  CHECK(bench.kept().size() == 17);
  CHECK(fs::exists(bench.cache() + "/mine.txt"));
  const auto count = bench.kept().size();
  bench.gather();
  CHECK(bench.kept().size() == count);  // the youngest is there
}

TEST_CASE("many that fill one cache at once do not disturb each other", "[corpus][cache]") {
  const Workbench bench;
  std::vector<std::thread> threads;
  std::vector<int> known(8, 0);
  for (std::size_t k = 0; k < known.size(); ++k)
    threads.emplace_back([&, k] { known[k] = knows(bench.gather(), "haus") ? 1 : 0; });
  for (std::thread& thread : threads) thread.join();
  CHECK(known == std::vector<int>(8, 1));
  CHECK(bench.kept().size() == 1);
}

TEST_CASE("a compiled file is used as it is, in bench of all that could be found",
          "[corpus][cache]") {
  const Workbench bench;
  const Lexicon lexicon = bench.gather();
  const std::string compiled = bench.list() + ".mql";
  std::ofstream(compiled, std::ios::binary) << to_bytes(lexicon);
  const LexiconSources only{.files = {compiled}, .dictd_folders = {}};
  const Lexicon read = gather_lexicon_through(bench.cache(), "de", "en", only);
  CHECK(to_bytes(read) == to_bytes(lexicon));
  CHECK(bench.kept().size() == 1);

  const LexiconSources with_list{.files = {compiled, bench.list()}, .dictd_folders = {}};
  CHECK(gather_lexicon("de", "en", with_list).size() == lexicon.size() + 1);
  CHECK(gather_lexicon("en", "de", only).source_key("hous").has_value());
  try {
    gather_lexicon("fr", "en", only);
    FAIL("no error was thrown");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kMalformedLexicon);
    CHECK_THAT(error.message(), ContainsText("'fr'"));
  }
}
