#include "cli/commands/corpus_stream.h"

#include <fmt/format.h>

#include <exception>
#include <optional>
#include <ostream>
#include <utility>

#include "corpus/collection/collect_all.h"
#include "corpus/collection/read_records.h"
#include "corpus/output_file.h"
#include "segment/base/error.h"
#include "segment/text/language.h"

namespace muqabala::cli {
namespace {

/// The next record of `records`, or in its place what is wrong with its line.
std::optional<CollectTask> next_task(RecordReader& records) {
  try {
    auto record = records.next();
    if (!record) return std::nullopt;
    return std::move(*record);
  } catch (const Error& error) {
    if (!is_about_a_record(error)) throw;
    const CollectionRecord line{.number = records.count() - 1,
                                .id = fmt::format("line {}", error.where().line)};
    return failed(line, {.code = std::string(name(error.code())), .message = error.what()});
  }
}

const std::string& id_of(const CollectTask& task) {
  return std::visit([](const auto& any) -> const std::string& { return any.id; }, task);
}

/// Loads what most documents will need once, for all workers.
void load_stated(Lexicons& lexicons, const CorpusStreamJob& job) {
  const std::string source = canonical_language_tag(job.source_language);
  const std::string target = canonical_language_tag(job.target_language);
  if (!source.empty() && !target.empty()) lexicons.of(source, target);
}

}  // namespace

void run_corpus_stream(const CorpusStreamJob& job, const Messages& messages) {
  RecordReader records(job.input, {.source_language = job.source_language,
                                   .target_language = job.target_language,
                                   .refuses_repeated_ids = false});
  const CollectOptions options{.pipeline = job.pipeline, .filters = job.filters};
  Lexicons lexicons(options.pipeline);
  load_stated(lexicons, job);

  // What was read before the input broke off is answered first.
  std::exception_ptr broken_off;
  const auto next = [&]() -> std::optional<CollectTask> {
    try {
      while (auto task = next_task(records))
        if (job.shard.holds(id_of(*task))) return task;
    } catch (const Error&) {
      broken_off = std::current_exception();
    }
    return std::nullopt;
  };
  std::size_t documents = 0;
  std::size_t failures = 0;
  write_output(job.output, [&](std::ostream& out) {
    collect_all({.next = next,
                 .descriptor = records.manifest().descriptor(),
                 .has_next = [&] { return records.manifest().has_line(); }},
                lexicons, options, job.workers, [&](const CollectedLine& line) {
                  ++documents;
                  failures += line.has_failed;
                  out << line.json << '\n' << std::flush;
                });
    if (broken_off) std::rethrow_exception(broken_off);
  });
  if (records.count() == 0) throw errors::no_records(job.input);
  if (failures > 0)
    messages.warning(fmt::format("{} of {} documents could not be aligned; their records say why",
                                 failures, documents));
}

}  // namespace muqabala::cli
