#pragma once

#include <array>

#include "align/confidence_features.h"

// Written by `tests/eval/fit_confidence.py`, which tells how they are fitted. Fitted on 15189 pairs
// and 921 nulls of 43 documents of hadith, hadith-cut, ntrex, ntrex-edited, rasaif, rasaif-cut,
// textberg.

namespace muqabala::detail {

/// A logistic regression on `ConfidenceFeatures`.
struct ConfidenceWeights {
  double intercept;
  std::array<double, kConfidenceFeatures> slopes;
};

inline constexpr ConfidenceWeights kPairWeights{
    .intercept = -0.1077,
    .slopes = {0.306, 2.563, -0.5647, -2.028, -1.043, -0.893, 0.9179, 0, 0, 0, 0, 0}};

inline constexpr ConfidenceWeights kNullWeights{
    .intercept = -3.854,
    .slopes = {-0.2981, 0.2109, -0.07871, -1.882, -0.9097, -0.2779, -0.5402, 0.7176, -2.411, 1.41,
               0.105, 1.591}};

}  // namespace muqabala::detail
