#include "cli/commands/corpus_stream.h"

#include <fmt/format.h>

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <utility>

#include "corpus/collection/bitextor.h"
#include "corpus/collection/collect_all.h"
#include "corpus/collection/outputs/collection_output.h"
#include "corpus/collection/read_records.h"
#include "corpus/output_file.h"
#include "segment/base/error.h"

namespace muqabala::cli {
namespace {

/// Where the tasks come from.
struct Source {
  std::function<std::optional<CollectTask>()> next;
  std::function<std::size_t()> count;
  std::function<bool()> has_line;
  int descriptor = -1;
};

Source manifest_source(const CorpusStreamJob& job) {
  const auto records = std::make_shared<RecordReader>(
      job.input, RecordOptions{.source_language = job.source_language,
                               .target_language = job.target_language,
                               .refuses_repeated_ids = false});
  return {.next = [=] { return next_task(*records); },
          .count = [=] { return records->count(); },
          .has_line = [=] { return records->manifest().has_line(); },
          .descriptor = records->manifest().descriptor()};
}

Source bitextor_source(const CorpusStreamJob& job) {
  const auto records =
      std::make_shared<BitextorReader>(job.input, job.source_language, job.target_language);
  return {.next = [=] { return next_task(*records); },
          .count = [=] { return records->count(); },
          .has_line = [=] { return records->lines().has_line(); },
          .descriptor = records->lines().stream().descriptor()};
}

const std::string& id_of(const CollectTask& task) {
  return std::visit([](const auto& any) -> const std::string& { return any.id; }, task);
}

/// A table has no place for what went wrong, so that goes to standard error.
void write_segments(const CollectedLine& line, const Messages& messages, std::ostream& out) {
  const DocumentResult result = result_of_json(line.json, {});
  if (result.failure) return messages.warning(result.failure->message);
  write_bitextor_segments(result, out);
}

}  // namespace

void run_corpus_stream(const CorpusStreamJob& job, const Messages& messages) {
  const Source source = job.bitextor ? bitextor_source(job) : manifest_source(job);
  const CollectOptions options{.pipeline = job.pipeline, .filters = job.filters};
  Lexicons lexicons(options.pipeline);
  lexicons.load(job.source_language, job.target_language);

  // What was read before the input broke off is answered first.
  std::exception_ptr broken_off;
  const auto next = [&]() -> std::optional<CollectTask> {
    try {
      while (auto task = source.next())
        if (job.shard.holds(id_of(*task))) return task;
    } catch (const Error&) {
      broken_off = std::current_exception();
    }
    return std::nullopt;
  };
  std::size_t documents = 0;
  std::size_t failures = 0;
  write_output(job.output, [&](std::ostream& out) {
    collect_all({.next = next, .descriptor = source.descriptor, .has_next = source.has_line},
                lexicons, options, job.workers, [&](const CollectedLine& line) {
                  ++documents;
                  failures += line.has_failed;
                  if (job.bitextor)
                    write_segments(line, messages, out);
                  else
                    out << line.json << '\n';
                  out << std::flush;
                });
    if (broken_off) std::rethrow_exception(broken_off);
  });
  if (source.count() == 0 && !job.allows_empty) throw errors::no_records(job.input);
  if (failures > 0)
    messages.warning(fmt::format("{} of {} documents could not be aligned{}", failures, documents,
                                 job.bitextor ? "" : "; their records say why"));
}

}  // namespace muqabala::cli
