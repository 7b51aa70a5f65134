#include "align/coverage/missing_segments.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "segment/text/white_space.h"

// Between two pairs, a path runs through its null beads in an order that means nothing: with two
// segments dropped and two added, the search may give omission, addition, omission, addition.
// So a whole stretch of null beads is judged at once, and gives at most one omission and one
// addition, but for furniture, which is told apart. What is missing would stand where the stretch
// begins, right after the pair before it, and not somewhere in the midst of what the other side has
// there. O(beads + bytes of text).

namespace muqabala {
namespace {

/// More likely than not.
constexpr double kFits = 0.5;

std::size_t count_characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!is_white_space(c.value)) ++count;
    at += c.size_bytes;
  }
  return count;
}

/// The characters of each segment of a document; a blank line, in lines mode, has none.
std::vector<std::size_t> characters(const SegmentedDocument& document) {
  std::vector<std::size_t> result;
  result.reserve(document.size());
  for (std::size_t i = 0; i < document.size(); ++i)
    result.push_back(count_characters(document.text(i)));
  return result;
}

/// A pair next to a stretch of null beads.
struct Neighbour {
  const Bead* bead = nullptr;  ///< null at an end of the text

  bool fits() const { return bead != nullptr && bead->probability >= kFits; }
};

/// Null beads of one side in a stretch that are one finding.
struct Run {
  bool is_omission = false;
  std::vector<std::string_view> furniture = {};  ///< what it looks like; none for text
  std::size_t segment_count = 0;                 ///< that hold text
  std::size_t at = 0;                            ///< number of its first bead
  double confidence = 1;
  SourceRange source = {};
  TargetRange target = {};
};

/// What the pairs before and after a stretch tell about its `count` segments.
ReasonClause surroundings(Neighbour before, Neighbour after, std::size_t count) {
  if (before.bead == nullptr && after.bead == nullptr) return {.wording = Wording::kNothingPaired};
  std::vector<ReasonValue> odds;
  for (const Bead* bead : {before.bead, after.bead})
    if (bead != nullptr) odds.push_back(ReasonValue::percent(bead->probability));
  Wording wording = Wording::kAroundFit;
  if (before.bead == nullptr)
    wording = after.fits() ? Wording::kStartFits : Wording::kStartDoubtful;
  else if (after.bead == nullptr)
    wording = before.fits() ? Wording::kEndFits : Wording::kEndDoubtful;
  else if (!before.fits() && !after.fits())
    wording = Wording::kAroundDoubtful;
  else if (!before.fits() || !after.fits())
    wording = before.fits() ? Wording::kAfterDoubtful : Wording::kBeforeDoubtful;
  return {.wording = wording, .values = std::move(odds), .count = count};
}

/// `opposite`: how many segments of text stand alone on the other side at the same place.
Reason reason(const Run& run, std::size_t opposite, Neighbour before, Neighbour after) {
  const std::size_t count = run.segment_count;
  if (!run.furniture.empty()) {
    std::vector<ReasonValue> kinds;
    for (const std::string_view kind : run.furniture) kinds.push_back(ReasonValue::term(kind));
    return because(Wording::kFurniture, std::move(kinds), count);
  }
  const bool is_omission = run.is_omission;
  Reason reason = because(is_omission ? Wording::kNoTranslation : Wording::kNoOriginal, {}, count);
  reason.also(surroundings(before, after, count));
  if (opposite == 1)
    reason.also({.wording = is_omission ? Wording::kOneAddedBeside : Wording::kOneDroppedBeside,
                 .count = count});
  else if (opposite > 1)
    reason.also({.wording = is_omission ? Wording::kSomeAddedBeside : Wording::kSomeDroppedBeside,
                 .values = {opposite},
                 .count = count});
  return reason;
}

/// What is known of the segments of one side.
struct Side {
  std::vector<std::size_t> characters;
  const FurnitureKinds& furniture;

  std::string_view furniture_of(std::size_t i) const {
    return furniture.empty() ? std::string_view() : furniture[i];
  }
};

/// The share of a side's characters, furniture left out, that has a counterpart.
class Share {
 public:
  explicit Share(const Side& side) : characters_(side.characters) {
    for (std::size_t i = 0; i < characters_.size(); ++i)
      if (side.furniture_of(i).empty()) all_ += characters_[i];
  }
  void cover(std::size_t i) { covered_ += characters_[i]; }
  double value() const {
    return all_ == 0 ? 1 : static_cast<double>(covered_) / static_cast<double>(all_);
  }

 private:
  const std::vector<std::size_t>& characters_;
  std::size_t all_ = 0;
  std::size_t covered_ = 0;
};

/// What stands alone at one place, between pairs and moves.
struct Gap {
  SourceRange source;  ///< empty, where it begins
  TargetRange target;
  std::vector<Run> omissions = {};
  std::vector<Run> additions = {};
};

/// Adds null bead number `at` to the runs of its side; furniture and text are runs of their own.
/// Blank segments at a run's ends are no part of it.
template <class Range>
void extend(std::vector<Run>& runs, const Gap& gap, const Bead& bead, std::size_t at,
            Range Run::*range, const Range& segments_of_bead, const Side& side) {
  for (const auto i : segments_of_bead) {
    if (side.characters[i.value()] == 0) continue;
    const std::string_view furniture = side.furniture_of(i.value());
    if (runs.empty() || runs.back().furniture.empty() != furniture.empty()) {
      runs.push_back({.is_omission = bead.is_omission(),
                      .at = at,
                      .source = gap.source,
                      .target = gap.target});
      (runs.back().*range).begin_index = i;
    }
    Run& run = runs.back();
    (run.*range).end_index = i + 1;
    run.confidence = std::min(run.confidence, bead.probability);
    ++run.segment_count;
    const auto seen = std::find(run.furniture.begin(), run.furniture.end(), furniture);
    if (!furniture.empty() && seen == run.furniture.end()) run.furniture.push_back(furniture);
  }
}

std::size_t count_segments(const std::vector<Run>& runs) {
  std::size_t count = 0;
  for (const Run& run : runs) count += run.segment_count;
  return count;
}

/// Segments of text in runs, furniture left out.
std::size_t count_text(const std::vector<Run>& runs) {
  std::size_t count = 0;
  for (const Run& run : runs) count += run.furniture.empty() ? run.segment_count : 0;
  return count;
}

/// Findings and the bead at which each begins.
class Findings {
 public:
  explicit Findings(std::size_t moves) : of_move_(moves) {}

  void add(const Run& run, std::size_t opposite, Neighbour before, Neighbour after) {
    const FindingKind text = run.is_omission ? FindingKind::kOmission : FindingKind::kAddition;
    add(run.at, {.kind = run.furniture.empty() ? text : FindingKind::kFurniture,
                 .confidence = run.confidence,
                 .source = run.source,
                 .target = run.target,
                 .reason = reason(run, opposite, before, after)});
  }

  /// Bead number `at` is part of a move: one finding for all such beads, as sure as the least sure.
  void add_moved(std::size_t at, const Bead& bead, const SentenceAlignment& alignment) {
    const Move& move = alignment.moves[*bead.move];
    std::optional<std::size_t>& place = of_move_[*bead.move];
    if (!place) {
      place = placed_.size();
      add(at, {.kind = FindingKind::kMoved,
               .confidence = bead.probability,
               .source = move.source,
               .target = move.target,
               .reason = because(Wording::kMoved, {}, move.source.size())});
    }
    double& confidence = placed_[*place].finding.confidence;
    confidence = std::min(confidence, bead.probability);
  }

  std::vector<Finding> in_order() && {
    std::stable_sort(placed_.begin(), placed_.end(),
                     [](const Placed& a, const Placed& b) { return a.at < b.at; });
    std::vector<Finding> findings;
    for (Placed& placed : placed_) findings.push_back(std::move(placed.finding));
    return findings;
  }

 private:
  void add(std::size_t at, Finding finding) { placed_.push_back({at, std::move(finding)}); }

  struct Placed {
    std::size_t at;
    Finding finding;
  };
  std::vector<Placed> placed_;
  std::vector<std::optional<std::size_t>> of_move_;  ///< where its finding stands
};

}  // namespace

CoverageReport find_missing_segments(const SegmentedDocument& source,
                                     const SegmentedDocument& target,
                                     const SentenceAlignment& alignment,
                                     const Furniture& furniture) {
  const Side source_side{characters(source), furniture.source};
  const Side target_side{characters(target), furniture.target};
  Share source_share(source_side);
  Share target_share(target_side);

  CoverageReport report;
  CoverageSummary& summary = report.summary;
  Findings findings(alignment.moves.size());
  summary.source_segments = source.size();
  summary.target_segments = target.size();
  const std::span<const Bead> beads = alignment.beads;
  const auto cover = [&](const Bead& bead) {
    for (const SourceIndex i : bead.source) source_share.cover(i.value());
    for (const TargetIndex j : bead.target) target_share.cover(j.value());
  };
  for (std::size_t at = 0; at < beads.size();) {
    if (!beads[at].is_null()) {
      cover(beads[at++]);
      continue;
    }
    const Neighbour before{at > 0 ? &beads[at - 1] : nullptr};
    std::vector<Gap> gaps;
    for (bool after_move = true; at < beads.size() && beads[at].is_null(); ++at) {
      const Bead& bead = beads[at];
      if (bead.move) {
        cover(bead);
        findings.add_moved(at, bead, alignment);
        after_move = true;
        continue;
      }
      if (after_move)
        gaps.push_back({.source = {bead.source.begin_index, bead.source.begin_index},
                        .target = {bead.target.begin_index, bead.target.begin_index}});
      after_move = false;
      Gap& gap = gaps.back();
      if (bead.is_omission())
        extend(gap.omissions, gap, bead, at, &Run::source, bead.source, source_side);
      else
        extend(gap.additions, gap, bead, at, &Run::target, bead.target, target_side);
    }
    const Neighbour after{at < beads.size() ? &beads[at] : nullptr};

    for (const Gap& gap : gaps) {
      const std::size_t omitted = count_text(gap.omissions);
      const std::size_t added = count_text(gap.additions);
      for (const Run& run : gap.omissions) findings.add(run, added, before, after);
      for (const Run& run : gap.additions) findings.add(run, omitted, before, after);
      summary.omitted_segments += omitted;
      summary.added_segments += added;
      summary.source_furniture_segments += count_segments(gap.omissions) - omitted;
      summary.target_furniture_segments += count_segments(gap.additions) - added;
    }
  }
  report.findings = std::move(findings).in_order();
  summary.source_share = source_share.value();
  summary.target_share = target_share.value();
  return report;
}

}  // namespace muqabala
