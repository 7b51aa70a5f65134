#pragma once

#include "align/lexicon/lexicon.h"

namespace muqabala {

/// Adds what CLDR names in both languages: months, weekdays, countries, languages, currencies and
/// spelled-out numbers, and number words beside their digits. Returns the number of the source
/// language's names.
std::size_t add_cldr(LexiconBuilder& lexicon, std::string_view source_language,
                     std::string_view target_language);

}  // namespace muqabala
