#include "corpus/collection/second_try.h"

#include <deque>
#include <utility>

namespace muqabala {
namespace {

bool deserves_second_try(const WorkerAnswer& answer) {
  return answer.fault_code == "crashed" || answer.fault_code == "out-of-memory";
}

}  // namespace

void answer_with_second_try(
    const WorkerPoolOptions& options, const std::function<std::string(std::string_view)>& work,
    const std::function<std::optional<std::string>()>& next,
    const std::function<void(std::string_view request, const WorkerAnswer& answer)>& take) {
  std::deque<std::string> asked;  // whose answers are to come
  std::deque<std::string> again;
  const auto take_next = [&](const WorkerAnswer& answer, bool is_last_try) {
    std::string request = std::move(asked.front());
    asked.pop_front();
    if (!is_last_try && deserves_second_try(answer))
      again.push_back(std::move(request));
    else
      take(request, answer);
  };
  answer_in_workers(options, work,
                    {.next =
                         [&] {
                           std::optional<std::string> request = next();
                           if (request) asked.push_back(*request);
                           return request;
                         }},
                    [&](std::size_t, const WorkerAnswer& answer) { take_next(answer, false); });
  if (again.empty()) return;
  answer_in_workers(options, work, {.next = [&]() -> std::optional<std::string> {
                      if (again.empty()) return std::nullopt;
                      asked.push_back(std::move(again.front()));
                      again.pop_front();
                      return asked.back();
                    }},
                    [&](std::size_t, const WorkerAnswer& answer) { take_next(answer, true); });
}

}  // namespace muqabala
