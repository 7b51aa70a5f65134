#pragma once

#include "align/alignment.h"
#include "align/embeddings.h"
#include "align/lexicon/lexicon.h"
#include "segment/segmented_document.h"

namespace muqabala {

/// How to align.
struct AlignOptions {
  /// Rounds of training a lexicon on the document itself; 0 = none.
  int self_training_rounds = 2;
  /// Keep what each bead's confidence was judged by, for fitting that judgement anew.
  bool keep_confidence_features = false;
  /// Pair null beads again of which confidence says that they are probably wrong.
  bool pairs_doubtful_nulls = true;
  /// Vectors of both sides' segments, as further evidence; null = none. Must outlive the call.
  const PairEmbeddings* embeddings = nullptr;
};

/// Pairs the segments of two documents.
///
/// Every segment of both sides stands in exactly one bead. `lexicon` is what is known about the two
/// languages beyond the document itself. Throws `errors::nothing_in_common` where the two texts
/// show no sign of belonging together. O(n) in the number of segments for texts that are
/// translations.
SentenceAlignment align(const SegmentedDocument& source, const SegmentedDocument& target,
                        const Lexicon& lexicon, const AlignOptions& options);

}  // namespace muqabala
