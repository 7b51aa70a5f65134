#include "cli/commands/corpus_stats.h"

#include <filesystem>
#include <ostream>
#include <system_error>

#include "cli/reports/collection_summary.h"
#include "corpus/collection/result_reader.h"
#include "corpus/output_file.h"
#include "segment/base/file_bytes.h"

namespace muqabala::cli {
namespace {

CollectionStatistics read_statistics(const std::string& path) {
  constexpr std::size_t kLimitBytes = std::size_t{64} << 20;
  return statistics_of_json(read_bytes(path, kLimitBytes), {.path = path});
}

CollectionStatistics count(const std::string& path) {
  CollectionStatistics statistics;
  ResultReader results(path);
  while (const auto next = results.next()) statistics.add(next->result);
  return statistics;
}

CollectionStatistics statistics_of(const std::string& path) {
  std::error_code none;
  if (std::filesystem::is_directory(path, none)) return read_statistics(path + "/statistics.json");
  return path.ends_with(".json") ? read_statistics(path) : count(path);
}

}  // namespace

void run_corpus_stats(const CorpusStatsJob& job) {
  const CollectionStatistics statistics = statistics_of(job.path);
  write_output(job.output, [&](std::ostream& out) {
    out << (job.as_json ? to_json(statistics) : collection_summary(statistics));
  });
}

}  // namespace muqabala::cli
