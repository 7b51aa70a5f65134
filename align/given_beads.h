#pragma once

#include "align/alignment.h"
#include "align/lexicon/lexicon.h"
#include "segment/segmented_document.h"

namespace muqabala {

/// Puts the words that speak for the beads to an alignment that somebody else made: `lexicon` and
/// what the beads themselves teach say which belong together. O(words of the beads).
void find_word_links(SentenceAlignment& alignment, const SegmentedDocument& source,
                     const SegmentedDocument& target, const Lexicon& lexicon);

}  // namespace muqabala
