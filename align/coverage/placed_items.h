#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "align/coverage/pair_view.h"
#include "segment/markup_item.h"

namespace muqabala {

/// An item of one side as it is compared with those of the other. Refers to the document.
struct PlacedItem {
  const MarkupItem* item = nullptr;
  std::size_t bead = 0;  ///< number of the bead in which it stands, or beside which
  bool in_pair = false;  ///< that bead is a pair: what is omitted as a whole is no fault of markup
  std::string key = {};  ///< items with the same key are the same
  bool has_counterpart = false;
};

/// The items of one side, in order of their beads.
using PlacedItems = std::vector<PlacedItem>;

/// Finds the bead of every item; keys are left to be given.
PlacedItems place_source_items(const PairView& pair);
PlacedItems place_target_items(const PairView& pair);

/// Gives items of one kind and key counterparts: in their own bead, then in the one before or
/// behind, then anywhere. Where the kind belongs to its sentence (placeholders and tags), what
/// stands farther away counts only if it was omitted, added or moved. O(items log items).
void match_items(PlacedItems& source, PlacedItems& target);

}  // namespace muqabala
