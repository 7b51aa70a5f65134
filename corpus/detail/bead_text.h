#pragma once

#include <string>
#include <vector>

#include "corpus/pipeline.h"

namespace muqabala::detail {

/// The source side of `bead` in one line.
std::string source_line(const CollatedPair& pair, const Bead& bead);
/// The target side of `bead` in one line.
std::string target_line(const CollatedPair& pair, const Bead& bead);
/// Per move of `alignment` how sure it is: as its null bead that is least so.
std::vector<double> move_probabilities(const SentenceAlignment& alignment);
/// The shape of `bead` as outputs show it: `2-1`.
std::string shape_name(const Bead& bead);

}  // namespace muqabala::detail
