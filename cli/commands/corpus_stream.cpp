#include "cli/commands/corpus_stream.h"

#include <fmt/format.h>

#include <ostream>

#include "corpus/collection/collect.h"
#include "corpus/collection/read_records.h"
#include "corpus/output_file.h"
#include "segment/base/error.h"

namespace muqabala::cli {
namespace {

/// The next record, or in its place what is wrong with its line.
struct StreamItem {
  CollectionRecord record;
  std::optional<DocumentFailure> failure = {};
};

std::optional<StreamItem> next_item(RecordReader& records) {
  try {
    if (auto record = records.next()) return StreamItem{.record = std::move(*record)};
    return std::nullopt;
  } catch (const Error& error) {
    if (!is_about_a_record(error)) throw;
    return StreamItem{
        .record = {.number = records.count() - 1, .id = fmt::format("line {}", error.where().line)},
        .failure =
            DocumentFailure{.code = std::string(name(error.code())), .message = error.what()}};
  }
}

}  // namespace

void run_corpus_stream(const CorpusStreamJob& job, const Messages& messages) {
  RecordReader records(job.input, {.source_language = job.source_language,
                                   .target_language = job.target_language,
                                   .refuses_repeated_ids = false});
  const CollectOptions options{.pipeline = job.pipeline, .filters = job.filters};
  Lexicons lexicons(options.pipeline);
  std::size_t failures = 0;
  write_output(job.output, [&](std::ostream& out) {
    while (const auto item = next_item(records)) {
      if (!job.shard.holds(item->record.id)) continue;
      const DocumentResult result = item->failure ? failed(item->record, *item->failure)
                                                  : collect(item->record, lexicons, options);
      failures += result.failure.has_value();
      out << to_json(result) << '\n' << std::flush;
    }
  });
  if (failures > 0) messages.warning(fmt::format("{} documents failed", failures));
}

}  // namespace muqabala::cli
