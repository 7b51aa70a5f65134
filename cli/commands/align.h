#pragma once

#include "cli/messages.h"
#include "cli/options.h"

namespace muqabala::cli {

/// `muqabala align`. `screen` is that of standard output.
void run_align(const AlignJob& job, const Screen& screen, const Messages& messages);

}  // namespace muqabala::cli
