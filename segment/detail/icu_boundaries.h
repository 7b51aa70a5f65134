#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "segment/detail/block_boundaries.h"

namespace muqabala::detail {

/// Sentence boundaries by ICU (Unicode Annex 29, with CLDR's list of abbreviations of the language)
/// under the rules of context that hold for every language: never in front of a small letter,
/// inside brackets, or in the middle of a wrapped line. Keeps ICU's iterator between blocks.
class IcuBoundaries {
 public:
  explicit IcuBoundaries(std::string_view language);
  ~IcuBoundaries();
  IcuBoundaries(IcuBoundaries&&) noexcept;
  IcuBoundaries& operator=(IcuBoundaries&&) noexcept;

  /// As `find_boundaries`, by the language given.
  std::vector<Decision> operator()(std::string_view block, Keep keep);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace muqabala::detail
