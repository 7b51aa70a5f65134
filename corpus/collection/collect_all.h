#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "corpus/collection/collect.h"
#include "corpus/collection/read_records.h"
#include "corpus/collection/record.h"
#include "corpus/collection/result.h"
#include "corpus/collection/worker_pool.h"
#include "segment/base/error.h"

namespace muqabala {

/// What is to be done: a document to be collected, or one that has failed already and only has its
/// place in the order.
using CollectTask = std::variant<CollectionRecord, DocumentResult>;

/// The task of the next record that `reader` (a `RecordReader` or `BitextorReader`) has: the
/// failure of its line where that cannot be used. Nothing at the end. Throws what the input as a
/// whole throws.
template <class Reader>
std::optional<CollectTask> next_task(Reader& reader) {
  try {
    auto record = reader.next();
    if (!record) return std::nullopt;
    return std::move(*record);
  } catch (const Error& error) {
    if (!is_about_a_record(error)) throw;
    return failed(
        {.number = reader.count() - 1, .id = "line " + std::to_string(error.where().line)},
        {.code = std::string(name(error.code())), .message = error.what()});
  }
}

/// Where tasks come from: `WorkerRequests`, of tasks.
struct CollectTasks {
  std::function<std::optional<CollectTask>()> next;
  int descriptor = -1;
  std::function<bool()> has_next = {};
};

/// The result of one document, not taken apart.
struct CollectedLine {
  std::size_t number = 0;  ///< of its record
  std::string id;
  std::string json;  ///< `to_json` of the result
  bool has_failed = false;
};

/// `collect` of all tasks in worker processes; `take` gets the results in the order of the tasks. A
/// document that takes its worker with it, or all its time, has the failure `crashed`,
/// `time-limit`, `out-of-memory` or `internal`. `lexicons` are those of `options`; what is loaded
/// in them before is shared by all workers. Throws what `next`, `take` and `answer_in_workers`
/// throw.
void collect_all(const CollectTasks& tasks, Lexicons& lexicons, const CollectOptions& options,
                 const WorkerPoolOptions& workers, const std::function<void(CollectedLine)>& take);

}  // namespace muqabala
