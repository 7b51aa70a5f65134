#pragma once

#include "align/alignment.h"
#include "align/coverage/coverage_report.h"
#include "align/coverage/furniture.h"
#include "segment/segmented_document.h"

namespace muqabala {

/// Which segments have no counterpart, and what share is covered.
///
/// The segments of one side that stand between two pairs are one finding, as sure as the least sure
/// of its null beads. What is dropped and what is added at the same place are two findings, and so
/// are text and furniture side by side. Text that was moved is one: the source's segments and,
/// elsewhere, the target's. Findings are in document order. `furniture` is of this alignment; an
/// empty list stands for a side without any. O(beads + bytes of text).
CoverageReport find_missing_segments(const SegmentedDocument& source,
                                     const SegmentedDocument& target,
                                     const SentenceAlignment& alignment,
                                     const Furniture& furniture = {});

}  // namespace muqabala
