#pragma once

#include <cstddef>

#include "segment/detail/characters.h"

namespace muqabala::detail {

/// Where a headline ends that stands at `begin` before the first sentence of its paragraph, on the
/// same line and without a stop: `Mayor Opens New Bridge to Old Town The mayor opened ...`. `begin`
/// if there is none. Looks at a bounded number of words.
std::size_t headline_end(const Characters& characters, std::size_t begin);

}  // namespace muqabala::detail
