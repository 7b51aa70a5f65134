#pragma once

#include <span>
#include <string_view>

namespace muqabala::detail {

/// Names of one concept that people write and CLDR does not have.
struct AddedNames {
  std::string_view id;     ///< of `CldrConcept`
  std::string_view names;  ///< parted by `|`, commonest first
};

/// The additions for a language (BCP 47 primary subtag); empty for most.
std::span<const AddedNames> added_names(std::string_view language);

}  // namespace muqabala::detail
