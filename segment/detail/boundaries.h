#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "segment/detail/block_boundaries.h"
#include "segment/detail/icu_boundaries.h"

namespace muqabala::detail {

/// The boundaries of one document's blocks, by whatever rules its language and the options call
/// for. Names of rules in the decisions live as long as this does.
class Boundaries {
 public:
  explicit Boundaries(std::string_view language);

  /// As `find_boundaries`.
  std::vector<Decision> operator()(std::string_view block, Keep keep);

 private:
  std::unique_ptr<IcuBoundaries> icu_;  ///< none for languages with rules of our own
};

}  // namespace muqabala::detail
