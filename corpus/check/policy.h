#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/coverage/finding.h"
#include "align/coverage/least_confidence.h"
#include "corpus/check/check_report.h"
#include "corpus/check/glob.h"
#include "segment/text/pattern.h"

namespace muqabala {

constexpr std::size_t kFindingKindCount = static_cast<std::size_t>(FindingKind::kOutdated) + 1;

/// A value for every kind of finding.
template <class Value>
struct PerKind {
  std::array<Value, kFindingKindCount> values = {};

  Value& operator[](FindingKind kind) { return values[static_cast<std::size_t>(kind)]; }
  const Value& operator[](FindingKind kind) const { return values[static_cast<std::size_t>(kind)]; }
  bool operator==(const PerKind&) const = default;
};

/// How much a kind matters without a policy.
PerKind<Level> default_levels();

/// How sure findings must be without a policy (`align/coverage/least_confidence.h`).
PerKind<double> default_least_confidence();

/// How findings of a pair are judged.
struct Rules {
  PerKind<Level> levels = default_levels();
  /// A finding that is less sure is no more than a note: an editor would rather pass over a
  /// doubtful omission than not hear of it, but no check should fail by it.
  PerKind<double> least_confidence = default_least_confidence();
  /// The share of the original's characters, in [0,1], that open omissions may hold.
  std::optional<double> missing_share = {};
  /// How many segments in a row may be missing.
  std::optional<std::size_t> missing_run = {};

  bool operator==(const Rules&) const = default;
};

/// What is not reported at all: a finding's segments that fit all that is given.
struct IgnoreRule {
  std::optional<FindingKind> kind = {};
  std::optional<Pattern> pattern = {};  ///< found in the segment's text
  std::optional<Pattern> section = {};  ///< found in a heading under which the segment stands
  std::string reason = {};
};

/// Rules for some of the files, on top of the others.
struct Override {
  Glob path;  ///< of the original or of the translation
  PerKind<std::optional<Level>> levels = {};
  PerKind<std::optional<double>> least_confidence = {};
  std::optional<double> missing_share = {};
  std::optional<std::size_t> missing_run = {};
};

/// What matters to those who check.
struct Policy {
  Level fails_at = Level::kError;
  Rules rules = {};
  std::vector<IgnoreRule> ignores = {};
  std::vector<Override> overrides = {};  ///< the last that fits wins
};

/// The rules for a pair of files.
Rules rules_for(const Policy& policy, const std::string& source_path,
                const std::string& target_path);

}  // namespace muqabala
