#include "segment/text/offset_map.h"

#include <algorithm>
#include <cassert>

namespace muqabala {

void OffsetMap::anchor(std::size_t derived, std::size_t original) {
  assert(anchors_.empty() || anchors_.back().derived <= derived);
  if (!anchors_.empty() && anchors_.back().derived == derived) anchors_.pop_back();
  assert(anchors_.empty() || anchors_.back().original <= original);
  const std::size_t last_derived = anchors_.empty() ? 0 : anchors_.back().derived;
  const std::size_t last_original = anchors_.empty() ? 0 : anchors_.back().original;
  if (original >= last_original && derived - last_derived == original - last_original) return;
  anchors_.push_back({derived, original});
}

std::size_t OffsetMap::original(std::size_t derived) const {
  const auto next = std::upper_bound(anchors_.begin(), anchors_.end(), derived,
                                     [](std::size_t d, const Anchor& a) { return d < a.derived; });
  const Anchor base = next == anchors_.begin() ? Anchor{0, 0} : *(next - 1);
  const std::size_t mapped = base.original + (derived - base.derived);
  return next == anchors_.end() ? mapped : std::min(mapped, next->original);
}

}  // namespace muqabala
