#include "align/coverage/furniture.h"

#include "align/coverage/missing_segments.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

constexpr std::string_view kPaired = "Here is a sentence that both sides have.";
constexpr std::string_view kPairedArabic = "هذه جملة موجودة في الجانبين.";

enum class Beside { kBefore, kBehind, kBoth };

/// A page of which `lines` stand on one side only, beside or between paired sentences.
class Page {
 public:
  static Page added(const std::vector<std::string>& lines, Beside beside) {
    return Page(lines, beside, false);
  }
  static Page dropped(const std::vector<std::string>& lines, Beside beside) {
    return Page(lines, beside, true);
  }
  /// Lines in one paragraph, by numbers among the lines given.
  Page& paragraph(std::size_t begin, std::size_t end) {
    SegmentedDocument& document = is_dropped_ ? source_ : target_;
    for (std::size_t i = begin; i < end; ++i)
      document.segments[first_ + i].block = document.segments[first_ + begin].block;
    return *this;
  }
  /// Of the lines given, what each is taken for.
  std::vector<std::string_view> kinds() const {
    const Furniture furniture = find_furniture(source_, target_, alignment_);
    const FurnitureKinds& side = is_dropped_ ? furniture.source : furniture.target;
    const auto begin = side.begin() + static_cast<std::ptrdiff_t>(first_);
    return {begin, begin + static_cast<std::ptrdiff_t>(count_)};
  }
  CoverageReport report() const {
    return find_missing_segments(source_, target_, alignment_,
                                 find_furniture(source_, target_, alignment_));
  }

 private:
  Page(const std::vector<std::string>& lines, Beside beside, bool is_dropped)
      : is_dropped_(is_dropped), count_(lines.size()) {
    std::vector<std::string> own;
    std::vector<std::string> other;
    const std::string paired(is_dropped ? kPairedArabic : kPaired);
    const std::string counterpart(is_dropped ? kPaired : kPairedArabic);
    const auto pair = [&] {
      add_bead(own.size(), own.size() + 1, other.size(), other.size() + 1);
      own.push_back(paired);
      other.push_back(counterpart);
    };
    if (beside != Beside::kBehind) pair();
    first_ = own.size();
    for (const std::string& line : lines) {
      add_bead(own.size(), own.size() + 1, other.size(), other.size());
      own.push_back(line);
    }
    if (beside != Beside::kBefore) pair();
    source_ = document_of(is_dropped ? own : other, "ar");
    target_ = document_of(is_dropped ? other : own, "en");
    for (SegmentedDocument* document : {&source_, &target_}) {
      document->document.blocks.clear();
      for (std::size_t i = 0; i < document->size(); ++i) {
        document->segments[i].block = static_cast<std::uint32_t>(i);
        document->document.blocks.push_back({.range = document->segments[i].range});
      }
    }
  }

  void add_bead(std::size_t own, std::size_t own_end, std::size_t other, std::size_t other_end) {
    if (!is_dropped_) {
      std::swap(own, other);
      std::swap(own_end, other_end);
    }
    alignment_.beads.push_back({.source = {SourceIndex(own), SourceIndex(own_end)},
                                .target = {TargetIndex(other), TargetIndex(other_end)},
                                .probability = 0.9});
  }

  bool is_dropped_;
  std::size_t count_;
  std::size_t first_ = 0;
  SegmentedDocument source_;
  SegmentedDocument target_;
  SentenceAlignment alignment_;
};

using Kinds = std::vector<std::string_view>;

}  // namespace

TEST_CASE("what a page adds around its text is furniture, and a paragraph is not", "[furniture]") {
  CHECK(Page::added({"Advertisement", "The mayor, whom nobody had invited, spoke for an hour.",
                     "Copy link"},
                    Beside::kBoth)
            .kinds() == Kinds{"an advertisement", "", "share buttons"});
}

TEST_CASE("lines without stops beside furniture are of its kind", "[furniture]") {
  CHECK(Page::added({"More from Lebanon", "Bakers who never sleep", "An orchard on the roof"},
                    Beside::kBoth)
            .kinds() == Kinds(3, "links to other articles"));
  CHECK(Page::added({"Bakers who never sleep", "An orchard on the roof"}, Beside::kBoth).kinds() ==
        Kinds(2, ""));
}

TEST_CASE("three lines without stops at an end of the page are a menu", "[furniture]") {
  const std::vector<std::string> lines{"Harbour", "Mountains", "Weather and roads"};
  CHECK(Page::added(lines, Beside::kBehind).kinds() == Kinds(3, "a menu"));
  CHECK(Page::added(lines, Beside::kBefore).kinds() == Kinds(3, "a menu"));
  CHECK(Page::added(lines, Beside::kBoth).kinds() == Kinds(3, ""));
  CHECK(Page::added({"Harbour", "Mountains"}, Beside::kBehind).kinds() == Kinds(2, ""));
}

TEST_CASE("a caption goes with the credit in its paragraph", "[furniture]") {
  const std::vector<std::string> lines{
      "Fishermen mend their nets at the old harbour, which is to be filled in.", "AFP"};
  CHECK(Page::added(lines, Beside::kBoth).kinds() == Kinds{"", "a caption or its credit"});
  CHECK(Page::added(lines, Beside::kBoth).paragraph(0, 2).kinds() ==
        Kinds(2, "a caption or its credit"));
}

TEST_CASE("a long paragraph is text whatever one of its sentences says", "[furniture]") {
  const std::vector<std::string> lines{
      "The first man spoke of the well.", "The second man wept and was silent.", "Read more.",
      "So they did, until the lamp went out.", "In the morning the well was full."};
  CHECK(Page::added(lines, Beside::kBoth).paragraph(0, 5).kinds() ==
        Kinds{"", "", "navigation", "", ""});
}

TEST_CASE("dropped furniture is told by its words alone", "[furniture]") {
  CHECK(Page::dropped(
            {"اقرأ أيضاً: خبّازون لا ينامون", "ولم يحضر الاحتفال أحد من أهل القرية.", "إعلان"},
            Beside::kBoth)
            .kinds() == Kinds{"links to other articles", "", "an advertisement"});
  // A heading beside furniture may be text that was dropped.
  CHECK(Page::dropped({"شارك هذا المقال", "خاتمة الرحلة"}, Beside::kBefore).kinds() ==
        Kinds{"share buttons", ""});
  CHECK(Page::dropped({"الميناء", "الجبل", "أحوال الطقس"}, Beside::kBehind).kinds() ==
        Kinds(3, ""));
  CHECK(Page::dropped({"التعليقات", "سلمى حداد", "أضف تعليقاً"}, Beside::kBefore).kinds() ==
        Kinds(3, "a comment form"));
}

TEST_CASE("furniture is a finding of its own and no part of what is counted", "[furniture]") {
  const CoverageReport report =
      Page::added({"Advertisement", "The mayor, whom nobody had invited, spoke for an hour.",
                   "Copy link", "12 comments"},
                  Beside::kBoth)
          .report();
  REQUIRE(report.findings.size() == 3);
  CHECK(report.findings[0].kind == FindingKind::kFurniture);
  CHECK(report.findings[0].reason.text() ==
        "1 segment without a counterpart looks like an advertisement");
  CHECK(report.findings[1].kind == FindingKind::kAddition);
  CHECK_THAT(report.findings[1].reason.text(), ContainsText("1 segment has no counterpart"));
  CHECK(report.findings[2].reason.text() ==
        "2 segments without a counterpart look like share buttons and a comment form");
  CHECK(report.findings[2].target == TargetRange{TargetIndex(3), TargetIndex(5)});
  CHECK(report.summary.added_segments == 1);
  CHECK(report.summary.target_furniture_segments == 3);
  CHECK(report.summary.target_share < 1);

  const CoverageReport clean = Page::added({"Advertisement"}, Beside::kBefore).report();
  CHECK(clean.summary.target_share == 1);
}

TEST_CASE("dropped furniture is no omission", "[furniture]") {
  const CoverageReport report = Page::dropped({"إعلان"}, Beside::kBoth).report();
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings[0].kind == FindingKind::kFurniture);
  CHECK(report.summary.omitted_segments == 0);
  CHECK(report.summary.source_furniture_segments == 1);
  CHECK(report.summary.source_share == 1);
}

TEST_CASE("paired and moved segments are never furniture", "[furniture]") {
  SentenceAlignment alignment;
  alignment.beads = {
      {.source = {SourceIndex(0), SourceIndex(1)}, .target = {TargetIndex(0), TargetIndex(1)}},
      {.source = {SourceIndex(1), SourceIndex(1)},
       .target = {TargetIndex(1), TargetIndex(2)},
       .move = 0}};
  const Furniture furniture = find_furniture(
      document_of({"إعلان"}, "ar"), document_of({"Advertisement", "Share"}, "en"), alignment);
  CHECK(furniture.target == FurnitureKinds(2, ""));
  CHECK(furniture.source == FurnitureKinds(1, ""));
}
