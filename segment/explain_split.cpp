// The splitter keeps only where segments end: here its rules are asked again, refusals kept, and
// what they say is laid beside the segments that came out. Costs as much as splitting does.

#include "segment/explain_split.h"

#include <algorithm>
#include <utility>

#include "segment/detail/boundaries.h"

namespace muqabala {
namespace {

/// What made an end that the rules for sentences did not propose.
constexpr const char* kLaterPass = "clause";
constexpr const char* kEndOfBlock = "end-of-block";
/// An end by the rules that came to nothing: no letter or digit stands on one side of it.
constexpr const char* kNoWords = "no-words-beside";

/// The segments of one block: `[begin, end)` in `SegmentedDocument::segments`.
struct SegmentsOfBlock {
  std::size_t begin = 0;
  std::size_t end = 0;
};

class Explanation {
 public:
  Explanation(const SegmentedDocument& segmented, const SrxOptions& srx)
      : segmented_(segmented), boundaries_(segmented.document.language, srx) {}

  std::vector<SplitDecision> run() {
    std::size_t segment = 0;
    for (std::uint32_t block = 0; block < segmented_.document.blocks.size(); ++block) {
      SegmentsOfBlock segments{segment, segment};
      while (segments.end < segmented_.size() && segmented_.segments[segments.end].block == block)
        ++segments.end;
      explain_block(block, segments);
      segment = segments.end;
    }
    return std::move(decisions_);
  }

 private:
  void explain_block(std::uint32_t block, SegmentsOfBlock segments) {
    const ByteRange range = segmented_.document.blocks[block].range;
    std::size_t segment = segments.begin;
    for (const detail::Decision& decision :
         boundaries_(slice(segmented_.document.text.view(), range), detail::Keep::kAll)) {
      const std::size_t at = range.begin + decision.at;
      while (segment < segments.end && end_of(segment) < at) add_end(segment++, segments);
      const bool ends = segment < segments.end && end_of(segment) == at;
      const bool came_to_nothing = decision.ends && !ends;
      decisions_.push_back(
          {at, block, ends && decision.ends, came_to_nothing ? kNoWords : decision.rule});
      if (ends && decision.ends) ++segment;
    }
    while (segment < segments.end) add_end(segment++, segments);
  }

  void add_end(std::size_t segment, SegmentsOfBlock segments) {
    decisions_.push_back({end_of(segment), segmented_.segments[segment].block, true,
                          segment + 1 == segments.end ? kEndOfBlock : kLaterPass});
  }

  std::size_t end_of(std::size_t segment) const { return segmented_.segments[segment].range.end; }

  const SegmentedDocument& segmented_;
  detail::Boundaries boundaries_;
  std::vector<SplitDecision> decisions_;
};

}  // namespace

std::vector<SplitDecision> explain_split(const SegmentedDocument& segmented,
                                         const SrxOptions& srx) {
  return Explanation(segmented, srx).run();
}

}  // namespace muqabala
