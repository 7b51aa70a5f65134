#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "segment/detail/block_boundaries.h"
#include "segment/srx.h"

namespace muqabala::detail {

/// Finds where the rules of an SRX file decide.
class SrxBoundaries {
 public:
  /// Takes the rules for `language`. `rules` must have passed `check_srx`.
  SrxBoundaries(const SrxRules& rules, std::string_view language);
  ~SrxBoundaries();
  SrxBoundaries(SrxBoundaries&&) noexcept;
  SrxBoundaries& operator=(SrxBoundaries&&) noexcept;

  /// Whether any rule is for the language.
  bool has_rules() const;

  /// All places in `block` at which a rule matches, in order, with what the first such rule says.
  /// A place in white space counts as behind the text before it; of several in one gap one with a
  /// break wins. Throws `errors::srx_rule_too_slow` where ICU's limits stop a rule.
  std::vector<Decision> operator()(std::string_view block);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// `own` with what `overrules` says in its place wherever it says anything; both in order.
std::vector<Decision> overruled(const std::vector<Decision>& own,
                                const std::vector<Decision>& overrules, Keep keep);

}  // namespace muqabala::detail
