#include <fmt/format.h>

#include <algorithm>

#include "cli/reports/check_digest.h"
#include "cli/reports/check_formats.h"
#include "cli/reports/check_kinds.h"
#include "cli/terminal.h"
#include "corpus/xml_text.h"

// Our own words are Markdown; all that comes out of files stands in HTML blocks (CommonMark 4.6:
// from <details> to the next blank line, and there is none in text made `printable`), where
// Markdown means nothing and escaping is HTML's.
namespace muqabala::cli {
namespace {

/// GitHub refuses a step's summary that is larger.
constexpr std::size_t kMaxBytes = std::size_t{1} << 20;
/// Kept for closing what is open, and for saying what was left out.
constexpr std::size_t kReservedBytes = 1000;

/// `shown` as HTML. A name behind '@' would call somebody.
std::string html(std::string_view shown) {
  std::string out;
  for (const char c : xml_text(shown).text) {
    if (c == '@') {
      out += "<span>@</span>";
    } else if (c == '\n') {
      out += "<br>";
    } else {
      out += c;
    }
  }
  return out;
}

/// Collects text up to the bound. What does not fit is left out, and all that follows it.
class Page {
 public:
  /// False = left out.
  bool add(std::string_view piece) {
    is_full_ = is_full_ || text_.size() + piece.size() > kMaxBytes - kReservedBytes;
    if (!is_full_) text_ += piece;
    return !is_full_;
  }

  /// Adds what room was kept for.
  void close(std::string_view piece) { text_ += piece; }

  const std::string& text() const { return text_; }

 private:
  std::string text_;
  bool is_full_ = false;
};

std::string row(std::string_view title, const FindingCounts& counts) {
  return fmt::format("| {} | {} | {} | {} | {} | {} |\n", title, counts.open(Level::kError),
                     counts.open(Level::kWarning), counts.open(Level::kNote), counts.accepted,
                     counts.known);
}

std::string opening(const CheckReport& report, const CheckCounts& counts) {
  std::string text = fmt::format(
      "## Translation check: {}\n\n{} checked.",
      counts.failing > 0        ? counted(counts.failing, "finding to act on", "findings to act on")
      : counts.failed_pairs > 0 ? "not complete"
                                : "passed",
      counted(report.pairs.size() - counts.failed_pairs, "pair", "pairs"));
  if (counts.failed_pairs > 0)
    text +=
        fmt::format(" **{} could not be checked.**", counted(counts.failed_pairs, "pair", "pairs"));
  text += '\n';
  if (counts.by_kind.empty()) return text;
  text += "\n| | error | warning | note | accepted | known |\n|---|--:|--:|--:|--:|--:|\n";
  for (const auto& [kind, of_kind] : counts.by_kind) text += row(words_of(kind).title, of_kind);
  if (counts.by_kind.size() > 1) text += row("**All**", counts.all);
  return text;
}

FindingCounts count_pair(const PairResult& pair) {
  FindingCounts counts;
  for (const ReportedFinding& finding : pair.findings) counts.add(finding);
  return counts;
}

/// A pair that has something to show.
struct RankedPair {
  const PairResult* pair;
  FindingCounts counts;
};

/// Pairs that could not be checked, then those with the most errors, warnings, notes.
std::vector<RankedPair> worst_first(const CheckReport& report) {
  std::vector<RankedPair> pairs;
  for (const PairResult& pair : report.pairs) {
    const FindingCounts counts = count_pair(pair);
    if (pair.failure || counts.open() > 0) pairs.push_back({&pair, counts});
  }
  const auto is_worse = [](const RankedPair& a, const RankedPair& b) {
    if (a.pair->failure.has_value() != b.pair->failure.has_value())
      return a.pair->failure.has_value();
    for (const Level level : {Level::kError, Level::kWarning})
      if (a.counts.open(level) != b.counts.open(level))
        return a.counts.open(level) > b.counts.open(level);
    return a.counts.open(Level::kNote) > b.counts.open(Level::kNote);
  };
  std::stable_sort(pairs.begin(), pairs.end(), is_worse);
  return pairs;
}

std::string summary_line(const RankedPair& ranked) {
  const std::string name = html(pair_name(*ranked.pair));
  if (ranked.pair->failure) return fmt::format("{}: could not be checked", name);
  const FindingCounts& counts = ranked.counts;
  return fmt::format("{}: {}, {}, {}", name, counted(counts.open(Level::kError), "error", "errors"),
                     counted(counts.open(Level::kWarning), "warning", "warnings"),
                     counted(counts.open(Level::kNote), "note", "notes"));
}

std::string item(const ReportedFinding& finding) {
  return fmt::format("<li><b>{}</b>, {}: {}</li>\n", name(finding.level), html(title(finding)),
                     html(evidence(finding)));
}

/// Begins a list that is folded up; false = it was left out. Ends with `kListEnd`.
bool begin_list(std::string_view summary, std::string_view text, Page& page) {
  return page.add(fmt::format("\n<details>\n<summary>{}</summary>\n{}<ul>\n", summary, text));
}

constexpr std::string_view kListEnd = "</ul>\n</details>\n";

/// Adds a pair; returns how many of its findings were left out.
std::size_t add_pair(const RankedPair& ranked, Page& page) {
  const PairResult& pair = *ranked.pair;
  const std::string failure = pair.failure ? html(isolated(pair.failure->what())) + '\n' : "";
  if (!begin_list(summary_line(ranked), failure, page)) return ranked.counts.open();
  std::size_t left_out = 0;
  for (const ReportedFinding& finding : pair.findings)
    if (finding.status == FindingStatus::kOpen) left_out += !page.add(item(finding));
  page.close(kListEnd);
  return left_out;
}

/// Adds the decisions that fit nothing; returns how many were left out.
std::size_t add_stale(const std::vector<StaleDecision>& stale, Page& page) {
  if (stale.empty()) return 0;
  const std::string title =
      counted(stale.size(), "decision of the baseline fits", "decisions of the baseline fit");
  if (!begin_list(title + " no finding any more", "", page)) return stale.size();
  std::size_t left_out = 0;
  for (const StaleDecision& decision : stale)
    left_out += !page.add(fmt::format("<li>{}: {}</li>\n", html(printable(decision.fingerprint)),
                                      html(excerpt(decision.text))));
  page.close(kListEnd);
  return left_out;
}

}  // namespace

void write_check_markdown(const CheckReport& report, std::ostream& out) {
  Page page;
  page.add(opening(report, count_findings(report)));
  std::size_t left_out = 0;
  for (const RankedPair& ranked : worst_first(report)) left_out += add_pair(ranked, page);
  left_out += add_stale(report.stale, page);
  if (left_out > 0)
    page.close(fmt::format("\n{} left out here: a summary may hold 1 MiB.\n",
                           counted(left_out, "more entry is", "more entries are")));
  out << page.text();
}

}  // namespace muqabala::cli
