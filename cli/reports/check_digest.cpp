#include "cli/reports/check_digest.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <tuple>

#include "cli/reports/check_kinds.h"
#include "cli/terminal.h"

namespace muqabala::cli {
namespace {

/// Columns that are shown of a neighbour: enough to find it.
constexpr std::size_t kNeighbourWidth = 60;

/// What stands beside the place of a text that is missing.
std::string surroundings(const ReportedFinding& finding) {
  if (!finding.behind_place.empty())
    return fmt::format(", before: {}", excerpt(finding.behind_place, kNeighbourWidth));
  if (!finding.before_place.empty())
    return fmt::format(", behind: {}", excerpt(finding.before_place, kNeighbourWidth));
  return "";
}

}  // namespace

std::vector<FoundIn> most_severe_first(const CheckReport& report) {
  std::vector<FoundIn> all;
  for (const PairResult& pair : report.pairs)
    for (const ReportedFinding& finding : pair.findings) all.push_back({&pair, &finding});
  const auto rank = [](const FoundIn& found) {
    const ReportedFinding& finding = *found.finding;
    return std::tuple(finding.status != FindingStatus::kOpen, -static_cast<int>(finding.level),
                      -finding.confidence);
  };
  std::stable_sort(all.begin(), all.end(),
                   [&](const FoundIn& a, const FoundIn& b) { return rank(a) < rank(b); });
  return all;
}

void FindingCounts::add(const ReportedFinding& finding) {
  switch (finding.status) {
    case FindingStatus::kOpen:
      ++open_by_level[static_cast<std::size_t>(finding.level)];
      break;
    case FindingStatus::kAccepted:
      ++accepted;
      break;
    case FindingStatus::kKnown:
      ++known;
      break;
  }
}

std::size_t FindingCounts::open() const {
  return std::accumulate(open_by_level.begin(), open_by_level.end(), std::size_t{0});
}

CheckCounts count_findings(const CheckReport& report) {
  CheckCounts counts;
  for (const PairResult& pair : report.pairs) {
    counts.failed_pairs += pair.failure.has_value();
    for (const ReportedFinding& finding : pair.findings) {
      counts.all.add(finding);
      counts.by_kind[finding.kind].add(finding);
      counts.failing += fails(finding, report.fails_at);
    }
  }
  return counts;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", number, number == 1 ? one : many);
}

const PlacedText* place_to_act(const ReportedFinding& finding) {
  if (finding.target && finding.kind != FindingKind::kMissingTranslation) return &*finding.target;
  return finding.source ? &*finding.source : nullptr;
}

std::string title(const ReportedFinding& finding) {
  return fmt::format("{} (confidence {:.2f})", words_of(finding.kind).title, finding.confidence);
}

std::string excerpt(std::string_view text, std::size_t width) {
  return isolated(shortened(printable(text), width));
}

std::string evidence(const ReportedFinding& finding) {
  std::string text = isolated(finding.message);
  const auto add = [&](const std::optional<PlacedText>& side, std::string_view name) {
    if (!side || side->begin.line == 0) return;  // a file as a whole has no words to show
    const std::string place = isolated(to_string(side->begin));
    if (side->text.empty()) {
      text += fmt::format("\nIts place in the {}: {}{}", name, place, surroundings(finding));
    } else {
      text += fmt::format("\nIn the {}, {}: {}", name, place, excerpt(side->text));
    }
  };
  add(finding.source, "original");
  add(finding.target, "translation");
  text += fmt::format("\nFingerprint: {}", printable(finding.fingerprint));
  return text;
}

std::string pair_name(const PairResult& pair) {
  return fmt::format("{} -> {}", isolated(pair.source_path), isolated(pair.target_path));
}

}  // namespace muqabala::cli
