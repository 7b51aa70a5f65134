#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/check/baseline.h"
#include "corpus/check/examine.h"

namespace muqabala {

/// What was decided about a part.
struct Decided {
  FindingStatus status = FindingStatus::kOpen;
  std::string note = {};

  bool operator==(const Decided&) const = default;
};

/// The decisions about a pair's findings.
struct PairDecisions {
  /// `parts[f][p]`: part `p` of finding `f`.
  std::vector<std::vector<Decided>> parts = {};
  std::vector<std::size_t> used = {};  ///< numbers of the decisions that fit anything in the pair
};

/// Finds for each part what a baseline says. Refers to the baseline, which must outlive it.
class Decisions {
 public:
  explicit Decisions(const Baseline& baseline);

  /// A part is decided by its fingerprint. Where text is cut into segments otherwise than when it
  /// was decided, by its letters: if they, with those of its neighbours in the finding, are those
  /// of decisions of the kind, one behind the other; or if such a decision holds them, and they are
  /// too many for that to be chance. Every decision is good for its text once.
  PairDecisions about(const ExaminedPair& pair) const;

 private:
  Decided by_fingerprint(std::string_view fingerprint, std::vector<bool>& used) const;

  const Baseline& baseline_;
  std::vector<std::string> letters_;  ///< of each decision's text
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_fingerprint_;
};

}  // namespace muqabala
