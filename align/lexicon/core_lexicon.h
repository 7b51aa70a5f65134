#pragma once

#include <span>
#include <string_view>

namespace muqabala {

/// One file of the core lexicon, compiled in: Arabic headwords with English renderings in the form
/// of `add_word_list`.
struct CoreDomain {
  std::string_view name;  ///< file name, for evidence and messages
  std::string_view text;
};

/// Every domain of the Arabic-English core lexicon.
std::span<const CoreDomain> core_domains();

}  // namespace muqabala
