#pragma once

#include <vector>

#include "align/alignment.h"
#include "align/confidence_features.h"
#include "align/length_cost.h"
#include "align/text_side.h"
#include "align/translation_table.h"

namespace muqabala {

/// Measures every bead of an alignment, in its order. `Bead::posterior` and `Bead::evidence` must
/// be filled in. O(words of the beads).
std::vector<ConfidenceFeatures> confidence_features(const SentenceAlignment& alignment,
                                                    const TextSide& source, const TextSide& target,
                                                    const TranslationTable& table,
                                                    const LengthModel& length);

/// How often beads with such features are right, in (0,1): inside one row of the gold, or without
/// counterpart there too.
double confidence(const ConfidenceFeatures& features);

}  // namespace muqabala
