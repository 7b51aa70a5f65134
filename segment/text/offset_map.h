#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "segment/base/byte_range.h"

namespace muqabala {

/// How many bytes of a derived text stand for how many of its original, as one piece: `{1, 2}` for
/// ASCII letters decoded from UTF-16, `{1, 5}` for an `&` that was written `&amp;`.
struct OffsetUnit {
  std::uint8_t derived = 1;
  std::uint8_t original = 1;
  bool operator==(const OffsetUnit&) const = default;
};

/// Leads from byte offsets of a derived text back to byte offsets of the text it was made from.
///
/// Piecewise linear: between two anchors, both sides advance unit by unit, by default byte by byte.
/// The empty map is the identity. Monotone: a later derived offset never maps to an earlier
/// original one.
class OffsetMap {
 public:
  /// From `derived` on, derived offset `derived + k * unit.derived` stands for
  /// `original + k * unit.original`, until the next anchor. Calls come in increasing order of
  /// `derived`; anchors that change nothing are dropped; a second anchor at the same offset
  /// replaces the first.
  void anchor(std::size_t derived, std::size_t original, OffsetUnit unit = {});

  /// The original offset of `derived`. O(log anchors). Offsets that run past the next anchor's
  /// original position (derived text that was inserted) are held back to it; offsets inside a unit
  /// map to the unit's begin.
  std::size_t original(std::size_t derived) const;

  /// Where the original of the derived text that ends at `derived` ends. Differs from `original`
  /// where something was cut out right there: of `**bold** text` and `bold text`, offset 4 ends at
  /// 6, before the marks, while what begins at 4 begins at 8.
  std::size_t original_end(std::size_t derived) const;

  /// The bytes that `derived` was made from; an empty range stays empty.
  ByteRange original(ByteRange derived) const;

  bool is_identity() const { return anchors_.empty(); }

 private:
  struct Anchor {
    std::size_t derived = 0;
    std::size_t original = 0;
    OffsetUnit unit = {};
  };
  std::vector<Anchor> anchors_;
};

}  // namespace muqabala
