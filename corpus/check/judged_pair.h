#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corpus/check/check_report.h"
#include "corpus/check/decide.h"
#include "corpus/check/examine.h"
#include "corpus/check/policy.h"

namespace muqabala {

/// Neighbouring parts `[begin, end)` of a finding, of which the same was decided: what becomes a
/// finding of the report.
struct Group {
  std::size_t finding = 0;  ///< its number in the pair
  std::size_t begin = 0;
  std::size_t end = 0;
  Decided decided;

  std::size_t size() const { return end - begin; }
};

/// A pair with what policy and baseline say of its parts.
class JudgedPair {
 public:
  /// Refers to `pair`, which must outlive it. Throws `errors::pattern_too_slow`.
  JudgedPair(const ExaminedPair& pair, const Policy& policy, const Decisions& decisions);

  /// Numbers of the decisions that fit anything in the pair.
  const std::vector<std::size_t>& used() const { return decisions_.used; }
  /// All but what is ignored, in document order.
  const std::vector<Group>& groups() const { return groups_; }
  Level level(const Group& group) const;
  std::string fingerprint_of(const Group& group) const;
  PairResult result() const;

 private:
  void add_groups(std::size_t f, const Policy& policy);
  std::vector<std::string> fingerprints(const Group& group) const;
  bool is_sure(const ExaminedFinding& finding) const;
  bool is_open_omission(const Group& group) const;
  bool is_too_long(const Group& group) const;
  ReportedFinding reported(const Group& group) const;
  Reason reason(const Group& group) const;
  /// A finding of its own where more of the original is missing than the policy allows.
  std::optional<ReportedFinding> share_excess() const;

  const ExaminedPair& pair_;
  Rules rules_;
  PairDecisions decisions_;
  std::vector<Group> groups_;
  std::size_t ignored_ = 0;
};

}  // namespace muqabala
