#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace muqabala {

struct WorkerPoolOptions {
  std::size_t workers = 1;
  /// After that long a request is given up and its worker replaced; 0 = never.
  std::chrono::milliseconds time_limit{0};
};

/// What became of a request.
struct WorkerAnswer {
  std::string answer = {};
  std::string fault = {};  ///< why there is none: `died of signal 11`, `took longer than 300 s`
};

/// Answers requests in worker processes, so that one that crashes, hangs or eats all memory takes
/// nothing with it: it is replaced, its request gets a fault, and the others go on.
///
/// `work` runs in a forked process and sees the memory of the caller as it was when the pool began:
/// load what all need beforehand. `next` gives the requests and then nothing; `take` gets the
/// answers in the order of the requests. Both run in the calling process, which must have no other
/// thread. At most a few requests a worker are under way at once, so memory does not grow with
/// their number. If `next` or `take` throws, the workers are ended and the exception goes on.
void answer_in_workers(const WorkerPoolOptions& options,
                       const std::function<std::string(std::string_view)>& work,
                       const std::function<std::optional<std::string>()>& next,
                       const std::function<void(std::size_t number, WorkerAnswer)>& take);

}  // namespace muqabala
