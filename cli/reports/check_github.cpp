#include <fmt/ostream.h>

#include <algorithm>
#include <array>

#include "cli/reports/check_digest.h"
#include "cli/reports/check_formats.h"
#include "cli/terminal.h"

// Workflow commands: `::error file=a,line=1::words`. GitHub shows ten errors, ten warnings and ten
// notices of a step and drops the rest without a word.
namespace muqabala::cli {
namespace {

constexpr std::size_t kMaxOfAKind = 10;

/// The kinds of commands, the worst first.
enum Command : std::size_t { kErrors, kWarnings, kNotices };
constexpr std::array<std::string_view, 3> kNames = {"error", "warning", "notice"};

Command command_of(Level level) {
  if (level == Level::kError) return kErrors;
  return level == Level::kWarning ? kWarnings : kNotices;
}

/// Text behind a command.
std::string data(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '%') {
      out += "%25";
    } else if (c == '\r') {
      out += "%0D";
    } else if (c == '\n') {
      out += "%0A";
    } else {
      out += c;
    }
  }
  return out;
}

/// The value of a command's property.
std::string property(std::string_view text) {
  std::string out;
  for (const char c : data(text)) {
    if (c == ':') {
      out += "%3A";
    } else if (c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

/// Each ends in a comma.
std::string properties(const Place& begin, const Place& end) {
  if (begin.path.empty()) return "";
  std::string out = fmt::format("file={},", property(printable(begin.path)));
  if (begin.line == 0) return out;
  out += fmt::format("line={},endLine={},", begin.line, std::max(begin.line, end.line));
  if (begin.column > 0) out += fmt::format("col={},", begin.column);
  return out;
}

/// Commands by kind.
using Counts = std::array<std::size_t, 3>;

Counts count_commands(const CheckReport& report) {
  const CheckCounts counts = count_findings(report);
  return {counts.failed_pairs + counts.all.open(Level::kError), counts.all.open(Level::kWarning),
          counts.all.open(Level::kNote)};
}

/// Writes commands while there is room for their kind.
class Annotations {
 public:
  Annotations(const Counts& room, std::ostream& out) : room_(room), out_(out) {}

  void write(Command command, const PlacedText& at, std::string_view title,
             std::string_view words) {
    if (room_[command] == 0) return;
    --room_[command];
    fmt::print(out_, "::{} {}title={}::{}\n", kNames[command], properties(at.begin, at.end),
               property(title), data(words));
  }

 private:
  Counts room_;
  std::ostream& out_;
};

void write_rest(const Counts& rest, std::ostream& out) {
  fmt::print(out, "::notice title=More findings::{}, {} and {} more: GitHub shows ten of each.\n",
             counted(rest[kErrors], "error", "errors"),
             counted(rest[kWarnings], "warning", "warnings"),
             counted(rest[kNotices], "note", "notes"));
}

}  // namespace

void write_check_github(const CheckReport& report, std::ostream& out) {
  const Counts all = count_commands(report);
  const bool is_too_many =
      std::any_of(all.begin(), all.end(), [](std::size_t n) { return n > kMaxOfAKind; });
  // The command that counts the rest is a notice, too.
  const Counts room = {kMaxOfAKind, kMaxOfAKind, kMaxOfAKind - (is_too_many ? 1 : 0)};

  Annotations annotations(room, out);
  for (const PairResult& pair : report.pairs) {
    if (!pair.failure) continue;
    const Place& where = pair.failure->where();
    annotations.write(kErrors, {.begin = where, .end = where, .text = {}}, "Not checked",
                      pair_name(pair) + ": " + isolated(pair.failure->message()));
  }
  for (const FoundIn& found : most_severe_first(report)) {
    const ReportedFinding& finding = *found.finding;
    if (finding.status != FindingStatus::kOpen) break;  // decided ones stand last
    const PlacedText* place = place_to_act(finding);
    annotations.write(command_of(finding.level), place != nullptr ? *place : PlacedText{},
                      title(finding), evidence(finding));
  }
  if (!is_too_many) return;
  Counts rest = {};
  for (std::size_t i = 0; i < all.size(); ++i) rest[i] = all[i] - std::min(all[i], room[i]);
  write_rest(rest, out);
}

}  // namespace muqabala::cli
