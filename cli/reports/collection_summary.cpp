#include "cli/reports/collection_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "cli/terminal.h"

namespace muqabala::cli {
namespace {

using Counts = std::map<std::string, std::size_t>;

/// `3 a, 2 b`, the largest first; what is counted may have been named by anybody.
std::string list_of(const Counts& counts) {
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string list;
  for (const auto& [name, count] : sorted)
    list += fmt::format("{}{} {}", list.empty() ? "" : ", ", count, printable(name));
  return list;
}

std::string behind_colon(const Counts& counts) {
  return counts.empty() ? "" : ": " + list_of(counts);
}

void add_side(std::string_view name, std::string_view unmatched, const SideStatistics& side,
              std::string& text) {
  fmt::format_to(std::back_inserter(text),
                 "{}: {} segments, {} words; {:.1f} % has a counterpart, {} {} ({:.1f} per 1,000 "
                 "segments)\n",
                 name, side.segments, side.words, 100 * side.share(), side.unmatched_segments,
                 unmatched, side.unmatched_per_thousand());
}

}  // namespace

std::string collection_summary(const CollectionStatistics& statistics) {
  std::string text = fmt::format(
      "Documents: {} aligned{}\nFailed: {}{}\n", statistics.documents - statistics.failed(),
      behind_colon(statistics.languages), statistics.failed(), behind_colon(statistics.failures));
  add_side("Originals", "omitted", statistics.source, text);
  add_side("Translations", "added", statistics.target, text);
  fmt::format_to(std::back_inserter(text), "Beads{}\n", behind_colon(statistics.beads));
  fmt::format_to(std::back_inserter(text), "Pairs: {} kept, {} rejected{}\n", statistics.kept(),
                 statistics.pairs - statistics.kept(), behind_colon(statistics.rejected));
  return text;
}

}  // namespace muqabala::cli
