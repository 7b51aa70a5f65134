#pragma once

#include "cli/messages.h"
#include "cli/options/report.h"

namespace muqabala::cli {

/// `muqabala report`: runs the chain, judges as `check` does, and writes the page.
void run_report(const ReportJob& job, const Messages& messages);

}  // namespace muqabala::cli
