#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "segment/detail/block_boundaries.h"
#include "segment/detail/icu_boundaries.h"
#include "segment/detail/srx_boundaries.h"
#include "segment/srx.h"

namespace muqabala::detail {

/// The boundaries of one document's blocks, by whatever rules its language and the options call
/// for. Names of rules in the decisions live as long as this does.
class Boundaries {
 public:
  Boundaries(std::string_view language, const SrxOptions& srx);

  /// Whether rules from a file were given, none of which is for the language.
  bool lacks_srx_rules() const { return srx_ && !srx_->has_rules(); }

  /// As `find_boundaries`.
  std::vector<Decision> operator()(std::string_view block, Keep keep);

 private:
  std::vector<Decision> by_own_rules(std::string_view block, Keep keep);

  std::unique_ptr<IcuBoundaries> icu_;  ///< none for languages with rules of our own
  std::unique_ptr<SrxBoundaries> srx_;  ///< none without rules from a file
  bool srx_alone_ = false;
};

}  // namespace muqabala::detail
