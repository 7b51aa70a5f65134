#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace muqabala {

/// Two documents that may be a pair, and how good a one.
struct ScoredPair {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  double score = 0;  ///< in [0,1]
};

/// Chooses pairs of at least `threshold`, and more than 0, such that no document stands in two, and
/// marks each of `pairs`: 1 = chosen.
///
/// The best pair is taken first, then the best of what is left. The result is the one stable
/// matching: no two documents would both rather have each other. An assignment of the largest sum
/// would at times break a certain pair to make two doubtful ones; here a document is alone only
/// because what it would have fits another better. Ties go to the smaller numbers. O(n log n).
std::vector<std::uint8_t> match(const std::vector<ScoredPair>& pairs, double threshold);

}  // namespace muqabala
