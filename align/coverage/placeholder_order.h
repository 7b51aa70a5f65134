#pragma once

#include <string>
#include <vector>

#include "align/coverage/placed_items.h"

namespace muqabala {

/// Placeholders of printf that a program fills in order, in another order.
struct ChangedOrder {
  std::size_t bead = 0;
  std::string source;  ///< all of the bead's, joined by spaces
  std::string target;
};

/// Makes keys of placeholders that are filled by position comparable: where one side of a bead
/// numbers them (`%1$s`) and the other does not, the other's are numbered in order. Returns the
/// beads in which neither side numbers them and their order differs. O(items).
std::vector<ChangedOrder> settle_placeholder_order(PlacedItems& source, PlacedItems& target);

/// Whether braces in the two texts stand for brackets rather than for values: as many of them hold
/// other things as names. Verses of the Quran are quoted so. O(bytes).
bool braces_are_brackets(const Document& source, const Document& target);

}  // namespace muqabala
