#include "corpus/detail/bead_text.h"

#include "corpus/one_line.h"

namespace muqabala::detail {

std::string source_line(const CollatedPair& pair, const Bead& bead) {
  return one_line(pair.source, bead.source.begin_index.value(), bead.source.end_index.value());
}

std::string target_line(const CollatedPair& pair, const Bead& bead) {
  return one_line(pair.target, bead.target.begin_index.value(), bead.target.end_index.value());
}

std::string shape_name(const Bead& bead) {
  return std::to_string(bead.source.size()) + '-' + std::to_string(bead.target.size());
}

}  // namespace muqabala::detail
