#include "segment/text/offset_map.h"

#include <algorithm>
#include <cassert>

namespace muqabala {

void OffsetMap::anchor(std::size_t derived, std::size_t original, OffsetUnit unit) {
  assert(anchors_.empty() || anchors_.back().derived <= derived);
  if (!anchors_.empty() && anchors_.back().derived == derived) anchors_.pop_back();
  assert(anchors_.empty() || anchors_.back().original <= original);
  const Anchor last = anchors_.empty() ? Anchor{} : anchors_.back();
  const std::size_t units = (derived - last.derived) / last.unit.derived;
  if (unit == last.unit && units * unit.derived == derived - last.derived &&
      last.original + units * unit.original == original)
    return;
  anchors_.push_back({derived, original, unit});
}

std::size_t OffsetMap::original(std::size_t derived) const {
  const auto next = std::upper_bound(anchors_.begin(), anchors_.end(), derived,
                                     [](std::size_t d, const Anchor& a) { return d < a.derived; });
  const Anchor base = next == anchors_.begin() ? Anchor{} : *(next - 1);
  const std::size_t units = (derived - base.derived) / base.unit.derived;
  const std::size_t mapped = base.original + units * base.unit.original;
  return next == anchors_.end() ? mapped : std::min(mapped, next->original);
}

std::size_t OffsetMap::original_end(std::size_t derived) const {
  if (derived == 0) return original(std::size_t{0});
  const auto next = std::lower_bound(anchors_.begin(), anchors_.end(), derived,
                                     [](const Anchor& a, std::size_t d) { return a.derived < d; });
  const Anchor base = next == anchors_.begin() ? Anchor{} : *(next - 1);
  const std::size_t units = (derived - base.derived + base.unit.derived - 1) / base.unit.derived;
  const std::size_t mapped = base.original + units * base.unit.original;
  return next == anchors_.end() ? mapped : std::min(mapped, next->original);
}

ByteRange OffsetMap::original(ByteRange derived) const {
  const std::size_t begin = original(derived.begin);
  return {begin, derived.empty() ? begin : std::max(begin, original_end(derived.end))};
}

}  // namespace muqabala
