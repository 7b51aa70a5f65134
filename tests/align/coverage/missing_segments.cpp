#include "align/coverage/missing_segments.h"

#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

/// Builds an alignment bead by bead.
class Beads {
 public:
  Beads& add(std::size_t source_count, std::size_t target_count, double probability) {
    alignment_.beads.push_back({.source = {source_, source_ + source_count},
                                .target = {target_, target_ + target_count},
                                .probability = probability});
    source_ = source_ + source_count;
    target_ = target_ + target_count;
    return *this;
  }
  Beads& pair(double probability = 0.9) { return add(1, 1, probability); }
  Beads& omit(double probability) { return add(1, 0, probability); }
  Beads& insert(double probability) { return add(0, 1, probability); }

  /// Every segment holds ten characters.
  CoverageReport cover() const {
    const auto texts = [](std::size_t count) {
      return std::vector<std::string>(count, "abcd efg hij");
    };
    return find_missing_segments(document_of(texts(source_.value()), "ar"),
                                 document_of(texts(target_.value()), "en"), alignment_);
  }
  /// Marks the last `count` beads as part of a move.
  Beads& moved(std::size_t count, std::size_t number) {
    for (std::size_t k = 0; k < count; ++k)
      alignment_.beads[alignment_.beads.size() - 1 - k].move = number;
    return *this;
  }
  Beads& move_is(SourceRange source, TargetRange target) {
    alignment_.moves.push_back({.source = source, .target = target});
    return *this;
  }
  const SentenceAlignment& alignment() const { return alignment_; }

 private:
  SentenceAlignment alignment_;
  SourceIndex source_;
  TargetIndex target_;
};

SourceRange source(std::size_t begin, std::size_t end) {
  return {SourceIndex(begin), SourceIndex(end)};
}

TargetRange target(std::size_t begin, std::size_t end) {
  return {TargetIndex(begin), TargetIndex(end)};
}

}  // namespace

TEST_CASE("a complete translation has no findings and is covered in full", "[coverage]") {
  const CoverageReport report = Beads().pair().add(2, 1, 0.8).add(1, 3, 0.7).cover();
  CHECK(report.findings.empty());
  CHECK(report.summary.source_segments == 4);
  CHECK(report.summary.target_segments == 5);
  CHECK(report.summary.omitted_segments == 0);
  CHECK(report.summary.added_segments == 0);
  CHECK(report.summary.source_share == 1);
  CHECK(report.summary.target_share == 1);
}

TEST_CASE("null beads of one kind in a row are one finding with the least of their posteriors",
          "[coverage]") {
  const CoverageReport report =
      Beads().pair().omit(0.9).omit(0.6).omit(0.8).pair().omit(0.7).pair().cover();
  REQUIRE(report.findings.size() == 2);
  CHECK(report.findings[0].kind == FindingKind::kOmission);
  CHECK(report.findings[0].source == source(1, 4));
  CHECK(report.findings[0].target == target(1, 1));
  CHECK(report.findings[0].confidence == 0.6);
  CHECK(report.findings[1].source == source(5, 6));
  CHECK(report.findings[1].target == target(2, 2));
  CHECK(report.findings[1].confidence == 0.7);
  CHECK(report.summary.omitted_segments == 4);
  CHECK(report.summary.source_share == Approx(3.0 / 7));
  CHECK(report.summary.target_share == 1);
}

TEST_CASE("an addition stands at an empty place of the source", "[coverage]") {
  const CoverageReport report = Beads().pair().insert(0.8).insert(0.7).pair().cover();
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings[0].kind == FindingKind::kAddition);
  CHECK(report.findings[0].source == source(1, 1));
  CHECK(report.findings[0].target == target(1, 3));
  CHECK(report.findings[0].confidence == 0.7);
  CHECK(report.summary.added_segments == 2);
  CHECK(report.summary.target_share == 0.5);
}

TEST_CASE("an omission and an addition that touch are two findings", "[coverage]") {
  SECTION("the omission first") {
    const CoverageReport report = Beads().pair().omit(0.9).insert(0.8).pair().cover();
    REQUIRE(report.findings.size() == 2);
    CHECK(report.findings[0].kind == FindingKind::kOmission);
    CHECK(report.findings[0].target == target(1, 1));
    CHECK(report.findings[1].kind == FindingKind::kAddition);
    CHECK(report.findings[1].source == source(1, 1));
  }
  SECTION("the addition first") {
    const CoverageReport report = Beads().pair().insert(0.8).omit(0.9).pair().cover();
    REQUIRE(report.findings.size() == 2);
    CHECK(report.findings[0].kind == FindingKind::kAddition);
    CHECK(report.findings[0].source == source(1, 1));
    CHECK(report.findings[1].kind == FindingKind::kOmission);
    CHECK(report.findings[1].target == target(1, 1));
  }
}

TEST_CASE("what is missing stands right after the pair before it, and not amid what was added",
          "[coverage]") {
  SECTION("an omission") {
    const CoverageReport report =
        Beads().pair().insert(0.9).insert(0.9).omit(0.9).insert(0.9).pair().cover();
    REQUIRE(report.findings.size() == 2);
    CHECK(report.findings[1].kind == FindingKind::kOmission);
    CHECK(report.findings[1].target == target(1, 1));
  }
  SECTION("an addition") {
    const CoverageReport report = Beads().pair().omit(0.9).insert(0.9).omit(0.9).pair().cover();
    REQUIRE(report.findings.size() == 2);
    CHECK(report.findings[1].kind == FindingKind::kAddition);
    CHECK(report.findings[1].source == source(1, 1));
  }
  SECTION("an omission amid furniture") {
    const SentenceAlignment alignment =
        Beads().pair().insert(0.9).omit(0.9).insert(0.9).alignment();
    const Furniture furniture{.source = FurnitureKinds(2),
                              .target = {"", "a comment form", "a comment form"}};
    const CoverageReport report = find_missing_segments(
        document_of({"one", "two"}, "ar"), document_of({"1", "Post new comment", "Preview"}, "en"),
        alignment, furniture);
    REQUIRE(report.findings.size() == 2);
    CHECK(report.findings[1].kind == FindingKind::kOmission);
    CHECK(report.findings[1].target == target(1, 1));
  }
  SECTION("an omission behind moved text") {
    Beads beads;
    beads.pair().insert(0.9).moved(1, 0).insert(0.9).omit(0.9).pair().omit(0.9).moved(1, 0);
    beads.move_is(source(3, 4), target(1, 2));
    const CoverageReport report = beads.cover();
    REQUIRE(report.findings.size() == 3);
    CHECK(report.findings[2].kind == FindingKind::kOmission);
    CHECK(report.findings[2].target == target(2, 2));
  }
}

TEST_CASE("the order of null beads between two pairs does not scatter the findings", "[coverage]") {
  const CoverageReport report =
      Beads().pair().omit(0.9).insert(0.5).omit(0.7).insert(0.6).pair().cover();
  REQUIRE(report.findings.size() == 2);
  CHECK(report.findings[0].kind == FindingKind::kOmission);
  CHECK(report.findings[0].source == source(1, 3));
  CHECK(report.findings[0].confidence == 0.7);
  CHECK(report.findings[1].kind == FindingKind::kAddition);
  CHECK(report.findings[1].target == target(1, 3));
  CHECK(report.findings[1].confidence == 0.5);
}

TEST_CASE("a reason tells the length of the run and how the pairs around it fit", "[coverage]") {
  const auto [beads, reason] = GENERATE(table<Beads, std::string>({
      {Beads().pair(0.98).omit(0.9).pair(0.954),
       "1 segment has no counterpart in the translation; the pairs around it fit without it "
       "(98% and 95%)"},
      {Beads().pair(0.98).insert(0.9).insert(0.9).insert(0.9).pair(0.5),
       "3 segments in a row have no counterpart in the original; the pairs around them fit without "
       "them (98% and 50%)"},
      {Beads().pair(0.3).omit(0.9).pair(0.9),
       "1 segment has no counterpart in the translation; the pair before it is doubtful (30% and "
       "90%)"},
      {Beads().pair(0.9).omit(0.9).omit(0.9).pair(0.3),
       "2 segments in a row have no counterpart in the translation; the pair after them is "
       "doubtful "
       "(90% and 30%)"},
      {Beads().pair(0.2).omit(0.9).pair(0.3),
       "1 segment has no counterpart in the translation; both pairs around it are doubtful (20% "
       "and "
       "30%)"},
      {Beads().insert(0.9).pair(0.9),
       "1 segment has no counterpart in the original; at the beginning of the text; the pair after "
       "it fits (90%)"},
      {Beads().pair(0.4).omit(0.9).omit(0.9),
       "2 segments in a row have no counterpart in the translation; at the end of the text; the "
       "pair before them is doubtful (40%)"},
      {Beads().omit(1),
       "1 segment has no counterpart in the translation; no segment at all is paired"},
      {Beads().pair(0.98).omit(0.9).insert(0.8).insert(0.8).pair(0.95),
       "1 segment has no counterpart in the translation; the pairs around it fit without it (98% "
       "and 95%); 2 segments added at the same place may stand for it"},
      {Beads().pair(0.98).insert(0.9).insert(0.9).omit(0.8).pair(0.95),
       "2 segments in a row have no counterpart in the original; the pairs around them fit without "
       "them (98% and 95%); 1 segment dropped at the same place may stand for them"},
  }));
  CHECK(beads.cover().findings.front().reason.text() == reason);
}

TEST_CASE("shares count code points that are not white space", "[coverage]") {
  const SentenceAlignment alignment = Beads().pair().omit(0.9).insert(0.9).alignment();
  // 4 letters, and 6 with an emoji outside of the first plane; tabs, no-break and ideographic
  // spaces do not count.
  const CoverageReport report = find_missing_segments(
      document_of({"\u0628\u0628 \u0628\t\u0628", "abcde\u00A0\u3000\U0001F600"}, "ar"),
      document_of({"a", "b c\u2003d"}, "en"), alignment);
  CHECK(report.summary.source_share == 0.4);
  CHECK(report.summary.target_share == 0.25);
}

TEST_CASE("an empty side is covered in full, and the other not at all", "[coverage]") {
  SECTION("both") {
    const CoverageReport report = find_missing_segments({}, {}, {});
    CHECK(report.findings.empty());
    CHECK(report.summary.source_share == 1);
    CHECK(report.summary.target_share == 1);
  }
  SECTION("the translation") {
    const CoverageReport report = Beads().omit(1).omit(1).cover();
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].source == source(0, 2));
    CHECK(report.findings[0].target == target(0, 0));
    CHECK(report.summary.source_share == 0);
    CHECK(report.summary.target_share == 1);
  }
  SECTION("the original") {
    const CoverageReport report = Beads().insert(1).cover();
    CHECK(report.summary.source_share == 1);
    CHECK(report.summary.target_share == 0);
  }
}

TEST_CASE("blank lines are neither omitted nor added", "[coverage]") {
  const SegmentedDocument original =
      document_of({"one", "", "", "two", "", "three", "", "four"}, "ar");
  SentenceAlignment alignment =
      Beads().pair().omit(0.1).omit(0.2).omit(0.9).omit(0.3).omit(0.8).omit(0.4).pair().alignment();
  const CoverageReport report =
      find_missing_segments(original, document_of({"1", "4"}, "en"), alignment);
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings[0].source == source(3, 6));
  CHECK(report.findings[0].confidence == 0.8);
  CHECK_THAT(report.findings[0].reason.text(), ContainsText("2 segments in a row"));
  CHECK(report.summary.omitted_segments == 2);
  CHECK(report.summary.source_segments == 8);

  alignment = Beads().pair().omit(0.9).insert(0.9).pair().alignment();
  CHECK(find_missing_segments(document_of({"one", " \t", "two"}, "ar"),
                              document_of({"1", "", "2"}, "en"), alignment)
            .findings.empty());
}

TEST_CASE("each kind of finding has a name of its own", "[coverage]") {
  CHECK(name(FindingKind::kOmission) == "omission");
  CHECK(name(FindingKind::kAddition) == "addition");
}

TEST_CASE("what was moved is one finding in place of an omission and an addition", "[coverage]") {
  Beads beads;
  beads.pair().omit(0.8).omit(0.7).moved(2, 0).omit(0.9).pair().pair();
  beads.insert(0.6).insert(0.9).moved(2, 0).pair().move_is(source(1, 3), target(3, 5));
  const CoverageReport report = beads.cover();
  REQUIRE(report.findings.size() == 2);
  CHECK(report.findings[0].kind == FindingKind::kMoved);
  CHECK(name(report.findings[0].kind) == "moved");
  CHECK(report.findings[0].source == source(1, 3));
  CHECK(report.findings[0].target == target(3, 5));
  CHECK(report.findings[0].confidence == 0.6);
  CHECK_THAT(report.findings[0].reason.text(),
             ContainsText("2 segments of the original stand in another"));
  CHECK(report.findings[1].kind == FindingKind::kOmission);
  CHECK(report.findings[1].source == source(3, 4));
  CHECK(report.summary.omitted_segments == 1);
  CHECK(report.summary.added_segments == 0);
  CHECK(report.summary.target_share == 1);
}

TEST_CASE("a moved segment in the middle of a run parts it", "[coverage]") {
  Beads beads;
  beads.pair().omit(0.8).omit(0.9).moved(1, 0).omit(0.7).pair().insert(0.9).moved(1, 0).pair();
  beads.move_is(source(2, 3), target(2, 3));
  const CoverageReport report = beads.cover();
  REQUIRE(report.findings.size() == 3);
  CHECK(report.findings[0].source == source(1, 2));
  CHECK(report.findings[1].source == source(2, 3));
  CHECK(report.findings[1].kind == FindingKind::kMoved);
  CHECK(report.findings[2].source == source(3, 4));
}
