#pragma once

#include <string_view>
#include <vector>

namespace muqabala {

/// The one of `known` that was probably meant by `typed`: the nearest by edits of letters, if at
/// most a third of the letters is wrong, or one that begins with it. Empty if none comes near.
std::string_view suggest(std::string_view typed, const std::vector<std::string_view>& known);

}  // namespace muqabala
