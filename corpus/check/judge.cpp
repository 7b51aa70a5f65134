#include "corpus/check/judge.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "align/coverage/fingerprint.h"
#include "corpus/check/decide.h"
#include "segment/base/error.h"

namespace muqabala {
namespace {

namespace fs = std::filesystem;

/// With fewer digits, two of a thousand fingerprints may well agree.
constexpr std::size_t kLeastDigits = 6;

std::string normal(const std::string& path) { return fs::path(path).lexically_normal().string(); }

/// Neighbouring parts of a finding of which the same was decided; `[begin, end)`.
struct Group {
  std::size_t finding = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  Decided decided;

  std::size_t size() const { return end - begin; }
};

bool is_ignored(const ExaminedFinding& finding, const ExaminedPart& part, const Policy& policy) {
  const auto fits = [&](const IgnoreRule& rule) {
    if (rule.kind && *rule.kind != finding.kind) return false;
    if (rule.pattern && !rule.pattern->is_found_in(part.words.text)) return false;
    const auto is_under = [&](const std::string& heading) {
      return rule.section->is_found_in(heading);
    };
    return !rule.section || std::any_of(part.headings.begin(), part.headings.end(), is_under);
  };
  return std::any_of(policy.ignores.begin(), policy.ignores.end(), fits);
}

/// A pair with what policy and baseline say of its parts.
class JudgedPair {
 public:
  JudgedPair(const ExaminedPair& pair, const Policy& policy, const Decisions& decisions)
      : pair_(pair),
        rules_(rules_for(policy, pair.source_path, pair.target_path)),
        decisions_(decisions.about(pair)) {
    for (std::size_t f = 0; f < pair.findings.size(); ++f) add_groups(f, policy);
  }

  const std::vector<std::size_t>& used() const { return decisions_.used; }
  const std::vector<Group>& groups() const { return groups_; }

  Level level(const Group& group) const {
    const ExaminedFinding& finding = pair_.findings[group.finding];
    if (is_too_long(group)) return Level::kError;
    const Level level = rules_.levels[finding.kind];
    return is_sure(finding) ? level : std::min(level, Level::kNote);
  }

  std::string fingerprint_of(const Group& group) const {
    return combined_fingerprint(pair_.findings[group.finding].kind, fingerprints(group));
  }

  PairResult result() const {
    PairResult result{.id = pair_.id,
                      .source_path = pair_.source_path,
                      .target_path = pair_.target_path,
                      .summary = pair_.summary,
                      .ignored = ignored_};
    for (const Group& group : groups_)
      if (level(group) != Level::kOff) result.findings.push_back(reported(group));
    if (std::optional<ReportedFinding> excess = share_excess())
      result.findings.push_back(std::move(*excess));
    std::stable_sort(result.findings.begin(), result.findings.end(),
                     [](const ReportedFinding& a, const ReportedFinding& b) {
                       const bool a_open = a.status == FindingStatus::kOpen;
                       const bool b_open = b.status == FindingStatus::kOpen;
                       return a_open != b_open ? a_open : a.level > b.level;
                     });
    return result;
  }

 private:
  void add_groups(std::size_t f, const Policy& policy) {
    const ExaminedFinding& finding = pair_.findings[f];
    bool joins = false;
    bool ignores = false;
    for (std::size_t p = 0; p < finding.parts.size(); ++p) {
      if (is_ignored(finding, finding.parts[p], policy)) {
        joins = false;
        ignores = true;
        continue;
      }
      const Decided& decided = decisions_.parts[f][p];
      joins = joins && groups_.back().decided == decided;
      if (joins)
        ++groups_.back().end;
      else
        groups_.push_back({.finding = f, .begin = p, .end = p + 1, .decided = decided});
      joins = true;
    }
    ignored_ += ignores;
  }

  std::vector<std::string> fingerprints(const Group& group) const {
    std::vector<std::string> all;
    for (std::size_t p = group.begin; p < group.end; ++p)
      all.push_back(pair_.findings[group.finding].parts[p].fingerprint);
    return all;
  }

  bool is_sure(const ExaminedFinding& finding) const {
    return finding.confidence >= rules_.least_confidence[finding.kind];
  }

  bool is_open_omission(const Group& group) const {
    const ExaminedFinding& finding = pair_.findings[group.finding];
    return group.decided.status == FindingStatus::kOpen && finding.kind == FindingKind::kOmission &&
           is_sure(finding);
  }

  bool is_too_long(const Group& group) const {
    return rules_.missing_run && is_open_omission(group) && group.size() > *rules_.missing_run;
  }

  ReportedFinding reported(const Group& group) const {
    const ExaminedFinding& finding = pair_.findings[group.finding];
    const ExaminedPart& first = finding.parts[group.begin];
    PlacedText own = first.words;
    own.end = finding.parts[group.end - 1].words.end;
    for (std::size_t p = group.begin + 1; p < group.end; ++p)
      own.text += ' ' + finding.parts[p].words.text;
    ReportedFinding result{.kind = finding.kind,
                           .level = level(group),
                           .status = group.decided.status,
                           .confidence = finding.confidence,
                           .message = message(group),
                           .fingerprint = fingerprint_of(group),
                           .note = group.decided.note,
                           .before_place = finding.before_place,
                           .behind_place = finding.behind_place};
    if (group.size() > 1) result.segment_fingerprints = fingerprints(group);
    (finding.is_in_target ? result.target : result.source) = std::move(own);
    (finding.is_in_target ? result.source : result.target) = finding.other_side;
    return result;
  }

  std::string message(const Group& group) const {
    const ExaminedFinding& finding = pair_.findings[group.finding];
    std::string text;
    if (group.size() < finding.parts.size()) text = fmt::format("{} of these: ", group.size());
    text += finding.reason;
    if (is_too_long(group))
      text += fmt::format("; the policy allows no more than {} in a row", *rules_.missing_run);
    return text;
  }

  /// A finding of its own where more of the original is missing than the policy allows.
  std::optional<ReportedFinding> share_excess() const {
    if (!rules_.missing_share || pair_.source_characters == 0) return std::nullopt;
    std::size_t missing = 0;
    const Group* first = nullptr;
    for (const Group& group : groups_) {
      if (!is_open_omission(group)) continue;
      if (first == nullptr) first = &group;
      for (std::size_t p = group.begin; p < group.end; ++p)
        missing += count_solid_characters(pair_.findings[group.finding].parts[p].words.text);
    }
    const double share =
        static_cast<double>(missing) / static_cast<double>(pair_.source_characters);
    if (first == nullptr || share <= *rules_.missing_share) return std::nullopt;
    const Place& where = pair_.findings[first->finding].parts[first->begin].words.begin;
    return ReportedFinding{
        .kind = FindingKind::kOmission,
        .level = Level::kError,
        .confidence = 1,
        .message = fmt::format(
            "{:.1f} % of the original is missing in all; the policy allows no more than {:.1f} %",
            100 * share, 100 * *rules_.missing_share),
        .fingerprint = fingerprint(FindingKind::kOmission, "limits.missing-share", 0),
        .source = PlacedText{.begin = where, .end = where, .text = {}}};
  }

  const ExaminedPair& pair_;
  Rules rules_;
  PairDecisions decisions_;
  std::vector<Group> groups_;
  std::size_t ignored_ = 0;
};

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
