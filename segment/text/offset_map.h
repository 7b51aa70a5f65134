#pragma once

#include <cstddef>
#include <vector>

namespace muqabala {

/// Leads from byte offsets of a derived text back to byte offsets of the text it was made from.
///
/// Piecewise linear: between two anchors, both sides advance byte by byte. The empty map is the
/// identity. Monotone: a later derived offset never maps to an earlier original one.
class OffsetMap {
 public:
  /// From `derived` on, derived offset `derived + k` stands for `original + k`, until the next
  /// anchor. Calls come in increasing order of `derived`; anchors that change nothing are dropped;
  /// a second anchor at the same offset replaces the first.
  void anchor(std::size_t derived, std::size_t original);

  /// The original offset of `derived`. O(log anchors). Offsets that run past the next anchor's
  /// original position (derived text that was inserted) are held back to it.
  std::size_t original(std::size_t derived) const;

  bool is_identity() const { return anchors_.empty(); }

 private:
  struct Anchor {
    std::size_t derived;
    std::size_t original;
  };
  std::vector<Anchor> anchors_;
};

}  // namespace muqabala
