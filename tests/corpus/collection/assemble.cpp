#include "corpus/collection/assemble.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "corpus/collection/outputs/collection_output.h"
#include "segment/base/error.h"
#include "segment/base/gzip.h"
#include "segment/text/folding.h"
#include "tests/corpus/collection/results.h"
#include "tests/support/catch.h"
#include "tests/support/generated_text.h"
#include "tests/support/temporary_folder.h"

using namespace muqabala;
using testing::PairTexts;
using testing::result_of;
namespace fs = std::filesystem;

namespace {

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> lines_of(const std::string& path) {
  std::istringstream text(content_of(path));
  std::vector<std::string> lines;
  for (std::string line; std::getline(text, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  for (const char c : line)
    if (c == '\t') {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  return cells;
}

/// Every file under `folder` with its content.
std::map<std::string, std::string> files_of(const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      files[fs::relative(entry.path(), folder)] = content_of(entry.path());
  return files;
}

Results give(const std::vector<DocumentResult>& results) {
  return [results, at = std::size_t{0}]() mutable -> std::optional<DocumentResult> {
    if (at == results.size()) return std::nullopt;
    return results[at++];
  };
}

AssembleOptions everything(const std::string& folder) {
  AssembleOptions options;
  options.folder = folder;
  options.tmx = options.tmx_per_document = options.moses = options.bitextor_tsv = true;
  options.jsonl = options.xces = options.rejected = true;
  options.test_share = 0.3;
  options.sample_pairs = 5;
  return options;
}

/// Two documents with each kind of bead, and one that failed.
std::vector<DocumentResult> small_collection() {
  DocumentResult first = result_of(
      0, "alif/1",
      {{"كتاب <قديم>", "An old & rare book"}, {"محذوف", ""}, {"", "added"}, {"غريب", "x"}});
  first.metadata = {{"license", "CC \"BY\""}, {"source_url", "https://example.org/1"}};
  first.beads[3].rejected_by = "length-ratio";
  first.beads[0].source.segments = 2;
  first.beads[0].source.cuts = {std::string("كتاب ").size()};
  for (const std::size_t i : {1U, 3U}) ++first.beads[i].source.first_segment;
  DocumentResult failed = result_of(1, "ba", {});
  failed.failure = {.code = "wrong-language", .message = "ba.txt: is in\tFrench"};
  DocumentResult last =
      result_of(2, "ta", {{"كتاب <قديم>", "An old & rare book"}, {"مدينة", "A city"}});
  return {first, failed, last};
}

/// Documents of made-up sentences, some of which stand in many of them.
std::vector<DocumentResult> large_collection(std::size_t documents, std::uint64_t seed) {
  testing::SplitMix64 random(seed);
  std::vector<DocumentResult> results;
  for (std::size_t i = 0; i < documents; ++i) {
    std::vector<PairTexts> pairs;
    for (std::size_t n = 1 + random.below(20); n > 0; --n) {
      const std::string source = std::to_string(random.below(documents * 20));
      const std::string target = std::to_string(random.below(documents * 20));
      pairs.push_back({"source " + source, "target " + target, random.uniform()});
    }
    results.push_back(result_of(i, "doc" + std::to_string(i), pairs));
  }
  return results;
}

}  // namespace

TEST_CASE("each output holds the pairs that are kept", "[assemble]") {
  const muqabala::testing::TemporaryFolder folder;
  const CollectionStatistics statistics =
      assemble(give(small_collection()), everything(folder.path())).statistics;
  CHECK(statistics.pairs == 4);
  CHECK(statistics.kept() == 2);
  CHECK(statistics.rejected ==
        std::map<std::string, std::size_t>{{"duplicate", 1}, {"length-ratio", 1}});

  const std::string tmx = content_of(folder / "corpus.tmx");
  CHECK_THAT(tmx, ContainsText("<tu tuid=\"alif/1:0-1:0\">"));
  CHECK_THAT(tmx, ContainsText("<tu tuid=\"ta:1:1\">"));
  CHECK_THAT(tmx, ContainsText("<prop type=\"x-document\">alif/1</prop>"));
  CHECK_THAT(tmx, ContainsText("<prop type=\"x-license\">CC &quot;BY&quot;</prop>"));
  CHECK_THAT(tmx, ContainsText("<prop type=\"x-source-file\">alif/1.source.txt</prop>"));
  CHECK_THAT(tmx, ContainsText("<tuv xml:lang=\"en\"><seg>An old &amp; rare book</seg></tuv>"));
  CHECK(tmx.find("ta:0:0") == std::string::npos);

  CHECK(lines_of(folder / "corpus.ar-en.ar") == std::vector<std::string>{"كتاب <قديم>", "مدينة"});
  CHECK(lines_of(folder / "corpus.ar-en.en") ==
        std::vector<std::string>{"An old & rare book", "A city"});
  CHECK(lines_of(folder / "corpus.tsv") ==
        std::vector<std::string>{
            "https://example.org/1\talif/1.target.txt\tكتاب <قديم>\tAn old & rare book\t0.9000",
            "ta.source.txt\tta.target.txt\tمدينة\tA city\t0.9000"});
  CHECK(lines_of(folder / "rejected.tsv") ==
        std::vector<std::string>{"filter\tid\tprobability\tsource\ttarget",
                                 "length-ratio\talif/1:3:2\t0.9000\tغريب\tx",
                                 "duplicate\tta:0:0\t0.9000\tكتاب <قديم>\tAn old & rare book"});
  CHECK(lines_of(folder / "failures.tsv") ==
        std::vector<std::string>{"document\tcode\tmessage\tsource\ttarget",
                                 "ba\twrong-language\tba.txt: is in French\tba.source.txt\t"
                                 "ba.target.txt"});

  const std::vector<std::string> records = lines_of(folder / "corpus.jsonl");
  REQUIRE(records.size() == 2);
  const auto record = nlohmann::json::parse(records[0]);
  CHECK(record["id"] == "alif/1:0-1:0");
  CHECK(record["source"] == nlohmann::json{0, 1});
  CHECK(record["source_offsets"] == nlohmann::json{0, 19});
  CHECK(record["target_text"] == "An old & rare book");
  CHECK(record["metadata"]["license"] == "CC \"BY\"");
}

TEST_CASE("XCES numbers sentences from 1 and holds what has no counterpart", "[assemble]") {
  const muqabala::testing::TemporaryFolder folder;
  assemble(give(small_collection()), everything(folder.path()));
  const std::string xces = content_of(folder / "corpus.xml");
  CHECK_THAT(xces, ContainsText("<linkGrp targType=\"s\" fromDoc=\"ar/alif_1~"));
  CHECK_THAT(xces, ContainsText("<link xtargets=\"1 2;1\" id=\"SL1\" certainty=\"0.9000\" />"));
  CHECK_THAT(xces, ContainsText("<link xtargets=\"3;\" id=\"SL2\""));
  CHECK_THAT(xces, ContainsText("<link xtargets=\";2\" id=\"SL3\""));
  CHECK_THAT(xces, ContainsText("fromDoc=\"ar/ta.xml.gz\" toDoc=\"en/ta.xml.gz\""));
  CHECK(xces.find("xtargets=\"4;3\"") == std::string::npos);  // rejected
}

TEST_CASE("XCES has the sentences of both sides beside it, rejected ones too", "[assemble]") {
  const muqabala::testing::TemporaryFolder folder;
  std::vector<DocumentResult> results = small_collection();
  results.push_back(result_of(3, "same", {{"One", "First"}}, "en", "en"));
  assemble(give(results), everything(folder.path()));
  const auto sentences = [&](const std::string& file) {
    return gunzip(content_of(folder / file), file, 1000);
  };
  const std::string head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<text>\n";
  CHECK(sentences("ar/ta.xml.gz") == head +
                                         "<s id=\"1\">كتاب &lt;قديم&gt;</s>\n"
                                         "<s id=\"2\">مدينة</s>\n</text>\n");
  const std::string first = file_name_of("alif/1") + ".xml.gz";
  CHECK_THAT(sentences("ar/" + first),
             ContainsText("<s id=\"1\">كتاب</s>\n<s id=\"2\">&lt;قديم&gt;</s>"));
  CHECK_THAT(sentences("en/" + first), ContainsText("<s id=\"3\">x</s>"));
  CHECK_THAT(sentences("en/same~source.xml.gz"), ContainsText("One"));
  CHECK_THAT(sentences("en/same~target.xml.gz"), ContainsText("First"));
  CHECK_THAT(content_of(folder / "corpus.xml"),
             ContainsText("fromDoc=\"en/same~source.xml.gz\" toDoc=\"en/same~target.xml.gz\""));
}

TEST_CASE("each document that gave a pair has a TMX of its own", "[assemble]") {
  const muqabala::testing::TemporaryFolder folder;
  std::vector<DocumentResult> results = small_collection();
  results.push_back(result_of(3, "../../etc", {{"أخرى", "Another"}}));
  results.push_back(result_of(4, "", {{"خامسة", "A fifth"}}));
  assemble(give(results), everything(folder.path()));
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder / "tmx"))
    names.insert(entry.path().filename());
  CHECK(names.size() == 4);
  CHECK(names.contains("ta.tmx"));
  CHECK(names.contains(file_name_of("../../etc") + ".tmx"));
}

TEST_CASE("names of files are safe and stay apart", "[assemble]") {
  CHECK(file_name_of("news-2014_11.v2") == "news-2014_11.v2");
  std::set<std::string> names;
  const std::vector<std::string> ids = {"a/b",
                                        "a_b",
                                        "a:b",
                                        "a b",
                                        "",
                                        ".",
                                        "..",
                                        "كتاب",
                                        "كتب",
                                        std::string(500, 'x'),
                                        std::string(501, 'x'),
                                        "a~b",
                                        "a\nb",
                                        std::string("a\0b", 3)};
  for (const std::string& id : ids) {
    const std::string name = file_name_of(id);
    CHECK(name.size() < 200);
    CHECK(name.front() != '.');
    CHECK(std::all_of(name.begin(), name.end(), [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '_' || c == '-' ||
             c == '~';
    }));
    names.insert(name);
  }
  CHECK(names.size() == ids.size());
}

TEST_CASE("pairs of several languages go to files of their own", "[assemble]") {
  const muqabala::testing::TemporaryFolder folder;
  AssembleOptions options = everything(folder.path());
  assemble(give({result_of(0, "a", {{"كتاب", "A book"}}),
                 result_of(1, "b", {{"Buch", "livre"}}, "de", "fr"),
                 result_of(2, "c", {{"same", "tongue"}}, "en", "en")}),
           options);
  CHECK(lines_of(folder / "corpus.de-fr.fr") == std::vector<std::string>{"livre"});
  CHECK(lines_of(folder / "corpus.en-en.source") == std::vector<std::string>{"same"});
  CHECK(lines_of(folder / "corpus.en-en.target") == std::vector<std::string>{"tongue"});
  const std::string tmx = content_of(folder / "corpus.tmx");
  CHECK_THAT(tmx, ContainsText("srclang=\"ar\" datatype"));
  CHECK_THAT(tmx, ContainsText("<tu tuid=\"b:0:0\" srclang=\"de\">"));
  CHECK_THAT(tmx, ContainsText("<tu tuid=\"a:0:0\">"));
}

TEST_CASE("a collection without any document has all its outputs", "[assemble]") {
  const muqabala::testing::TemporaryFolder folder;
  const CollectionStatistics statistics =
      assemble(give({}), everything(folder / "new/deep")).statistics;
  CHECK(statistics ==
        CollectionStatistics{.duplicate_index_bytes = statistics.duplicate_index_bytes});
  for (const char* name :
       {"corpus.tmx", "corpus.tsv", "corpus.jsonl", "corpus.xml", "split.tsv", "sample.tsv",
        "rejected.tsv", "failures.tsv", "statistics.json", "statistics.html"})
    CHECK(fs::is_regular_file(folder / ("new/deep/" + std::string(name))));
  CHECK(fs::is_directory(folder / "new/deep/tmx"));
}

TEST_CASE("a document whose id was there before fails, and the others go on", "[assemble]") {
  const muqabala::testing::TemporaryFolder folder;
  const CollectionStatistics statistics =
      assemble(
          give({result_of(0, "a", {{"كتاب", "A book"}}), result_of(1, "a", {{"أخرى", "Another"}}),
                result_of(2, "b", {{"ثالثة", "A third"}})}),
          everything(folder.path()))
          .statistics;
  CHECK(statistics.failures == std::map<std::string, std::size_t>{{"repeated-id", 1}});
  CHECK(statistics.kept() == 2);
  CHECK(cells_of(lines_of(folder / "failures.tsv").at(1))[1] == "repeated-id");
}

TEST_CASE("the same results give the same bytes", "[assemble]") {
  const muqabala::testing::TemporaryFolder a;
  const muqabala::testing::TemporaryFolder b;
  const std::vector<DocumentResult> results = large_collection(60, 5);
  assemble(give(results), everything(a.path()));
  assemble(give(results), everything(b.path()));
  assemble(give(results), everything(b.path()));  // over what is there
  CHECK(files_of(a.path()) == files_of(b.path()));
  CHECK(files_of(a.path()).size() > 60);
}

TEST_CASE("nothing appears where a result cannot be had", "[assemble]") {
  const muqabala::testing::TemporaryFolder folder;
  const std::vector<DocumentResult> results = large_collection(30, 6);
  Results broken = [next = give(results), count = 0]() mutable -> std::optional<DocumentResult> {
    if (++count == 20) throw errors::unreadable("shard", "gone");
    return next();
  };
  CHECK_THROWS_AS(assemble(broken, everything(folder.path())), Error);
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("every pair is kept or rejected exactly once", "[assemble]") {
  const muqabala::testing::TemporaryFolder folder;
  const CollectionStatistics statistics =
      assemble(give(large_collection(100, 9)), everything(folder.path())).statistics;
  std::multiset<std::string> ids;
  for (const std::string& line : lines_of(folder / "corpus.jsonl"))
    ids.insert(nlohmann::json::parse(line)["id"]);
  CHECK(ids.size() == statistics.kept());
  std::vector<std::string> rejected = lines_of(folder / "rejected.tsv");
  for (std::size_t i = 1; i < rejected.size(); ++i) ids.insert(cells_of(rejected[i])[1]);
  CHECK(ids.size() == statistics.pairs);
  CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
}

TEST_CASE("no text of the test half is in the training half", "[assemble]") {
  const muqabala::testing::TemporaryFolder folder;
  AssembleOptions options = everything(folder.path());
  options.duplicates.exact = GENERATE(true, false);
  assemble(give(large_collection(300, 4)), options);
  for (const char* side : {"ar", "en"}) {
    std::set<std::string> train;
    for (const std::string& line : lines_of(folder / (std::string("train.ar-en.") + side)))
      train.insert(fold_letters(line));
    const std::vector<std::string> test = lines_of(folder / (std::string("test.ar-en.") + side));
    CHECK(train.size() > 500);
    CHECK(test.size() > 200);
    CHECK(std::none_of(test.begin(), test.end(), [&](const std::string& line) {
      return train.contains(fold_letters(line));
    }));
  }
  // What is left out is little, and the list adds up.
  std::map<std::string, std::size_t> sums;
  for (const std::string& line : lines_of(folder / "split.tsv")) {
    const std::vector<std::string> cells = cells_of(line);
    REQUIRE(cells.size() == 4);
    if (cells[0] == "document") continue;
    sums[cells[1]] += std::stoul(cells[2]);
    sums["left out"] += std::stoul(cells[3]);
    ++sums["documents " + cells[1]];
  }
  CHECK(sums["train"] == lines_of(folder / "train.ar-en.ar").size());
  CHECK(sums["test"] == lines_of(folder / "test.ar-en.ar").size());
  CHECK(sums["left out"] > 0);
  CHECK(sums["left out"] < sums["train"]);
  // 90 expected; 8 is a standard deviation.
  CHECK(sums["documents test"] > 60);
  CHECK(sums["documents test"] < 120);
}

TEST_CASE("a document stays in its half when others come", "[assemble]") {
  const auto halves = [](std::size_t documents, std::size_t seed) {
    const muqabala::testing::TemporaryFolder folder;
    AssembleOptions options = everything(folder.path());
    options.seed = seed;
    assemble(give(large_collection(documents, 4)), options);
    std::map<std::string, std::string> found;
    for (const std::string& line : lines_of(folder / "split.tsv"))
      found[cells_of(line)[0]] = cells_of(line)[1];
    return found;
  };
  const auto few = halves(50, 1);
  auto many = halves(80, 1);
  std::erase_if(many, [&](const auto& entry) { return !few.contains(entry.first); });
  CHECK(few == many);
  CHECK(halves(50, 2) != few);
}

TEST_CASE("a sample is drawn without regard to the order of the documents", "[assemble]") {
  const auto drawn = [](std::vector<DocumentResult> results, std::size_t pairs, std::size_t seed) {
    const muqabala::testing::TemporaryFolder folder;
    AssembleOptions options = everything(folder.path());
    options.duplicates.exact = false;
    options.sample_pairs = pairs;
    options.seed = seed;
    assemble(give(results), options);
    return lines_of(folder / "sample.tsv");
  };
  std::vector<DocumentResult> results = large_collection(60, 8);
  const std::vector<std::string> sample = drawn(results, 40, 1);
  REQUIRE(sample.size() == 41);
  CHECK(sample[0] == "id\tdocument\tsource\ttarget\tjudgement\tnote");
  for (const std::string& line : sample) CHECK(cells_of(line).size() == 6);
  CHECK(cells_of(sample[1])[4].empty());
  // A smaller draw is the beginning of a larger one.
  CHECK(drawn(results, 10, 1) == std::vector<std::string>(sample.begin(), sample.begin() + 11));
  std::reverse(results.begin(), results.end());
  CHECK(drawn(results, 40, 1) == sample);
  CHECK(drawn(results, 40, 2) != sample);
  CHECK(drawn(results, 1'000'000, 1).size() > 300);
}

TEST_CASE("every pair is as likely to be drawn as any other", "[assemble]") {
  // 200 draws of 30 of 300 pairs: each is expected 20 times, with a standard deviation of 4.2.
  std::vector<PairTexts> pairs;
  for (int i = 0; i < 300; ++i) pairs.push_back({"s" + std::to_string(i), "t" + std::to_string(i)});
  const DocumentResult result = result_of(0, "a", pairs);
  std::map<std::string, int> times;
  const muqabala::testing::TemporaryFolder folder;
  for (std::size_t seed = 0; seed < 200; ++seed) {
    const auto output = sample_output(folder / "sample.tsv", 30, seed);
    output->add(result);
    output->seal();
    output->commit();
    for (const std::string& line : lines_of(folder / "sample.tsv")) ++times[cells_of(line)[0]];
  }
  times.erase("id");
  CHECK(times.size() == 300);
  for (const auto& [id, count] : times) {
    CHECK(count > 2);
    CHECK(count < 42);
  }
}

TEST_CASE("a spreadsheet takes no text of a sample for a formula", "[assemble]") {
  const muqabala::testing::TemporaryFolder folder;
  const auto output = sample_output(folder / "sample.tsv", 9, 1);
  output->add(result_of(0, "=1+1", {{"=HYPERLINK(\"x\")", "-1"}}));
  output->seal();
  output->commit();
  CHECK(lines_of(folder / "sample.tsv")[1] == "'=1+1:0:0\t'=1+1\t'=HYPERLINK(\"x\")\t'-1\t\t");
}

TEST_CASE("texts with line ends break no output of lines", "[assemble]") {
  const muqabala::testing::TemporaryFolder folder;
  DocumentResult result = result_of(0, "a\nb", {{"one\ntwo\tthree", "eins\u2028zwei"}});
  result.metadata = {{"source_url", "x\ty"}};
  assemble(give({result}), everything(folder.path()));
  CHECK(lines_of(folder / "corpus.tsv").size() == 1);
  CHECK(cells_of(lines_of(folder / "corpus.tsv")[0]).size() == 5);
  const auto& half = fs::exists(folder / "train.ar-en.ar") ? "train" : "test";
  CHECK(lines_of(folder / (half + std::string(".ar-en.ar"))) ==
        std::vector<std::string>{"one two three"});
  CHECK(content_of(folder / "corpus.jsonl").find("\u2028") == std::string::npos);
}
