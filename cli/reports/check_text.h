#pragma once

#include <ostream>

#include "cli/terminal.h"
#include "corpus/check/check_report.h"

namespace muqabala::cli {

/// For people: every open finding with its place, how sure it is, why, its fingerprint, and both
/// sides beside one another, errors first; then decisions that fit nothing any more, and the
/// summary. Why a pair could not be checked is not told: that belongs on standard error.
void write_check_text(const CheckReport& report, const Screen& screen, std::ostream& out);

/// One line: how many findings of each level are open, what was decided, how much was checked.
void write_check_summary(const CheckReport& report, const Screen& screen, std::ostream& out);

}  // namespace muqabala::cli
