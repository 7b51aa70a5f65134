#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/check/check_report.h"

/// What the reports of a check have in common: the order and number of findings, and their words.
namespace muqabala::cli {

/// A finding and the pair it was found in; both refer to the `CheckReport`.
struct FoundIn {
  const PairResult* pair;
  const ReportedFinding* finding;
};

/// All findings: open ones first, then by level and confidence, then as the report has them.
/// O(n log n).
std::vector<FoundIn> most_severe_first(const CheckReport& report);

/// How many findings there are.
struct FindingCounts {
  std::array<std::size_t, 4> open_by_level = {};  ///< by the value of `Level`
  std::size_t accepted = 0;
  std::size_t known = 0;

  void add(const ReportedFinding& finding);
  std::size_t open(Level level) const { return open_by_level[static_cast<std::size_t>(level)]; }
  std::size_t open() const;
};

struct CheckCounts {
  std::map<FindingKind, FindingCounts> by_kind;  ///< kinds of which there are findings
  FindingCounts all;
  std::size_t failing = 0;       ///< open findings at `fails_at` or above
  std::size_t failed_pairs = 0;  ///< that could not be checked
};

CheckCounts count_findings(const CheckReport& report);

/// `1 error`, `3 errors`.
std::string counted(std::size_t number, std::string_view one, std::string_view many);

/// Tells findings of the same fingerprint apart, in the order in which they are asked for.
class Occurrences {
 public:
  /// 1 for the first finding of this fingerprint, 2 for the second ...
  std::size_t next(const std::string& fingerprint) { return ++seen_[fingerprint]; }

 private:
  std::unordered_map<std::string, std::size_t> seen_;
};

/// Where an editor has to act: in the translation, at the place of what is missing too; in the
/// original where there is no translation. Null = nowhere.
const PlacedText* place_to_act(const ReportedFinding& finding);

/// The title of its kind, for example `Omission (confidence 0.93)`.
std::string title(const ReportedFinding& finding);

/// Columns that reports show of a text: two lines of a narrow window, as in the report for people.
constexpr std::size_t kExcerptWidth = 160;

/// `text` in one line, shortened to `width` columns, fit to be shown among other words.
std::string excerpt(std::string_view text, std::size_t width = kExcerptWidth);

/// What was found, then each side's words and place, then the fingerprint, a line each. Fit to be
/// shown, but not escaped for any format.
std::string evidence(const ReportedFinding& finding);

/// Source and target of a pair as people name it; `a.txt -> b.txt`.
std::string pair_name(const PairResult& pair);

}  // namespace muqabala::cli
