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
  /// Why there is none: `died of signal 11 (Segmentation fault)`, `took longer than 300 s`.
  std::string fault = {};
  /// Which kind of fault, for programs: `crashed`, `time-limit`, `out-of-memory`, `internal` (an
  /// exception of the work).
  std::string fault_code = {};
};

/// Where requests come from.
struct WorkerRequests {
  /// Gives the requests and then nothing.
  std::function<std::optional<std::string>()> next;
  /// Where requests are written by someone who may wait for answers in between: what can be polled
  /// for them, or -1, and whether `next` has one without waiting.
  int descriptor = -1;
  std::function<bool()> has_next = {};
};

/// Answers requests in worker processes, so that one that crashes, hangs or eats all memory takes
/// nothing with it: it is replaced, its request gets a fault, and the others go on.
///
/// `work` runs in a forked process and sees the memory of the caller as it was when that process
/// began: load what all need beforehand. `take` gets the answers in the order of the requests,
/// numbered from 0, each as soon as it and all before it are there. `next` and `take` run in the
/// calling process, which must have no other thread. Only so many answers wait for one before them
/// that memory does not grow with the number of requests. If `next` or `take` throws, the workers
/// are ended and the exception goes on; they end too when the calling process does. Throws
/// `errors::no_worker` where no process can be started.
void answer_in_workers(const WorkerPoolOptions& options,
                       const std::function<std::string(std::string_view)>& work,
                       const WorkerRequests& requests,
                       const std::function<void(std::size_t number, WorkerAnswer)>& take);

}  // namespace muqabala
