#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <string>
#include <string_view>

#include "cli/messages.h"

namespace muqabala::cli {

/// How far a run over a collection is.
struct CollectionStage {
  std::string_view doing;  ///< `aligning`
  std::size_t done = 0;    ///< documents
  std::size_t of = 0;      ///< 0 = not known
  std::size_t failed = 0;
};

/// The rate of late, so that a run that goes on with what another left shows its own.
class RecentRate {
 public:
  using Clock = std::chrono::steady_clock;

  /// Notes that `done` documents were done at `now`. `done` may begin anew, but else not fall.
  void note(std::size_t done, Clock::time_point now);
  /// Documents a second; 0 = not known yet.
  double per_second() const;

 private:
  struct Sample {
    std::size_t done = 0;
    Clock::time_point at;
  };
  std::deque<Sample> samples_;
};

/// The line that shows it: a bar, numbers, the rate and the time left, in `width` columns.
std::string progress_line(const CollectionStage& stage, double per_second, std::size_t width);

/// Shows it on a terminal, some times a second; nothing where standard error is none, or when
/// quiet. Unlike `Progress` it has no thread, so the process may be forked.
class CollectionProgress {
 public:
  explicit CollectionProgress(const Messages& messages);
  ~CollectionProgress();
  CollectionProgress(const CollectionProgress&) = delete;
  CollectionProgress& operator=(const CollectionProgress&) = delete;

  bool is_shown() const { return is_shown_; }
  void show(const CollectionStage& stage);
  /// Wipes the line. Call before anything else is printed.
  void stop();

 private:
  bool is_shown_;
  std::size_t width_;
  RecentRate rate_;
  std::string doing_;
  RecentRate::Clock::time_point drawn_ = {};
  bool is_drawn_ = false;
};

}  // namespace muqabala::cli
