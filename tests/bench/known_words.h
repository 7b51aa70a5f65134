#pragma once

#include <cstdint>
#include <vector>

#include "tests/support/generated_text.h"

namespace muqabala::bench {

/// Words of the program's own Arabic-English lexicon, dictionaries of the system included, with one
/// rendering each, no word twice, in an order drawn from the seed.
std::vector<testing::DictionaryEntry> known_words(std::uint64_t seed);

}  // namespace muqabala::bench
