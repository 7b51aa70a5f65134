#include "corpus/detail/bead_text.h"

#include <algorithm>

#include "corpus/one_line.h"

namespace muqabala::detail {

std::string source_line(const CollatedPair& pair, const Bead& bead) {
  return one_line(pair.source, bead.source.begin_index.value(), bead.source.end_index.value());
}

std::string target_line(const CollatedPair& pair, const Bead& bead) {
  return one_line(pair.target, bead.target.begin_index.value(), bead.target.end_index.value());
}

std::vector<double> move_probabilities(const SentenceAlignment& alignment) {
  std::vector<double> probabilities(alignment.moves.size(), 1);
  for (const Bead& bead : alignment.beads)
    if (bead.move)
      probabilities[*bead.move] = std::min(probabilities[*bead.move], bead.probability);
  return probabilities;
}

std::string shape_name(const Bead& bead) {
  return std::to_string(bead.source.size()) + '-' + std::to_string(bead.target.size());
}

}  // namespace muqabala::detail
