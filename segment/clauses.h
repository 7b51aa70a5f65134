#pragma once

#include "segment/segmented_document.h"

namespace muqabala {

/// Cuts long segments of `segmented` into clauses: behind semicolons, colons and pilcrows, and, in
/// Arabic and English (`document.language`), before words that open a clause. Segments of at most
/// `kLongestWholeLetters` stay whole and no piece has fewer than `kShortestClauseLetters`. As with
/// sentences, pieces are exact slices and what lies between two of them is white space. O(length).
SegmentedDocument cut_into_clauses(SegmentedDocument segmented);

/// Letters and digits of a segment above which it is cut, and that every piece has at least.
inline constexpr std::size_t kLongestWholeLetters = 100;
inline constexpr std::size_t kShortestClauseLetters = 40;

}  // namespace muqabala
