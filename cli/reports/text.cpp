#include "cli/reports/text.h"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "corpus/one_line.h"

namespace muqabala::cli {
namespace {

/// Lines of text that a finding shows at most.
constexpr std::size_t kMaxFindingLines = 2;
constexpr std::size_t kMaxFindingWidth = 160;
constexpr std::size_t kIndent = 4;

/// One side as the report names it.
struct Side {
  explicit Side(const SegmentedDocument& segmented)
      : document(segmented), place(segmented.document) {}

  /// Where segment `i` begins; for the place behind the last one, where that ends.
  std::string where(std::size_t i) const {
    if (document.segments.empty()) return isolated(to_string(Place{document.document.file.path}));
    const bool behind = i >= document.size();
    const ByteRange range = document.segments[behind ? document.size() - 1 : i].range;
    return isolated(to_string(place(behind ? range.end : range.begin)));
  }

  const SegmentedDocument& document;
  PlaceFinder place;
};

/// Numbers of segments, whichever side's.
struct Run {
  std::size_t begin = 0;
  std::size_t end = 0;
};

template <class Range>
Run run_of(const Range& range) {
  return {range.begin_index.value(), range.end_index.value()};
}

std::string count(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

/// Rounded down, so that 100 % means all.
std::string percent(double share) { return fmt::format("{:.1f} %", std::floor(share * 1000) / 10); }

Style style_of(FindingKind kind) {
  if (kind == FindingKind::kFurniture) return Style::kFaint;
  return kind == FindingKind::kAddition ? Style::kAddition : Style::kOmission;
}

void write_finding(const Finding& finding, const Side& source, const Side& target,
                   const Screen& screen, std::ostream& out) {
  const bool is_in_source = !finding.source.empty();
  const Side& own = is_in_source ? source : target;
  const Side& other = is_in_source ? target : source;
  const Run run = is_in_source ? run_of(finding.source) : run_of(finding.target);
  const Run gap = is_in_source ? run_of(finding.target) : run_of(finding.source);

  fmt::print(out, "{}: {}, confidence {:.2f}: {}\n", own.where(run.begin),
             styled(name(finding.kind), style_of(finding.kind), screen), finding.confidence,
             finding.reason.text());
  const std::size_t room = std::min((screen.width - kIndent) * kMaxFindingLines, kMaxFindingWidth);
  const std::string text = printable(one_line(own.document, run.begin, run.end));
  fmt::print(out, "{:{}}{}\n", "", kIndent, isolated(shortened(text, room)));
  const std::string place = fmt::format("its place: {}", other.where(gap.begin));
  fmt::print(out, "{:{}}{}\n", "", kIndent, styled(place, Style::kFaint, screen));
}

void write_bead(const CollatedPair& pair, const Bead& bead, const Screen& screen,
                std::ostream& out) {
  const Run from = run_of(bead.source);
  const Run to = run_of(bead.target);
  const std::string source = isolated(one_line(pair.source, from.begin, from.end));
  const std::string target = isolated(one_line(pair.target, to.begin, to.end));
  if (source.empty() && target.empty()) return;  // blank lines are segments too in lines mode
  if (bead.is_omission()) {
    fmt::print(out, "{} {}\n\n",
               styled(bead.move ? "- moved from here:" : "- omitted:", Style::kOmission, screen),
               source);
  } else if (bead.is_addition()) {
    fmt::print(out, "{} {}\n\n",
               styled(bead.move ? "+ moved to here:" : "+ added:", Style::kAddition, screen),
               target);
  } else {
    fmt::print(out, "  {}\n  {}\n\n", source, target);
  }
}

void write_shares(const CoverageSummary& summary, const Screen& screen, std::ostream& out) {
  const std::string title = styled("Coverage:", Style::kBold, screen);
  if (summary.target_segments == 0) {
    fmt::print(out, "{} none of the original; the translation holds no text.\n", title);
  } else {
    fmt::print(out, "{} {} of the original and {} of the translation have a counterpart.\n", title,
               percent(summary.source_share), percent(summary.target_share));
  }
}

}  // namespace

void write_text(const CollatedPair& pair, const Screen& screen, std::ostream& out) {
  for (const Bead& bead : pair.alignment.beads) write_bead(pair, bead, screen, out);
  write_coverage(pair, screen, out);
}

void write_coverage(const CollatedPair& pair, const Screen& screen, std::ostream& out) {
  const Side source(pair.source);
  const Side target(pair.target);
  const auto count_kind = [&](FindingKind kind) {
    return static_cast<std::size_t>(
        std::count_if(pair.coverage.findings.begin(), pair.coverage.findings.end(),
                      [kind](const Finding& finding) { return finding.kind == kind; }));
  };
  for (const Finding& finding : pair.coverage.findings)
    write_finding(finding, source, target, screen, out);
  if (!pair.coverage.findings.empty()) out << '\n';

  const CoverageSummary& summary = pair.coverage.summary;
  write_shares(summary, screen, out);
  const std::size_t moved = count_kind(FindingKind::kMoved);
  const std::size_t furniture =
      summary.source_furniture_segments + summary.target_furniture_segments;
  fmt::print(out, "{} ({} of {}), {} ({} of {}){}{}.\n",
             count(count_kind(FindingKind::kOmission), "omission", "omissions"),
             summary.omitted_segments, count(summary.source_segments, "segment", "segments"),
             count(count_kind(FindingKind::kAddition), "addition", "additions"),
             summary.added_segments, count(summary.target_segments, "segment", "segments"),
             moved == 0 ? "" : fmt::format(", {} moved", count(moved, "passage", "passages")),
             furniture == 0 ? ""
                            : fmt::format("; {} of page furniture left aside",
                                          count(furniture, "segment", "segments")));
}

}  // namespace muqabala::cli
