#include "cli/commands/report.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/commands/find_policy.h"
#include "cli/progress.h"
#include "cli/reports/html/write_page.h"
#include "corpus/check/baseline.h"
#include "corpus/check/examine.h"
#include "corpus/check/judge.h"
#include "corpus/output_file.h"

namespace muqabala::cli {
namespace {

void tell(const PairResult& result, const ReportJob& job, const Messages& messages) {
  if (job.output == "-") return;
  const auto open =
      std::count_if(result.findings.begin(), result.findings.end(),
                    [](const ReportedFinding& f) { return f.status == FindingStatus::kOpen; });
  messages.summary(
      fmt::format("{}: findings: {}, open: {}\n", job.output, result.findings.size(), open));
}

/// The page folds furniture away, for which it has to know of it.
Policy with_furniture(Policy policy) {
  Level& furniture = policy.rules.levels[FindingKind::kFurniture];
  furniture = std::max(furniture, Level::kNote);
  return policy;
}

}  // namespace

void run_report(const ReportJob& job, const Messages& messages) {
  const Policy policy = with_furniture(find_policy(job.policy, messages));
  const Baseline baseline = job.baseline.empty() ? Baseline{} : read_baseline(job.baseline);
  Progress progress(messages);
  progress.show("comparing");
  const CollatedPair pair = collate(job.source, job.target, job.pipeline);
  const ExaminedPair examined = examine(pair);
  const CheckReport report = judge({examined}, policy, baseline);
  progress.stop();
  messages.diagnostics(examined.diagnostics);
  const PairResult& result = report.pairs.front();
  if (result.failure) throw Error(*result.failure);
  write_output(job.output, [&](std::ostream& out) {
    write_page(pair, examined, result, "muqabala " MUQABALA_VERSION, out);
  });
  tell(result, job, messages);
}

}  // namespace muqabala::cli
