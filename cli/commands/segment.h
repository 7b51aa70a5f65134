#pragma once

#include "cli/messages.h"
#include "cli/options.h"

namespace muqabala::cli {

/// `muqabala segment`.
void run_segment(const SegmentJob& job, const Messages& messages);

}  // namespace muqabala::cli
