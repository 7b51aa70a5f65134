#pragma once

#include <array>

#include "align/confidence_features.h"

// Written by `tests/eval/fit_confidence.py`, which tells how they are fitted. Fitted on 15194 pairs
// and 906 nulls of 43 documents of hadith, hadith-cut, ntrex, ntrex-edited, rasaif, rasaif-cut,
// textberg.

namespace muqabala::detail {

/// A logistic regression on `ConfidenceFeatures`.
struct ConfidenceWeights {
  double intercept;
  std::array<double, kConfidenceFeatures> slopes;
};

inline constexpr ConfidenceWeights kPairWeights{
    .intercept = -0.3627,
    .slopes = {0.2765, 2.752, -0.6138, -2.236, -0.8694, -0.8618, 1.082, 0, 0, 0, 0, 0}};

inline constexpr ConfidenceWeights kNullWeights{
    .intercept = -4.059,
    .slopes = {-0.2671, 0.2173, -0.1774, -3.422, -0.9625, -0.2706, -0.4839, 0.7124, -2.103, 1.391,
               0.1105, 1.814}};

}  // namespace muqabala::detail
