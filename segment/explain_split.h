#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "segment/segmented_document.h"
#include "segment/srx.h"

namespace muqabala {

/// A place where a segment ends or might have ended, and the rule that decided.
struct SplitDecision {
  std::size_t at = 0;  ///< in `Document::text`, behind the last character of the segment
  std::uint32_t block = 0;
  bool ends = true;
  std::string rule;  ///< its name, as docs/segmentation.md lists them
};

/// Why `segmented`, made by `split_sentences` with the same `srx`, was split as it was: every
/// candidate in order, those at which the text goes on and those at which a segment ends, the ends
/// of blocks too.
std::vector<SplitDecision> explain_split(const SegmentedDocument& segmented,
                                         const SrxOptions& srx = {});

}  // namespace muqabala
