#pragma once

#include <vector>

#include "align/coverage/finding.h"
#include "align/coverage/pair_view.h"

namespace muqabala {

/// The parts of paired segments of the original that have no counterpart in the translation:
/// `kPartial` findings in document order, `Finding::source_words` being the part and the ranges
/// those of its pair, narrowed to the source segments that hold it.
///
/// What speaks is which words have a partner (`SentenceAlignment::links`) and by how much the
/// translation is too short; against it, that the words of a part at the end of a pair are told in
/// the segment beside. A pair whose words all seem dropped is not told: then the pair itself
/// is in doubt. Pairs with a segment of more than `kMostSegmentBytes` are passed over. O(bytes +
/// links).
std::vector<Finding> find_partial_omissions(const PairView& pair);

}  // namespace muqabala
