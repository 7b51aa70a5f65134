#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "segment/base/hash.h"

namespace muqabala {

/// One of `count` parts of a collection. A document belongs to the part number
/// `hash_bytes(id) % count`, so to the same one wherever it stands and whatever stands around it.
struct Shard {
  std::size_t index = 0;  ///< 0-based
  std::size_t count = 1;

  bool holds(std::string_view id) const { return hash_bytes(id) % count == index; }
};

}  // namespace muqabala
