#include "cli/reports/check_text.h"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "cli/reports/check_digest.h"

namespace muqabala::cli {
namespace {

constexpr std::size_t kIndent = 4;
constexpr std::size_t kGap = 3;  ///< columns between the two sides
constexpr std::size_t kMaxCellLines = 4;
constexpr std::size_t kMaxListedParts = 12;
constexpr std::size_t kMaxWidth = 120;  ///< longer lines are hard to read

struct Line {
  std::string text;  ///< printable, without isolates
  Style style = Style::kFaint;
  bool is_plain = true;
};
using Cell = std::vector<Line>;

std::vector<std::string> lines_of(const std::string& text, std::size_t width) {
  std::vector<std::string> lines;
  const std::string all = wrapped(text, width, 0);
  for (std::size_t begin = 0; begin <= all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    lines.push_back(shortened(std::string_view(all).substr(begin, end - begin), width));
    begin = end + 1;
  }
  return lines;
}

/// The end of `text`, from the begin of a word on, in `width` columns.
std::string tail(std::string text, std::size_t width) {
  if (display_width(text) <= width) return text;
  while (display_width(text) + 2 > width) {
    const std::size_t space = text.find(' ');
    if (space == std::string::npos) return shortened(text, width);
    text.erase(0, space + 1);
  }
  return fmt::format("… {}", text);
}

Cell cell_of(const PlacedText& side, const ReportedFinding& finding, Style style,
             std::size_t width) {
  Cell cell;
  if (!side.text.empty()) {
    const std::string text = shortened(printable(side.text), width * kMaxCellLines - kMaxCellLines);
    for (std::string& line : lines_of(text, width))
      cell.push_back({.text = std::move(line), .style = style, .is_plain = false});
    if (cell.size() > kMaxCellLines) {
      cell.resize(kMaxCellLines);
      cell.back().text = shortened(cell.back().text + " …", width);
    }
    return cell;
  }
  if (!finding.before_place.empty())
    cell.push_back({.text = tail(printable(finding.before_place), width)});
  cell.push_back({.text = "<- here ->", .style = Style::kBold, .is_plain = false});
  if (!finding.behind_place.empty())
    cell.push_back({.text = shortened(printable(finding.behind_place), width)});
  return cell;
}

std::string shown(const Line& line, const Screen& screen) {
  const std::string text = isolated(line.text);
  return line.is_plain ? text : styled(text, line.style, screen);
}

/// Each line of a side is isolated by itself, so that the two keep their places whatever their
/// directions.
void write_sides(const Cell& left, const Cell& right, std::size_t width, const Screen& screen,
                 std::ostream& out) {
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    std::string line(kIndent, ' ');
    const std::size_t used = i < left.size() ? display_width(left[i].text) : 0;
    if (i < left.size()) line += shown(left[i], screen);
    if (i < right.size())
      line += std::string(width - std::min(used, width) + kGap, ' ') + shown(right[i], screen);
    out << line << '\n';
  }
}

Style style_of(Level level) {
  if (level == Level::kError) return Style::kError;
  return level == Level::kWarning ? Style::kWarning : Style::kFaint;
}

std::string place_of(const std::optional<PlacedText>& side) {
  return side ? isolated(to_string(side->begin)) : std::string{};
}

void write_finding(const ReportedFinding& finding, const Screen& screen, std::ostream& out) {
  const bool is_about_source = finding.source &&
                               (!finding.target || finding.target->text.empty()) &&
                               finding.kind != FindingKind::kMissingOriginal;
  const auto& own = is_about_source ? finding.source : finding.target;
  const auto& other = is_about_source ? finding.target : finding.source;
  fmt::print(out, "{}: {}: {}, confidence {:.2f} {}\n", place_of(own),
             styled(name(finding.level), style_of(finding.level), screen),
             styled(name(finding.kind), Style::kBold, screen), finding.confidence,
             styled(fmt::format("[{}]", finding.fingerprint), Style::kFaint, screen));
  const std::size_t whole = std::min(screen.width, kMaxWidth);
  fmt::print(out, "{}\n", wrapped(printable(finding.message), whole, 2));
  if (other && other->begin.line > 0)
    fmt::print(out, "  {}\n",
               styled(fmt::format("in the {}: {}", is_about_source ? "translation" : "original",
                                  place_of(other)),
                      Style::kFaint, screen));
  const std::size_t width = (whole - kIndent - kGap) / 2;
  if (finding.source && finding.target && finding.source->begin.line > 0)
    write_sides(cell_of(*finding.source, finding, Style::kOmission, width),
                cell_of(*finding.target, finding, Style::kAddition, width), width, screen, out);
  const std::size_t parts = finding.segment_fingerprints.size();
  if (parts > 1 && parts <= kMaxListedParts)
    fmt::print(
        out, "{}\n",
        styled(wrapped(fmt::format("one by one: {}", fmt::join(finding.segment_fingerprints, " ")),
                       whole, 2),
               Style::kFaint, screen));
  out << '\n';
}

}  // namespace

void write_check_text(const CheckReport& report, const Screen& screen, std::ostream& out) {
  for (const Level level : {Level::kError, Level::kWarning, Level::kNote})
    for (const PairResult& pair : report.pairs)
      for (const ReportedFinding& finding : pair.findings)
        if (finding.status == FindingStatus::kOpen && finding.level == level)
          write_finding(finding, screen, out);
  for (const StaleDecision& stale : report.stale)
    fmt::print(out, "{}: {}: the decision [{}] fits nothing any more: {}\n",
               isolated(stale.source_path), styled("note", Style::kFaint, screen),
               stale.fingerprint, isolated(shortened(printable(stale.text), screen.width / 2)));
  write_check_summary(report, screen, out);
}

void write_check_summary(const CheckReport& report, const Screen& screen, std::ostream& out) {
  const CheckCounts counts = count_findings(report);
  std::size_t ignored = 0;
  for (const PairResult& pair : report.pairs) {
    ignored += pair.ignored;
  }
  const std::size_t checked = report.pairs.size() - counts.failed_pairs;
  std::vector<std::string> parts;
  parts.push_back(
      counts.all.open() == 0
          ? checked == 0 && counts.failed_pairs > 0 ? "nothing could be checked" : "nothing open"
          : fmt::format("{}, {}, {}", counted(counts.all.open(Level::kError), "error", "errors"),
                        counted(counts.all.open(Level::kWarning), "warning", "warnings"),
                        counted(counts.all.open(Level::kNote), "note", "notes")));
  const auto add = [&](std::size_t number, std::string_view what) {
    if (number > 0) parts.push_back(fmt::format("{} {}", number, what));
  };
  add(counts.all.accepted, "accepted");
  add(counts.all.known, "known");
  add(report.stale.size(), "stale");
  add(ignored, "ignored");
  std::string pairs = counted(checked, "pair", "pairs") + " checked";
  if (counts.failed_pairs > 0) pairs += fmt::format(", {} not", counts.failed_pairs);
  if (report.pairs.size() == 1 && checked == 1)
    pairs += fmt::format(", {:.1f} % covered",
                         std::floor(report.pairs[0].summary.source_share * 1000) / 10);
  parts.push_back(std::move(pairs));
  fmt::print(out, "{} {}\n", styled("Check:", Style::kBold, screen), fmt::join(parts, "; "));
}

}  // namespace muqabala::cli
