#pragma once

#include <vector>

#include "align/text_side.h"
#include "align/translation_table.h"

namespace muqabala {

// What surely belongs together without knowing either language. Each function appends links between
// types of the two sides, none twice.

/// The same number, the same telling mark, the same word in one script. O(types).
void link_identical(const TextSide& source, const TextSide& target, std::vector<TypeLink>& links);

/// Words of one script that are spelled alike ("Himalaya" ~ "himalayen"): cognates, after Simard,
/// Foster and Isabelle (1992), "Using Cognates to Align Sentences in Bilingual Corpora". Weighs by
/// the edit distance. O(types x words that begin alike).
void link_cognates(const TextSide& source, const TextSide& target, std::vector<TypeLink>& links);

/// Names written in two scripts, by their consonants (see `name_skeleton.h`): types of the cased
/// side count that begin with a capital in mid-sentence in at least half of their uses.
/// O(types x names with similar skeletons).
void link_transliterated(const TextSide& source, const TextSide& target,
                         std::vector<TypeLink>& links);

}  // namespace muqabala
