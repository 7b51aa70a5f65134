#include "align/lexicon/line_counts.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

Bead bead(std::size_t source, std::size_t source_end, std::size_t target, std::size_t target_end,
          double cost_nats) {
  return {.source = {SourceIndex(source), SourceIndex(source_end)},
          .target = {TargetIndex(target), TargetIndex(target_end)},
          .cost_nats = cost_nats};
}

/// What a line gains that stands in so many documents.
float nats(std::int64_t documents, std::int64_t paired) {
  LineCounts counts;
  counts.add(1, {.documents = documents, .paired = paired});
  return alone_nats(counts.recurring(), 1);
}

}  // namespace

TEST_CASE("a line is paired if its words speak for it, and it stands by itself",
          "[align][recurring]") {
  const SegmentedDocument source =
      document_of({"شارك", "قال الوزير ذلك", "اتصل بنا", "وغادر", "اقرأ أيضا"}, "ar");
  const SegmentedDocument target =
      document_of({"The minister said so", "and left.", "Tide tables", "Read also"}, "en");
  SentenceAlignment alignment;
  alignment.beads = {bead(0, 1, 0, 0, 3), bead(1, 2, 0, 2, -8), bead(2, 4, 2, 3, -1),
                     bead(4, 5, 3, 4, 0.5)};
  const SeenLines seen = seen_lines(source, target, alignment);
  CHECK(seen.source == std::vector<SeenLine>{{line_key("شارك"), false},
                                             {line_key("قال الوزير ذلك"), true},
                                             {line_key("اتصل بنا"), false},
                                             {line_key("وغادر"), false},
                                             {line_key("اقرأ أيضا"), false}});
  CHECK(seen.target == std::vector<SeenLine>{{line_key("The minister said so"), false},
                                             {line_key("and left."), false},
                                             {line_key("Tide tables"), true},
                                             {line_key("Read also"), false}});
}

TEST_CASE("a line counts once a document, where it stands first", "[align][recurring]") {
  const SegmentedDocument source = document_of({"شارك", "شارك!", ""}, "ar");
  const SegmentedDocument target = document_of({"Share"}, "en");
  SentenceAlignment alignment;
  alignment.beads = {bead(0, 1, 0, 1, -3), bead(1, 2, 1, 1, 3), bead(2, 3, 1, 1, 3)};
  const SeenLines seen = seen_lines(source, target, alignment);
  CHECK(seen.source == std::vector<SeenLine>{{line_key("شارك"), true}});
  CHECK(seen.target == std::vector<SeenLine>{{line_key("Share"), true}});
}

TEST_CASE("of a long document the lines near its ends count", "[align][recurring]") {
  std::vector<std::string> lines;
  SentenceAlignment alignment;
  for (std::size_t i = 0; i < 1000; ++i) {
    lines.push_back(std::string(1 + i / 26, 'x') + static_cast<char>('a' + i % 26));
    alignment.beads.push_back(bead(i, i + 1, 0, 0, 3));
  }
  const SeenLines seen = seen_lines(document_of(lines, "en"), document_of({}, "de"), alignment);
  REQUIRE(seen.source.size() == 400);
  CHECK(seen.source[199].key == line_key(lines[199]));
  CHECK(seen.source[200].key == line_key(lines[800]));
}

TEST_CASE("a line gains the more, the more documents leave it without counterpart",
          "[align][recurring]") {
  CHECK(nats(1, 0) == 0);
  CHECK(nats(2, 0) == 0);
  CHECK(nats(3, 0) > 2);
  CHECK(nats(30, 0) > nats(3, 0));
  CHECK(nats(1000, 0) > nats(30, 0));
  CHECK(nats(30, 15) < nats(30, 5));
  CHECK(nats(1000, 500) == Approx(2.944).margin(.01));  // even odds where 1 to 19 are usual
}

TEST_CASE("a line that is translated wherever it stands gains nothing", "[align][recurring]") {
  CHECK(nats(3, 3) == 0);
  CHECK(nats(1000, 1000) == 0);
  CHECK(nats(1000, 960) == 0);
}

TEST_CASE("counts of lines are the same however documents are divided", "[align][recurring]") {
  const std::vector<std::vector<SeenLine>> documents = {
      {{1, true}, {2, false}}, {{2, false}, {3, true}}, {{2, true}}, {{1, false}, {2, false}}};
  LineCounts whole;
  for (const auto& document : documents) whole.add(document);
  LineCounts sum;
  for (const std::size_t first : {1U, 0U}) {
    LineCounts part;
    for (std::size_t i = first; i < documents.size(); i += 2) part.add(documents[i]);
    for (const auto& [key, count] : part.all()) sum.add(key, count);
  }
  REQUIRE(sum.all().size() == 3);
  for (const auto& [key, count] : whole.all()) {
    CHECK(sum.all().at(key).documents == count.documents);
    CHECK(sum.all().at(key).paired == count.paired);
  }
  CHECK(sum.recurring() == whole.recurring());
  REQUIRE(whole.recurring().size() == 1);
  CHECK(whole.recurring()[0].key == 2);
}
