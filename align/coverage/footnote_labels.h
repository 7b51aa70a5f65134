#pragma once

#include <vector>

#include "align/coverage/placed_items.h"

namespace muqabala {

/// A mark of a footnote and the one that stands in its place.
struct ChangedLabel {
  const PlacedItem* source = nullptr;
  const PlacedItem* target = nullptr;
};

/// Gives the marks of footnotes counterparts in their own bead, and returns those whose labels
/// disagree. A translation may count anew (a note of the translator shifts all later ones) or name
/// its notes in its own language: labels agree where each always stands for the same other one, and
/// numbers keep their order. O(items log items). The result points into the arguments.
std::vector<ChangedLabel> match_footnotes(PlacedItems& source, PlacedItems& target);

}  // namespace muqabala
