#pragma once

#include "cli/messages.h"
#include "cli/options/check.h"

namespace muqabala::cli {

/// How a check ended.
enum class CheckOutcome { kClean, kFindings, kNotAllChecked };

/// Checks all pairs, writes the report, and keeps the decisions that are asked for. What keeps a
/// pair from being checked is said on standard error. Throws `Error` where no pair can be checked
/// for a reason that is not the pair's.
CheckOutcome run_check(const CheckJob& job, const Screen& screen, const Messages& messages);

}  // namespace muqabala::cli
