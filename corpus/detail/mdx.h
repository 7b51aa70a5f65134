#pragma once

#include <string>
#include <vector>

#include "segment/base/byte_range.h"

namespace muqabala::detail {

/// Overwrites with spaces what is program in an MDX page: import and export statements, JSX tags
/// and expressions in braces; what stands between the tags is text. Line ends and offsets stay.
/// Returns what was overwritten, in order. Linear.
std::vector<ByteRange> blank_out_mdx(std::string& page);

}  // namespace muqabala::detail
