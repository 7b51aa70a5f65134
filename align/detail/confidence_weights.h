#pragma once

#include <array>

#include "align/confidence_features.h"

// Written by `tests/eval/fit_confidence.py`, which tells how they are fitted. Fitted on 15201 pairs
// and 918 nulls of 43 documents of hadith, hadith-cut, ntrex, ntrex-edited, rasaif, rasaif-cut,
// textberg.

namespace muqabala::detail {

/// A logistic regression on `ConfidenceFeatures`.
struct ConfidenceWeights {
  double intercept;
  std::array<double, kConfidenceFeatures> slopes;
};

inline constexpr ConfidenceWeights kPairWeights{
    .intercept = -0.4127,
    .slopes = {0.2716, 2.746, -0.6452, -2.363, -1.082, -0.7096, 1.267, 0, 0, 0, 0}};

inline constexpr ConfidenceWeights kNullWeights{
    .intercept = -4.185,
    .slopes = {-0.5609, 0.158, 0.7199, -3.631, -0.6831, -0.665, -1.506, 1.086, -2.817, 1.512,
               0.0872}};

}  // namespace muqabala::detail
