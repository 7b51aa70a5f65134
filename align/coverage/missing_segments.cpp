#include "align/coverage/missing_segments.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "segment/text/white_space.h"

// Between two pairs, a path runs through its null beads in an order that means nothing: with two
// segments dropped and two added, the search may give omission, addition, omission, addition.
// So a whole stretch of null beads is judged at once, and gives at most one omission and one
// addition. O(beads + bytes of text).

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

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string segments(std::size_t count) {
  return fmt::format("{} {}", count, count == 1 ? "segment" : "segments");
}

/// A pair next to a stretch of null beads.
struct Neighbour {
  const Bead* bead = nullptr;  ///< null at an end of the text

  bool fits() const { return bead != nullptr && bead->probability >= kFits; }
};

/// One kind of null beads in a stretch.
struct Run {
  FindingKind kind = FindingKind::kOmission;
  std::size_t segment_count = 0;  ///< that hold text
  std::size_t at = 0;             ///< number of its first bead
  double confidence = 1;
  SourceRange source = {};
  TargetRange target = {};
};

/// What the pairs before and after a stretch tell about it. `it` is the word for its segments.
std::string surroundings(Neighbour before, Neighbour after, std::string_view it) {
  if (before.bead == nullptr && after.bead == nullptr) return "no segment at all is paired";
  if (before.bead == nullptr || after.bead == nullptr) {
    const bool is_start = before.bead == nullptr;
    const Neighbour pair = is_start ? after : before;
    return fmt::format("at the {} of the text; the pair {} {} {} ({:.0f}%)",
                       is_start ? "beginning" : "end", is_start ? "after" : "before", it,
                       pair.fits() ? "fits" : "is doubtful", 100 * pair.bead->probability);
  }
  const std::string odds = fmt::format("({:.0f}% and {:.0f}%)", 100 * before.bead->probability,
                                       100 * after.bead->probability);
  if (before.fits() && after.fits())
    return fmt::format("the pairs around {0} fit without {0} {1}", it, odds);
  if (!before.fits() && !after.fits())
    return fmt::format("both pairs around {} are doubtful {}", it, odds);
  return fmt::format("the pair {} {} is doubtful {}", before.fits() ? "after" : "before", it, odds);
}

/// `opposite`: how many segments of the other side stand alone at the same place.
std::string reason(const Run& run, std::size_t opposite, Neighbour before, Neighbour after) {
  const bool is_one = run.segment_count == 1;
  const bool is_omission = run.kind == FindingKind::kOmission;
  const std::string_view it = is_one ? "it" : "them";
  std::string text =
      fmt::format("{} {} no counterpart in the {}; {}", segments(run.segment_count),
                  is_one ? "has" : "in a row have", is_omission ? "translation" : "original",
                  surroundings(before, after, it));
  if (opposite > 0)
    text += fmt::format("; {} {} at the same place may stand for {}", segments(opposite),
                        is_omission ? "added" : "dropped", it);
  return text;
}

/// Adds a null bead to the run of its kind. Blank segments at a run's ends are no part of it.
template <class Range>
void extend(Run& run, const Bead& bead, std::size_t at, Range Run::*side, const Range& range,
            const std::vector<std::size_t>& character_counts) {
  for (const auto i : range) {
    if (character_counts[i.value()] == 0) continue;
    if (run.segment_count == 0) {
      run.at = at;
      run.source = bead.source;
      run.target = bead.target;
      (run.*side).begin_index = i;
    }
    (run.*side).end_index = i + 1;
    run.confidence = std::min(run.confidence, bead.probability);
    ++run.segment_count;
  }
}

/// Findings and the bead at which each begins.
class Findings {
 public:
  explicit Findings(std::size_t moves) : of_move_(moves) {}

  void add(std::size_t at, Finding finding) { placed_.push_back({at, std::move(finding)}); }

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
               .reason = fmt::format("{} of the original {} in another place of the translation",
                                     segments(move.source.size()),
                                     move.source.size() == 1 ? "stands" : "stand")});
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
                                     const SentenceAlignment& alignment) {
  const std::vector<std::size_t> source_characters = characters(source);
  const std::vector<std::size_t> target_characters = characters(target);
  std::size_t source_all = 0;
  std::size_t target_all = 0;
  for (const std::size_t count : source_characters) source_all += count;
  for (const std::size_t count : target_characters) target_all += count;
  std::size_t source_covered = 0;
  std::size_t target_covered = 0;

  CoverageReport report;
  Findings findings(alignment.moves.size());
  report.summary.source_segments = source.size();
  report.summary.target_segments = target.size();
  const std::span<const Bead> beads = alignment.beads;
  for (std::size_t at = 0; at < beads.size();) {
    if (!beads[at].is_null()) {
      for (const SourceIndex i : beads[at].source) source_covered += source_characters[i.value()];
      for (const TargetIndex j : beads[at].target) target_covered += target_characters[j.value()];
      ++at;
      continue;
    }
    const Neighbour before{at > 0 ? &beads[at - 1] : nullptr};
    std::vector<Run> omissions;
    std::vector<Run> additions;
    for (bool after_move = true; at < beads.size() && beads[at].is_null(); ++at) {
      const Bead& bead = beads[at];
      if (bead.move) {
        for (const SourceIndex i : bead.source) source_covered += source_characters[i.value()];
        for (const TargetIndex j : bead.target) target_covered += target_characters[j.value()];
        findings.add_moved(at, bead, alignment);
        after_move = true;
        continue;
      }
      if (after_move) {
        omissions.push_back({.kind = FindingKind::kOmission});
        additions.push_back({.kind = FindingKind::kAddition});
        after_move = false;
      }
      if (bead.is_omission())
        extend(omissions.back(), bead, at, &Run::source, bead.source, source_characters);
      else
        extend(additions.back(), bead, at, &Run::target, bead.target, target_characters);
    }
    const Neighbour after{at < beads.size() ? &beads[at] : nullptr};

    const auto tell = [&](const Run& run, const Run& opposite) {
      if (run.segment_count == 0) return;
      findings.add(run.at, {.kind = run.kind,
                            .confidence = run.confidence,
                            .source = run.source,
                            .target = run.target,
                            .reason = reason(run, opposite.segment_count, before, after)});
    };
    for (std::size_t k = 0; k < omissions.size(); ++k) {
      const Run& omission = omissions[k];
      const Run& addition = additions[k];
      tell(omission, addition);
      tell(addition, omission);
      report.summary.omitted_segments += omission.segment_count;
      report.summary.added_segments += addition.segment_count;
    }
  }
  report.findings = std::move(findings).in_order();
  report.summary.source_share = share(source_covered, source_all);
  report.summary.target_share = share(target_covered, target_all);
  return report;
}

}  // namespace muqabala
