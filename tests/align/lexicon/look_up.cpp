#include "align/lexicon/look_up.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

Lexicon small_lexicon() {
  LexiconBuilder builder("ar", "en");
  builder.add("مكتب", "office", 1, LinkOrigin::kDictionary);
  builder.add("مكتبة", "library", 1, LinkOrigin::kDictionary);
  builder.add("مجلس الأمن", "Security Council", 1, LinkOrigin::kDictionary);
  return std::move(builder).build();
}

std::vector<std::string> renderings(const Lexicon& lexicon, const std::string& phrase) {
  std::vector<std::string> found;
  for (const std::size_t i : find_entries(lexicon, phrase))
    found.emplace_back(lexicon.text_of(lexicon.entries()[i]).target);
  return found;
}

}  // namespace

TEST_CASE("entries are found from either side, in any form, the likeliest first",
          "[align][lexicon]") {
  const Lexicon lexicon = small_lexicon();
  REQUIRE_FALSE(renderings(lexicon, "مكتبة").empty());
  CHECK(renderings(lexicon, "مكتبة").front() == "library");
  CHECK(renderings(lexicon, "وبالمكتبة").front() == "library");
  CHECK(renderings(lexicon, "Libraries") == std::vector<std::string>{"library"});
  CHECK(renderings(lexicon, "none").empty());
  CHECK(renderings(lexicon, "").empty());
  CHECK(renderings(lexicon, "...").empty());
}

TEST_CASE("every word of a phrase must stand in the entry", "[align][lexicon]") {
  const Lexicon lexicon = small_lexicon();
  CHECK(renderings(lexicon, "مجلس الأمن") == std::vector<std::string>{"Security Council"});
  CHECK(renderings(lexicon, "council").size() == 1);
  CHECK(renderings(lexicon, "security office").empty());
}

TEST_CASE("known words are counted by the kind of source that knows them", "[align][lexicon]") {
  LexiconBuilder builder("ar", "en");
  builder.add("مكتبة", "library", 1, LinkOrigin::kCore);
  builder.add("مكتبة", "library", 1, LinkOrigin::kDictionary);
  builder.add("مدينة", "city", 1, LinkOrigin::kDictionary);
  const Lexicon lexicon = std::move(builder).build();
  KnownWords known(lexicon);
  known.add(document_of({"وبالمكتبة مدينة مدينة 12 زغزغ."}, "ar"), HeadwordSide::kSource);
  CHECK(known.words() == 4);
  CHECK(known.known() == 3);
  CHECK(known.known_by(LinkOrigin::kCore) == 1);
  CHECK(known.known_by(LinkOrigin::kDictionary) == 3);
  CHECK(known.known_by(LinkOrigin::kCldr) == 0);
}

TEST_CASE("unknown words are counted over documents, the most frequent first", "[align][lexicon]") {
  const Lexicon lexicon = small_lexicon();
  UnknownWords unknown(lexicon);
  unknown.add(document_of({"The Gizmo of the library.", "A gizmo, 12 gadgets!"}, "en"),
              HeadwordSide::kTarget);
  unknown.add(document_of({"One gizmo at the offices."}, "en"), HeadwordSide::kTarget);
  unknown.add(document_of({"في المكتبة"}, "ar"), HeadwordSide::kSource);
  const std::vector<UnknownWord> words = unknown.by_frequency();
  REQUIRE(words.size() > 3);
  CHECK(words[0].count == 3);
  CHECK((words[0].word == "Gizmo" || words[1].word == "Gizmo"));
  for (const UnknownWord& word : words) {
    CHECK(word.word != "library");
    CHECK(word.word != "offices");
    CHECK(word.word != "12");
    CHECK(word.word != "المكتبة");
  }
}
