#pragma once

#include <vector>

#include "align/coverage/pair_view.h"
#include "align/text_side.h"
#include "align/translation_table.h"

namespace muqabala {

/// Finds what of a pair is told in the translation right beside it: where one clause of two is
/// translated with the sentence before or after, nothing was dropped.
class ToldBeside {
 public:
  /// Refers to both. O(bytes), for the dictionary's links of the two texts.
  ToldBeside(const PairView& pair, const TextSide& source);

  /// Links of the words of source segments with those of one target segment that have no partner
  /// yet, in order of the source.
  std::vector<WordLink> links(SourceRange source, TargetIndex target) const;

 private:
  const TextSide& source_;
  TextSide target_;
  PriorLinks prior_;
  TranslationTable table_;
  std::vector<std::size_t> taken_;  ///< first bytes of target words that have a partner, sorted
};

}  // namespace muqabala
