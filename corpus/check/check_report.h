#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/coverage/coverage_report.h"
#include "segment/base/error.h"
#include "segment/base/place.h"

namespace muqabala {

/// How much a finding matters, as the policy says.
enum class Level : std::uint8_t { kOff, kNote, kWarning, kError };

/// The name of a level as policies and outputs show it: `off`, `note`, `warning`, `error`.
std::string_view name(Level level);

/// What was decided about a finding.
enum class FindingStatus : std::uint8_t {
  kOpen,      ///< nothing: it counts
  kAccepted,  ///< somebody accepted it, as intended
  kKnown,     ///< old debt that a baseline recorded
};

std::string_view name(FindingStatus status);

/// Words of a file and where they stand: line, column and offset in the file on disk of their first
/// character and of the place behind their last. Without text it is the place where a text that is
/// missing would stand.
struct PlacedText {
  Place begin = {};
  Place end = {};
  std::string text = {};
};

/// A finding as reports show it: judged by a policy and a baseline, with everything they need.
struct ReportedFinding {
  FindingKind kind = FindingKind::kOmission;
  Level level = Level::kError;
  FindingStatus status = FindingStatus::kOpen;
  double confidence = 0;
  Reason reason = {};        ///< the evidence, in one sentence
  std::string message = {};  ///< the same in English
  /// Of its content; the same for as long as its words stay the same.
  std::string fingerprint = {};
  /// For a run of segments the fingerprint of each, which can be accepted by itself.
  std::vector<std::string> segment_fingerprints = {};
  std::optional<PlacedText> source = {};
  std::optional<PlacedText> target = {};
  std::string note = {};  ///< what was said when it was accepted
  /// Where one side is only a place: what stands before and behind it.
  std::string before_place = {};
  std::string behind_place = {};
};

/// What checking one pair of files gave.
struct PairResult {
  std::string id = {};  ///< as the manifest calls it; mostly empty
  std::string source_path = {};
  std::string target_path = {};
  /// Open ones first, of them the most severe first, then in document order.
  std::vector<ReportedFinding> findings = {};
  CoverageSummary summary = {};
  std::size_t unsure = 0;   ///< findings that are notes only because they are not sure enough
  std::size_t ignored = 0;  ///< findings left out by the policy's [[ignore]] rules
  std::optional<Error> failure = {};  ///< why the pair could not be checked; then there is no more
};

/// A decision of the baseline that fits no finding any more.
struct StaleDecision {
  std::string fingerprint = {};
  std::string source_path = {};
  std::string target_path = {};
  std::string text = {};
};

struct CheckReport {
  std::vector<PairResult> pairs = {};
  std::vector<StaleDecision> stale = {};
  /// Open findings of this level or above make the check fail.
  Level fails_at = Level::kError;
};

/// Whether the finding is open and its level reaches `fails_at`.
bool fails(const ReportedFinding& finding, Level fails_at);

/// Whether an open finding makes the check fail.
bool has_failing_finding(const CheckReport& report);

}  // namespace muqabala
