#pragma once

#include "cli/messages.h"
#include "cli/options.h"

namespace muqabala::cli {

/// `muqabala evaluate`.
void run_evaluate(const EvaluateJob& job, const Messages& messages);

}  // namespace muqabala::cli
