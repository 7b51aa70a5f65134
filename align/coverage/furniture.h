#pragma once

#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "segment/segmented_document.h"

namespace muqabala {

/// What each segment looks like that is no part of the text, in a reader's words (`a comment
/// form`); empty for text. Never dangles.
using FurnitureKinds = std::vector<std::string_view>;

struct Furniture {
  FurnitureKinds source;
  FurnitureKinds target;
};

/// Which of the segments without a counterpart are furniture of the page that the text was taken
/// from: navigation, buttons, notices, captions, by-lines.
///
/// A segment is furniture by its own words (`FurnitureWords`). On the target's side also by its
/// company: a short paragraph with such a segment in it, short lines without stops beside such
/// lines, and menus of such lines at the beginning or the end of the text. On the source's side a
/// mistake would hide an omission, so there a line has to stand between two that are furniture by
/// their words. O(bytes of the segments without a counterpart).
Furniture find_furniture(const SegmentedDocument& source, const SegmentedDocument& target,
                         const SentenceAlignment& alignment);

}  // namespace muqabala
