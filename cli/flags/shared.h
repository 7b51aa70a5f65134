#pragma once

#include <vector>

#include "cli/flags.h"

namespace muqabala::cli {

/// Flags and groups of flags that several commands have.
std::vector<Flag> dictionary_flags();
FlagGroup language_group();  ///< of a pair, with the dictionaries
Flag output_flag();
FlagGroup input_group();  ///< for every command that reads documents and cuts them
FlagGroup common_group();

}  // namespace muqabala::cli
