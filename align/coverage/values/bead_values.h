#pragma once

#include <cstddef>
#include <vector>

#include "align/coverage/pair_view.h"
#include "segment/quantities/mentions.h"

namespace muqabala {

/// A number or date of one side; `Mention` is `NumberMention` or `DateMention`, its range in the
/// document's text.
template <class Mention>
struct PlacedValue {
  Mention mention;
  bool is_matched = false;  ///< with a value of the other side
};
using PlacedNumber = PlacedValue<NumberMention>;
using PlacedDate = PlacedValue<DateMention>;

/// What one side of a bead says in numbers and dates.
struct SideValues {
  std::vector<PlacedNumber> numbers = {};
  std::vector<PlacedDate> dates = {};
};

struct BeadValues {
  SideValues source;
  SideValues target;
};

/// The values of every bead of the alignment, null beads included.
std::vector<BeadValues> read_values(const PairView& pair);

/// A value of the original and one of the translation, numbers in the lists of one bead.
struct ValuePair {
  std::size_t source = 0;
  std::size_t target = 0;
};

/// Values this far apart in the order of their bead are not compared, so that the work stays linear
/// in texts made of numbers alone.
constexpr std::size_t kMaxOrderDistance = 64;

/// Calls `visit(j)` for every place in a list of `count` values that is near place `i` of the other
/// side.
template <class Visit>
void for_near(std::size_t i, std::size_t count, Visit visit) {
  const std::size_t begin = i > kMaxOrderDistance ? i - kMaxOrderDistance : 0;
  for (std::size_t j = begin; j < count && j <= i + kMaxOrderDistance; ++j) visit(j);
}

}  // namespace muqabala
