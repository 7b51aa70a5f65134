#include "corpus/check/judged_pair.h"

#include <algorithm>
#include <utility>

#include "align/coverage/fingerprint.h"

namespace muqabala {
namespace {

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

}  // namespace

JudgedPair::JudgedPair(const ExaminedPair& pair, const Policy& policy, const Decisions& decisions)
    : pair_(pair),
      rules_(rules_for(policy, pair.source_path, pair.target_path)),
      decisions_(decisions.about(pair)) {
  for (std::size_t f = 0; f < pair.findings.size(); ++f) add_groups(f, policy);
}

Level JudgedPair::level(const Group& group) const {
  const ExaminedFinding& finding = pair_.findings[group.finding];
  if (is_too_long(group)) return Level::kError;
  const Level level = rules_.levels[finding.kind];
  return is_sure(finding) ? level : std::min(level, Level::kNote);
}

std::string JudgedPair::fingerprint_of(const Group& group) const {
  return combined_fingerprint(pair_.findings[group.finding].kind, fingerprints(group));
}

PairResult JudgedPair::result() const {
  PairResult result{.id = pair_.id,
                    .source_path = pair_.source_path,
                    .target_path = pair_.target_path,
                    .summary = pair_.summary,
                    .ignored = ignored_};
  for (const Group& group : groups_) {
    if (level(group) == Level::kOff) continue;
    result.findings.push_back(reported(group));
    result.unsure += level(group) < rules_.levels[result.findings.back().kind];
  }
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

void JudgedPair::add_groups(std::size_t f, const Policy& policy) {
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

std::vector<std::string> JudgedPair::fingerprints(const Group& group) const {
  std::vector<std::string> all;
  for (std::size_t p = group.begin; p < group.end; ++p)
    all.push_back(pair_.findings[group.finding].parts[p].fingerprint);
  return all;
}

bool JudgedPair::is_sure(const ExaminedFinding& finding) const {
  return finding.confidence >= rules_.least_confidence[finding.kind];
}

bool JudgedPair::is_open_omission(const Group& group) const {
  const ExaminedFinding& finding = pair_.findings[group.finding];
  return group.decided.status == FindingStatus::kOpen && finding.kind == FindingKind::kOmission &&
         is_sure(finding);
}

bool JudgedPair::is_too_long(const Group& group) const {
  return rules_.missing_run && is_open_omission(group) && group.size() > *rules_.missing_run;
}

ReportedFinding JudgedPair::reported(const Group& group) const {
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
                         .reason = reason(group),
                         .fingerprint = fingerprint_of(group),
                         .note = group.decided.note,
                         .before_place = finding.before_place,
                         .behind_place = finding.behind_place};
  result.message = result.reason.text();
  if (group.size() > 1) result.segment_fingerprints = fingerprints(group);
  (finding.is_in_target ? result.target : result.source) = std::move(own);
  (finding.is_in_target ? result.source : result.target) = finding.other_side;
  return result;
}

Reason JudgedPair::reason(const Group& group) const {
  const ExaminedFinding& finding = pair_.findings[group.finding];
  Reason reason;
  if (group.size() < finding.parts.size())
    reason.also({.wording = Wording::kOfThese, .count = group.size()});
  for (const ReasonClause& clause : finding.reason.clauses) reason.also(clause);
  if (is_too_long(group))
    reason.also({.wording = Wording::kTooManyInRow, .count = *rules_.missing_run});
  return reason;
}

std::optional<ReportedFinding> JudgedPair::share_excess() const {
  if (!rules_.missing_share || pair_.source_characters == 0) return std::nullopt;
  std::size_t missing = 0;
  const Group* first = nullptr;
  for (const Group& group : groups_) {
    if (!is_open_omission(group)) continue;
    if (first == nullptr) first = &group;
    for (std::size_t p = group.begin; p < group.end; ++p)
      missing += count_solid_characters(pair_.findings[group.finding].parts[p].words.text);
  }
  const double share = static_cast<double>(missing) / static_cast<double>(pair_.source_characters);
  if (first == nullptr || share <= *rules_.missing_share) return std::nullopt;
  const Place& where = pair_.findings[first->finding].parts[first->begin].words.begin;
  Reason reason =
      because(Wording::kTooMuchMissing,
              {ReasonValue::percent(share, 1), ReasonValue::percent(*rules_.missing_share, 1)});
  std::string message = reason.text();
  return ReportedFinding{
      .kind = FindingKind::kOmission,
      .level = Level::kError,
      .confidence = 1,
      .reason = std::move(reason),
      .message = std::move(message),
      .fingerprint = fingerprint(FindingKind::kOmission, "limits.missing-share", 0),
      .source = PlacedText{.begin = where, .end = where, .text = {}}};
}

}  // namespace muqabala
