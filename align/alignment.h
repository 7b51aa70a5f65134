#pragma once

#include <string>
#include <vector>

#include "align/bead.h"
#include "align/confidence_features.h"
#include "segment/base/diagnostic.h"

namespace muqabala {

/// Text that stands elsewhere in the translation: null beads of both sides that belong together.
struct Move {
  SourceRange source;
  TargetRange target;
};

/// Beads in document order. Every segment of both sides stands in exactly one bead.
struct SentenceAlignment {
  std::vector<Bead> beads = {};
  std::vector<Move> moves = {};  ///< in order of the source; disjoint; `Bead::move` counts them
  std::vector<WordLink> links =
      {};  ///< word evidence of the beads, in order of source, then target
  /// Per bead what its confidence was judged by; empty unless `AlignOptions` ask for it.
  std::vector<ConfidenceFeatures> features = {};
  std::vector<Diagnostic> diagnostics = {};
};

/// Why `alignment` does not hold each of `source_count` and of `target_count` segments exactly once
/// and in order; an empty string where it does.
std::string partition_fault(const SentenceAlignment& alignment, std::size_t source_count,
                            std::size_t target_count);

}  // namespace muqabala
