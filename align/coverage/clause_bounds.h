#pragma once

#include <cstddef>
#include <string_view>

#include "segment/base/byte_range.h"

namespace muqabala {

/// What stands between two words.
struct ClauseBound {
  /// How unlike a clause's end the place is; 0 behind a full stop.
  double cost_nats = 0;
  std::size_t left_end = 0;     ///< where the left part ends, its closing marks included
  std::size_t right_begin = 0;  ///< where the right part begins; white space lies between the two
};

/// The bound between a word that ends at `left_end` and one that begins at `right_begin`, byte
/// offsets in well-formed `text`, with no other word between them.
ClauseBound clause_bound(std::string_view text, std::size_t left_end, std::size_t right_begin);

}  // namespace muqabala
