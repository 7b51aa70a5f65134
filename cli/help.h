#pragma once

#include <string>

#include "cli/flags.h"
#include "cli/terminal.h"

namespace muqabala::cli {

/// The overview: what the program is for, its commands, examples.
std::string overview(const Screen& screen);

/// All about one command, examples first.
std::string help(const Command& command, const Screen& screen);

/// The manual page in roff (man(7)); of the program as a whole.
std::string manual(std::string_view version);

}  // namespace muqabala::cli
