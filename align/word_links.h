#pragma once

#include <vector>

#include "align/bead.h"
#include "align/text_side.h"
#include "align/translation_table.h"

namespace muqabala {

/// The words of a bead that explain each other, one to one, strongest first chosen (competitive
/// linking, Melamed 2000, "Models of Translational Equivalence among Words", section 4), in order
/// of the source. A link counts from a ratio of 2 in the two directions' mean.
void append_word_links(const TextSide& source, const TextSide& target, SourceRange source_range,
                       TargetRange target_range, const TranslationTable& table,
                       const PriorLinks& prior, std::vector<WordLink>& links);

}  // namespace muqabala
