#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "cli/messages.h"

namespace muqabala::cli {

/// A line on a terminal that tells what a long run is doing: shown after half a second, wiped when
/// done. Shows nothing where standard error is no terminal, or when quiet.
class Progress {
 public:
  explicit Progress(const Messages& messages);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// What goes on from now on. May be called from any thread.
  void show(std::string text);
  /// Wipes the line; nothing is shown any more. Call before anything else is printed.
  void stop();

 private:
  using Clock = std::chrono::steady_clock;
  void run();

  std::size_t width_;
  Clock::time_point start_ = Clock::now();
  std::mutex mutex_;
  std::condition_variable wake_;
  std::string text_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace muqabala::cli
