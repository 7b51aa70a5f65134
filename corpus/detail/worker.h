#pragma once

#include <sys/types.h>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace muqabala::detail {

/// What a worker says: an answer, or why there is none.
struct WorkerMessage {
  enum class Kind : char { kAnswer = 'A', kNoMemory = 'M', kException = 'X' };
  Kind kind = Kind::kAnswer;
  std::string text;
};

/// A forked process that answers requests one after the other, seen from the process that forked
/// it. None of its calls waits. Ends the process when it goes.
class Worker {
 public:
  /// Forks. In the new process `work` is run for each request and nothing else ever is; `close`:
  /// descriptors that it must not hold. Throws `errors::no_worker`.
  Worker(const std::function<std::string(std::string_view)>& work, const std::vector<int>& close);
  ~Worker();
  Worker(Worker&& other) noexcept;
  Worker& operator=(Worker&& other) noexcept;

  int descriptor() const { return descriptor_; }

  /// Begins to send `request`; the last one must be answered.
  void begin(std::string_view request);
  bool has_more_to_send() const { return sent_ < out_.size(); }
  void send();

  /// Takes what has come. The answer, if it is whole.
  std::optional<WorkerMessage> receive();
  /// Whether the process has closed its end, or sends what is no message: it will not answer any
  /// more.
  bool is_gone() const { return is_gone_; }

  /// Ends the process and says in words how it ended: `died of signal 11 (Segmentation fault)`.
  std::string end();

 private:
  pid_t process_ = -1;
  int descriptor_ = -1;
  std::string out_;
  std::size_t sent_ = 0;
  std::string in_;
  bool is_gone_ = false;
};

}  // namespace muqabala::detail
