#pragma once

#include "align/alignment.h"
#include "align/lexicon/lexicon.h"
#include "segment/segmented_document.h"

namespace muqabala {

/// An aligned pair as the detectors of `align/coverage/` look at it. Refers to all of it; for the
/// length of a call.
struct PairView {
  const SegmentedDocument& source;
  const SegmentedDocument& target;
  const SentenceAlignment& alignment;  ///< holds every segment of both sides (`partition_fault`)
  const Lexicon& lexicon;
  /// Terms whose renderings are prescribed; null without a glossary.
  const Lexicon* glossary = nullptr;
};

}  // namespace muqabala
