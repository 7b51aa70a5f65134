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
    .slopes = {0.2739, 2.694, -0.6291, -2.123, -0.8903, -0.6733, 1.054, 0, 0, 0, 0, 0}};

inline constexpr ConfidenceWeights kNullWeights{
    .intercept = -4.136,
    .slopes = {-0.2692, 0.209, -0.1718, -3.524, -0.9653, -0.2775, -0.6596, 0.7344, -2.269, 1.228,
               0.1084, 1.802}};

}  // namespace muqabala::detail
