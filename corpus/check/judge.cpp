#include "corpus/check/judge.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>

#include "corpus/check/judged_pair.h"
#include "segment/base/error.h"

namespace muqabala {
namespace {

namespace fs = std::filesystem;

/// With fewer digits, two of a thousand fingerprints may well agree.
constexpr std::size_t kLeastDigits = 6;

std::string normal(const std::string& path) { return fs::path(path).lexically_normal().string(); }

/// The decisions that fit nothing in a pair that they name and that could be checked.
class Staleness {
 public:
  explicit Staleness(const Baseline& baseline) : baseline_(baseline) {
    for (std::size_t d = 0; d < baseline.size(); ++d)
      by_pair_[{normal(baseline[d].source_path), normal(baseline[d].target_path)}].push_back(d);
  }

  void see(const ExaminedPair& pair, const std::vector<std::size_t>& used) {
    const auto found = by_pair_.find({normal(pair.source_path), normal(pair.target_path)});
    if (found == by_pair_.end()) return;
    for (const std::size_t d : found->second) {
      const FindingKind kind = baseline_[d].kind;
      const bool is_about_file =
          kind == FindingKind::kMissingTranslation || kind == FindingKind::kMissingOriginal;
      const bool was_looked_for =
          is_about_file || (kind == FindingKind::kOutdated ? pair.was_dated : pair.was_read);
      if (was_looked_for && !std::binary_search(used.begin(), used.end(), d)) stale_.insert(d);
    }
  }

  const std::set<std::size_t>& numbers() const { return stale_; }

 private:
  struct Paths {
    std::string source;
    std::string target;
    auto operator<=>(const Paths&) const = default;
  };
  const Baseline& baseline_;
  std::map<Paths, std::vector<std::size_t>> by_pair_;
  std::set<std::size_t> stale_;
};

Decision decision_about(const ExaminedPair& pair, const ExaminedFinding& finding,
                        const ExaminedPart& part, FindingStatus status) {
  return {.fingerprint = part.fingerprint,
          .status = status,
          .kind = finding.kind,
          .source_path = pair.source_path,
          .target_path = pair.target_path,
          .text = part.words.text};
}

/// What `--accept` may name: parts of a finding.
struct Acceptable {
  const ExaminedPair* pair = nullptr;
  const ExaminedFinding* finding = nullptr;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::multimap<std::string, Acceptable> acceptable(const std::vector<ExaminedPair>& pairs,
                                                  const Policy& policy, const Baseline& baseline) {
  std::multimap<std::string, Acceptable> all;
  const Decisions decisions(baseline);
  for (const ExaminedPair& pair : pairs) {
    if (pair.failure) continue;
    const JudgedPair judged(pair, policy, decisions);
    for (const Group& group : judged.groups()) {
      const ExaminedFinding& finding = pair.findings[group.finding];
      if (group.size() > 1)
        all.insert({judged.fingerprint_of(group), {&pair, &finding, group.begin, group.end}});
      for (std::size_t p = group.begin; p < group.end; ++p)
        all.insert({finding.parts[p].fingerprint, {&pair, &finding, p, p + 1}});
    }
  }
  return all;
}

}  // namespace

CheckReport judge(const std::vector<ExaminedPair>& pairs, const Policy& policy,
                  const Baseline& baseline) {
  CheckReport report{.fails_at = policy.fails_at};
  const Decisions decisions(baseline);
  Staleness staleness(baseline);
  for (const ExaminedPair& pair : pairs) {
    PairResult result{
        .id = pair.id, .source_path = pair.source_path, .target_path = pair.target_path};
    result.failure = pair.failure;
    if (!pair.failure) {
      try {
        const JudgedPair judged(pair, policy, decisions);
        staleness.see(pair, judged.used());
        result = judged.result();
      } catch (const Error& error) {
        result.failure = error;
      }
    }
    report.pairs.push_back(std::move(result));
  }
  for (const std::size_t d : staleness.numbers())
    report.stale.push_back({.fingerprint = baseline[d].fingerprint,
                            .source_path = baseline[d].source_path,
                            .target_path = baseline[d].target_path,
                            .text = baseline[d].text});
  return report;
}

Baseline with_open_findings(const Baseline& baseline, const std::vector<ExaminedPair>& pairs,
                            const Policy& policy) {
  Baseline updated;
  Staleness staleness(baseline);
  const Decisions decisions(baseline);
  for (const ExaminedPair& pair : pairs) {
    if (pair.failure) continue;
    const JudgedPair judged(pair, policy, decisions);
    staleness.see(pair, judged.used());
    for (const Group& group : judged.groups()) {
      if (group.decided.status != FindingStatus::kOpen || judged.level(group) == Level::kOff)
        continue;
      const ExaminedFinding& finding = pair.findings[group.finding];
      for (std::size_t p = group.begin; p < group.end; ++p)
        updated.push_back(decision_about(pair, finding, finding.parts[p], FindingStatus::kKnown));
    }
  }
  for (std::size_t d = 0; d < baseline.size(); ++d)
    if (!staleness.numbers().contains(d)) updated.push_back(baseline[d]);
  return updated;
}

Baseline with_accepted(const Baseline& baseline, const std::vector<ExaminedPair>& pairs,
                       const Policy& policy, const std::vector<std::string>& fingerprints,
                       const std::string& note) {
  const std::multimap<std::string, Acceptable> all = acceptable(pairs, policy, baseline);
  Baseline updated = baseline;
  for (const std::string& given : fingerprints) {
    if (given.size() < kLeastDigits)
      throw errors::unknown_fingerprint(given,
                                        fmt::format("give {} digits at least", kLeastDigits));
    const auto first = all.lower_bound(given);
    if (first == all.end() || !first->first.starts_with(given))
      throw errors::unknown_fingerprint(given, "no finding has that fingerprint");
    for (auto at = first; at != all.end() && at->first.starts_with(given); ++at) {
      if (at->first != first->first)
        throw errors::unknown_fingerprint(given, "several findings begin so; give more digits");
      const auto& [pair, finding, begin, end] = at->second;
      for (std::size_t p = begin; p < end; ++p) {
        Decision accepted =
            decision_about(*pair, *finding, finding->parts[p], FindingStatus::kAccepted);
        accepted.note = note;
        std::erase_if(updated, [&](const Decision& d) {
          return d.fingerprint == accepted.fingerprint && d.source_path == accepted.source_path &&
                 d.target_path == accepted.target_path;
        });
        updated.push_back(std::move(accepted));
      }
    }
  }
  return updated;
}

}  // namespace muqabala
