#pragma once

#include <cstddef>
#include <string>

#include "segment/segmented_document.h"

namespace muqabala {

/// What tells prose whose sentences are too long to be the units of its translation.
struct SentenceLengths {
  std::size_t sentences = 0;
  std::size_t typical_words = 0;  ///< half of the text stands in sentences of at least that many
  double stop_share = 0.0;        ///< of the sentences that end with a stop, in [0,1]
};

/// Measures the segments of `segmented`, which are sentences. O(length).
SentenceLengths measure_sentences(const SegmentedDocument& segmented);

/// Whether long sentences are to be cut into clauses, and the reason for people.
struct ClauseChoice {
  bool cuts = false;
  std::string reason;  ///< `long sentences (...)`, without a full stop
};

/// The choice for a text on its own.
ClauseChoice choose_clauses(const SentenceLengths& text);

/// The choice for both sides of a pair: cutting one of them only would part what belongs together.
ClauseChoice choose_clauses(const SentenceLengths& source, const SentenceLengths& target);

}  // namespace muqabala
