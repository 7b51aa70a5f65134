#pragma once

#include <string>

#include "corpus/pipeline.h"

namespace muqabala::detail {

/// The source side of `bead` in one line.
std::string source_line(const CollatedPair& pair, const Bead& bead);
/// The target side of `bead` in one line.
std::string target_line(const CollatedPair& pair, const Bead& bead);
/// The shape of `bead` as outputs show it: `2-1`.
std::string shape_name(const Bead& bead);

}  // namespace muqabala::detail
