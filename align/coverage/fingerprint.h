#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "align/coverage/finding.h"
#include "segment/segmented_document.h"

namespace muqabala {

/// What can be decided about by itself: one segment of a finding, or the words it is about.
struct FindingPart {
  ByteRange words = {};      ///< in `Document::text` of the finding's side
  std::size_t segment = 0;   ///< number of the segment in which they begin
  std::string letters = {};  ///< `fold_letters` of the words
  std::string fingerprint = {};
};

/// A finding's parts and the side they stand on.
struct FindingParts {
  bool is_in_target = false;
  std::vector<FindingPart> parts = {};  ///< in order of the text; at least one
};

/// The parts of each finding, in the order of `findings`, which is that of the document.
///
/// A fingerprint is made of the kind, the letters of the words, and of how many equal ones come
/// before it. So it stays the same when segments are renumbered, text elsewhere is edited,
/// paragraphs are moved, files renamed, and when white space, diacritics, quotes or case change. Of
/// words inside a segment (a number, a name) the letters around them count too, up to the ends of
/// their paragraph: another `12` that is missing is another finding. O(text of the findings).
std::vector<FindingParts> fingerprints(const SegmentedDocument& source,
                                       const SegmentedDocument& target,
                                       const std::vector<Finding>& findings);

/// The fingerprint of a finding about `content`, of which `occurrence` equal ones come before: 16
/// hexadecimal digits.
std::string fingerprint(FindingKind kind, std::string_view content, std::size_t occurrence);

/// The fingerprint of a finding of these parts: of one that part's own.
std::string combined_fingerprint(FindingKind kind, const std::vector<std::string>& parts);

}  // namespace muqabala
