#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace muqabala::detail {

/// A place where a sentence may end, and what the rules made of it.
struct Decision {
  std::size_t at = 0;  ///< bytes in the block: behind the last character of the segment
  bool ends = true;
  const char* rule = "";  ///< name of the rule that decided; a literal
};

enum class Keep : std::uint8_t {
  kBoundaries,  ///< decisions that end a segment
  kAll,         ///< refusals too, to explain them
};

/// The inner boundaries of `block` (well-formed) by the rules for Arabic and English, in order. The
/// end of the block is none. O(length) in time; in memory, only what is returned.
std::vector<Decision> find_boundaries(std::string_view block, Keep keep);

}  // namespace muqabala::detail
