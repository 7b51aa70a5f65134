#pragma once

#include <string>
#include <vector>

#include "cli/flags.h"

namespace muqabala::cli {

/// Reads the arguments (without the program's name) by the table of `commands()`.
///
/// Throws `errors::bad_usage` or `unknown_format` for whatever the table does not know, with the
/// nearest right name. With `--help` or `--version`, nothing else need be complete.
TypedOptions parse(const std::vector<std::string>& arguments);

}  // namespace muqabala::cli
