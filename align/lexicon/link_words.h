#pragma once

#include <cstdint>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "align/text_side.h"
#include "align/translation_table.h"

namespace muqabala {

/// Everything known beforehand about the words of two texts: identical words and numbers, cognates
/// where the scripts are the same, names in two scripts, and `lexicon`.
///
/// A headword of a words and a rendering of b words give each of their a x b pairs 1/(ab) of the
/// entry's weight, if the texts hold all of them. A text's word counts under the (at most four)
/// likeliest keys that the lexicon knows, each further one at 0.6 of the one before.
PriorLinks link_words(const TextSide& source, const TextSide& target, const Lexicon& lexicon);

/// Per type of the source: 1 for a word that the lexicon knows.
std::vector<std::uint8_t> known_source_words(const TextSide& source, const Lexicon& lexicon);

}  // namespace muqabala
