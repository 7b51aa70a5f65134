#pragma once

#include <string>
#include <string_view>

namespace muqabala::cli {

/// A script for `shell` (`bash`, `zsh` or `fish`) that completes commands, options and values.
std::string completions(std::string_view shell);

}  // namespace muqabala::cli
