#include "corpus/collection/collect.h"

#include <algorithm>

#include "tests/support/catch.h"
#include "tests/support/run_program.h"

using namespace muqabala;

namespace {

CollectOptions options() {
  CollectOptions all;
  all.pipeline.lexicon.dictd_folders.clear();
  return all;
}

DocumentResult collect(const CollectionRecord& record) {
  const CollectOptions all = options();
  Lexicons lexicons(all.pipeline);
  return collect(record, lexicons, all);
}

CollectionRecord texts(std::string source, std::string target) {
  return {.number = 4,
          .id = "doc.md",
          .source_text = std::move(source),
          .target_text = std::move(target),
          .metadata = {{"year", "2011"}}};
}

const std::string kArabic =
    "زار الوزير المدينة يوم الخميس. وافتتح مكتبة جديدة فيها 40 ألف كتاب.\n\n"
    "وقال إن القراءة حياة.\n\nوتفتح المكتبة أبوابها كل يوم.\n";
const std::string kEnglish =
    "The minister visited the city on Thursday. He opened a new library of 40,000 books.\n\n"
    "The library opens its doors every day.\n";

}  // namespace

TEST_CASE("A document of a collection is aligned from texts at hand", "[collect]") {
  const DocumentResult result = collect(texts(kArabic, kEnglish));
  REQUIRE_FALSE(result.failure);
  CHECK(result.number == 4);
  CHECK(result.id == "doc.md");
  CHECK(result.source_language == "ar");
  CHECK(result.target_language == "en");
  CHECK(result.metadata == std::map<std::string, std::string>{{"year", "2011"}});
  CHECK(result.counts.source_segments == 4);
  CHECK(result.counts.target_segments == 3);
  CHECK(result.counts.omitted_segments == 1);
  CHECK(result.counts.source_words == 21);
  CHECK(result.counts.target_words == 22);
  REQUIRE(result.beads.size() == 4);
  CHECK(result.beads[0].kind == "1-1");
  CHECK(result.beads[0].target.text == "The minister visited the city on Thursday.");
  CHECK(result.beads[2].kind == "1-0");
  CHECK_FALSE(result.beads[2].is_pair());
  const CollectedSide& last = result.beads[3].source;
  CHECK(last.first_segment == 3);
  CHECK(kArabic.substr(last.bytes.begin, last.bytes.size()) == last.text);
}

TEST_CASE("A document gives the same from files and from texts, and whatever came before it",
          "[collect]") {
  const testing::Sandbox sandbox;
  sandbox.write("ar.txt", kArabic);
  sandbox.write("en.txt", kEnglish);
  const DocumentResult by_text = collect(texts(kArabic, kEnglish));
  CollectionRecord files = texts("", "");
  files.source_text.reset();
  files.target_text.reset();
  files.source.path = sandbox.path("ar.txt");
  files.target.path = sandbox.path("en.txt");
  const CollectOptions all = options();
  Lexicons lexicons(all.pipeline);
  collect(texts("Le ministre a visité la ville jeudi dernier. Il est content.",
                "Der Minister besuchte am Donnerstag die Stadt. Er freut sich."),
          lexicons, all);
  DocumentResult by_file = collect(files, lexicons, all);
  CHECK(by_file.source_path == files.source.path);
  by_file.source_path.clear();
  by_file.target_path.clear();
  CHECK(by_file == by_text);
  CHECK(result_of_json(to_json(by_text), {}) == by_text);
}

TEST_CASE("What keeps a document from being aligned is its failure", "[collect]") {
  const auto code = [](const CollectionRecord& record) {
    const DocumentResult result = collect(record);
    CHECK(result.beads.empty());
    CHECK(result.number == record.number);
    CHECK(result.id == record.id);
    return result.failure ? result.failure->code : "none";
  };
  CHECK(code(texts("", kEnglish)) == "empty-original");
  CHECK(code(texts(kArabic, kArabic)) == "same-language");
  CHECK(code(texts(kArabic, "\xC3\x28 not UTF-8 \xFF")) == "invalid-utf8");
  CHECK(code(texts(kArabic, std::string("\0\0", 2))) == "binary");
  CollectionRecord none;
  none.source.path = "no/such/file";
  none.target_text = kEnglish;
  CHECK(code(none) == "file-not-found");
  CollectionRecord wrong = texts(kArabic, kEnglish);
  wrong.source.language = "en";
  CHECK(code(wrong) == "wrong-language");
}

TEST_CASE("Every segment of a document stands in one bead, what was moved too", "[collect]") {
  const std::string moved_arabic =
      "زار الوزير المدينة يوم الخميس.\n\nوقال الطبيب إن الدواء الجديد مفيد للأطفال.\n\n"
      "وافتتح الملك المدرسة في القرية.\n\nوصدر الكتاب في القاهرة عام 1995.\n\n"
      "وسافر التاجر إلى دمشق مع ابنه.\n";
  const std::string moved_english =
      "The minister visited the city on Thursday.\n\nThe king opened the school in the village.\n\n"
      "The book came out in Cairo in 1995.\n\nThe merchant travelled to Damascus with his son.\n\n"
      "The doctor said that the new medicine is useful for children.\n";
  const DocumentResult result = collect(texts(moved_arabic, moved_english));
  REQUIRE_FALSE(result.failure);
  std::vector<int> source(result.counts.source_segments, 0);
  std::vector<int> target(result.counts.target_segments, 0);
  for (const CollectedBead& bead : result.beads) {
    for (std::size_t i = 0; i < bead.source.segments; ++i)
      ++source.at(bead.source.first_segment + i);
    for (std::size_t i = 0; i < bead.target.segments; ++i)
      ++target.at(bead.target.first_segment + i);
  }
  CHECK(source == std::vector<int>(5, 1));
  CHECK(target == std::vector<int>(5, 1));
  const auto moved = std::find_if(result.beads.begin(), result.beads.end(),
                                  [](const CollectedBead& bead) { return bead.kind == "moved"; });
  REQUIRE(moved != result.beads.end());
  CHECK(moved->is_pair());
  CHECK(moved->source.first_segment == 1);
  CHECK(moved->target.first_segment == 4);
}
