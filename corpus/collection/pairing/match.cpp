#include "corpus/collection/pairing/match.h"

#include <algorithm>
#include <numeric>

namespace muqabala {

std::vector<std::uint8_t> match(const std::vector<ScoredPair>& pairs, double threshold) {
  std::vector<std::size_t> order(pairs.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
    const ScoredPair& a = pairs[i];
    const ScoredPair& b = pairs[j];
    if (a.score != b.score) return a.score > b.score;
    return a.source != b.source ? a.source < b.source : a.target < b.target;
  });
  std::uint32_t sources = 0;
  std::uint32_t targets = 0;
  for (const ScoredPair& pair : pairs) {
    sources = std::max(sources, pair.source + 1);
    targets = std::max(targets, pair.target + 1);
  }
  std::vector<std::uint8_t> source_taken(sources, 0);
  std::vector<std::uint8_t> target_taken(targets, 0);
  std::vector<std::uint8_t> chosen(pairs.size(), 0);
  for (const std::size_t i : order) {
    const ScoredPair& pair = pairs[i];
    if (pair.score < threshold || pair.score <= 0) break;
    if (source_taken[pair.source] != 0 || target_taken[pair.target] != 0) continue;
    chosen[i] = source_taken[pair.source] = target_taken[pair.target] = 1;
  }
  return chosen;
}

}  // namespace muqabala
