#include "cli/commands/corpus_merge.h"

#include <ostream>

#include "cli/reports/collection_summary.h"
#include "corpus/collection/merged_results.h"
#include "corpus/output_file.h"

namespace muqabala::cli {
namespace {

void write_records(const CorpusMergeJob& job, MergedResults& results) {
  write_output(*job.records, [&](std::ostream& out) {
    while (auto next = results.next()) {
      if (job.filters) {
        apply_filters(next->result, *job.filters);
        next->line = to_json(next->result);
      }
      out << next->line << '\n';
    }
  });
}

}  // namespace

void run_corpus_merge(const CorpusMergeJob& job, const Messages& messages) {
  MergedResults results(job.shards);
  if (job.records) return write_records(job, results);
  const auto next_result = [&]() -> std::optional<DocumentResult> {
    auto next = results.next();
    if (!next) return std::nullopt;
    if (job.filters) apply_filters(next->result, *job.filters);
    return std::move(next->result);
  };
  messages.summary(collection_summary(assemble(next_result, job.outputs).statistics));
}

}  // namespace muqabala::cli
