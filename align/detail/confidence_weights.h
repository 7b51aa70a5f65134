#pragma once

#include <array>

#include "align/confidence_features.h"

// Written by `tests/eval/fit_confidence.py`, which tells how they are fitted. Fitted on 15197 pairs
// and 906 nulls of 43 documents of hadith, hadith-cut, ntrex, ntrex-edited, rasaif, rasaif-cut,
// textberg.

namespace muqabala::detail {

/// A logistic regression on `ConfidenceFeatures`.
struct ConfidenceWeights {
  double intercept;
  std::array<double, kConfidenceFeatures> slopes;
};

inline constexpr ConfidenceWeights kPairWeights{
    .intercept = -0.3127,
    .slopes = {0.2739, 2.694, -0.6291, -2.123, -0.8903, -0.6733, 1.054, 0, 0, 0, 0}};

inline constexpr ConfidenceWeights kNullWeights{
    .intercept = -2.596,
    .slopes = {-0.2742, 0.1963, -0.2139, -3.481, -0.9612, -0.4475, -0.7793, 0.7062, -2.275, 1.28,
               0.1467}};

}  // namespace muqabala::detail
