#include "corpus/collection/collect_all.h"

#include <deque>
#include <string_view>
#include <utility>

namespace muqabala {
namespace {

/// A request is a record, or what is known already; an answer a result. What it is stands before
/// its JSON.
constexpr char kRecord = 'r';
constexpr char kDone = 'd';
constexpr char kFailed = 'f';

std::string message_of(const DocumentResult& result) {
  return (result.failure ? kFailed : kDone) + to_json(result);
}

std::string message_of(const CollectTask& task) {
  if (const auto* record = std::get_if<CollectionRecord>(&task)) return kRecord + to_json(*record);
  return message_of(std::get<DocumentResult>(task));
}

/// `task` without its texts: what is needed of it should its worker die.
CollectionRecord head_of(CollectTask task) {
  if (auto* record = std::get_if<CollectionRecord>(&task)) {
    record->source_text.reset();
    record->target_text.reset();
    return std::move(*record);
  }
  const DocumentResult& result = std::get<DocumentResult>(task);
  return {.number = result.number, .id = result.id};
}

}  // namespace

void collect_all(const CollectTasks& tasks, Lexicons& lexicons, const CollectOptions& options,
                 const WorkerPoolOptions& workers, const std::function<void(CollectedLine)>& take) {
  std::deque<CollectionRecord> under_way;
  const auto work = [&](std::string_view request) {
    if (request.front() != kRecord) return std::string(request);
    return message_of(collect(record_of_json(request.substr(1)), lexicons, options));
  };
  const auto next = [&]() -> std::optional<std::string> {
    std::optional<CollectTask> task = tasks.next();
    if (!task) return std::nullopt;
    std::string request = message_of(*task);
    under_way.push_back(head_of(std::move(*task)));
    return request;
  };
  const auto take_answer = [&](std::size_t, WorkerAnswer answer) {
    const CollectionRecord record = std::move(under_way.front());
    under_way.pop_front();
    if (!answer.fault_code.empty()) {
      const std::string& name = record.source.path.empty() ? record.id : record.source.path;
      answer.answer = message_of(
          failed(record, {.code = std::move(answer.fault_code),
                          .message = name + ": the process that aligned it " + answer.fault}));
    }
    take({.number = record.number,
          .id = record.id,
          .json = answer.answer.substr(1),
          .has_failed = answer.answer.front() == kFailed});
  };
  answer_in_workers(workers, work,
                    {.next = next, .descriptor = tasks.descriptor, .has_next = tasks.has_next},
                    take_answer);
}

}  // namespace muqabala
