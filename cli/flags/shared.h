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
FlagGroup common_group_without_threads();  ///< the same for commands that have workers
FlagGroup worker_group();                  ///< for commands whose work is done by processes
FlagGroup pair_input_group();  ///< the same for every command that aligns a pair: its beads, too
FlagGroup collection_output_group();  ///< for every command that writes a collection's outputs
FlagGroup duplicate_group();          ///< the same
Flag filters_flag();
Flag policy_flag();
Flag baseline_flag();
Flag learn_from_flag();

}  // namespace muqabala::cli
