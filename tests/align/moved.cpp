#include "align/moved.h"

#include <algorithm>
#include <sstream>

#include "align/aligner.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"
#include "tests/support/generated_text.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

using Lines = std::vector<std::string>;

Lines lines_of(const std::string& text) {
  Lines lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// A made-up text of 90 sentences and its translation, one to one.
struct Texts {
  Texts()
      : pair(testing::generate_pair({.segments = 90,
                                     .vocabulary = 2000,
                                     .known = 0.8,
                                     .joined = 0,
                                     .cut = 0,
                                     .dropped = 0,
                                     .seed = 5})),
        source(lines_of(pair.source)),
        target(lines_of(pair.target)) {}

  SentenceAlignment align() const {
    LexiconBuilder builder("ar", "en");
    for (const testing::DictionaryEntry& entry : pair.dictionary)
      builder.add(entry.source, entry.target, 1, LinkOrigin::kDictionary);
    return muqabala::align(document_of(source, "ar"), document_of(target, "en"),
                           std::move(builder).build(), {});
  }

  /// Takes target lines `[begin, end)` out and puts them before the line that was number `to`.
  void move_target(std::size_t begin, std::size_t end, std::size_t to) {
    const auto at = [&](std::size_t k) { return target.begin() + static_cast<std::ptrdiff_t>(k); };
    if (to > end)
      std::rotate(at(begin), at(end), at(to));
    else
      std::rotate(at(to), at(begin), at(end));
  }

  testing::GeneratedPair pair;
  Lines source;
  Lines target;
};

SourceRange source(std::size_t begin, std::size_t end) {
  return {SourceIndex(begin), SourceIndex(end)};
}
TargetRange target(std::size_t begin, std::size_t end) {
  return {TargetIndex(begin), TargetIndex(end)};
}

std::size_t nulls(const SentenceAlignment& alignment) {
  return static_cast<std::size_t>(std::count_if(alignment.beads.begin(), alignment.beads.end(),
                                                [](const Bead& bead) { return bead.is_null(); }));
}

}  // namespace

TEST_CASE("a moved sentence is found, and its null beads know each other", "[moved]") {
  Texts texts;
  texts.move_target(20, 21, 60);  // now at 59
  const SentenceAlignment alignment = texts.align();
  CHECK(partition_fault(alignment, 90, 90).empty());
  REQUIRE(alignment.moves.size() == 1);
  CHECK(alignment.moves[0].source == source(20, 21));
  CHECK(alignment.moves[0].target == target(59, 60));
  CHECK(nulls(alignment) == 2);
  for (const Bead& bead : alignment.beads) {
    CHECK(bead.move.has_value() == bead.is_null());
    if (bead.move) CHECK(*bead.move == 0);
  }
}

TEST_CASE("a sentence moved towards the front is found as well", "[moved]") {
  Texts texts;
  texts.move_target(60, 61, 20);
  const SentenceAlignment alignment = texts.align();
  REQUIRE(alignment.moves.size() == 1);
  CHECK(alignment.moves[0].source == source(60, 61));
  CHECK(alignment.moves[0].target == target(20, 21));
}

TEST_CASE("a moved paragraph is one move", "[moved]") {
  Texts texts;
  texts.move_target(10, 16, 70);
  const SentenceAlignment alignment = texts.align();
  REQUIRE(alignment.moves.size() == 1);
  CHECK(alignment.moves[0].source == source(10, 16));
  CHECK(alignment.moves[0].target == target(64, 70));
}

TEST_CASE("of chapters in another order, those off the path are moves", "[moved]") {
  Texts texts;
  // Chapters of 40, 20 and 30 sentences: the second is told first.
  texts.move_target(40, 60, 0);
  const SentenceAlignment alignment = texts.align();
  REQUIRE(alignment.moves.size() == 1);
  CHECK(alignment.moves[0].source == source(40, 60));
  CHECK(alignment.moves[0].target == target(0, 20));
}

TEST_CASE("what was dropped and what was added have nothing to do with each other", "[moved]") {
  Texts texts;
  texts.target.erase(texts.target.begin() + 20, texts.target.begin() + 26);
  const Texts others = [] {
    Texts other;
    other.pair = testing::generate_pair({.segments = 6, .vocabulary = 2000, .seed = 99});
    other.target = lines_of(other.pair.target);
    return other;
  }();
  texts.target.insert(texts.target.begin() + 60, others.target.begin(), others.target.end());
  const SentenceAlignment alignment = texts.align();
  CHECK(nulls(alignment) >= 10);
  CHECK(alignment.moves.empty());
}

TEST_CASE("a dropped sentence that the translation has in a second place as well is no move",
          "[moved]") {
  Texts texts;
  // The original says line 20 again at the end; the translation says it again in another place.
  texts.source.push_back(texts.source[20]);
  texts.target.insert(texts.target.begin() + 50, texts.target[20]);
  const SentenceAlignment alignment = texts.align();
  CHECK(nulls(alignment) == 2);
  CHECK(alignment.moves.empty());
}

TEST_CASE("a complete translation has no moves", "[moved]") {
  const SentenceAlignment alignment = Texts().align();
  CHECK(nulls(alignment) == 0);
  CHECK(alignment.moves.empty());
}
