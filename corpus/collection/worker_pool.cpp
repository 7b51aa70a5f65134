// Worker processes behind one loop around poll(2). Each has at most one request, so that its time
// and its end belong to one request alone; answers that come too early wait for those before them.

#include "corpus/collection/worker_pool.h"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <map>
#include <system_error>
#include <utility>
#include <vector>

#include "corpus/detail/worker.h"
#include "segment/base/error.h"

namespace muqabala {
namespace {

using Clock = std::chrono::steady_clock;
using detail::Worker;
using detail::WorkerMessage;

/// How far answers may run ahead of one that takes long, before no more requests are given out: by
/// their number, and by the memory they take. A document takes from milliseconds to minutes.
constexpr std::size_t kMostWaitingPerWorker = 256;
constexpr std::size_t kMostWaitingBytes = std::size_t{64} << 20;

class Pool {
 public:
  Pool(const WorkerPoolOptions& options, const std::function<std::string(std::string_view)>& work,
       const WorkerRequests& requests, const std::function<void(std::size_t, WorkerAnswer)>& take)
      : options_(options), work_(work), requests_(requests), take_(take) {}

  void run() {
    for (;;) {
      give_out_requests();
      hand_over_answers();  // while the workers work,
      give_out_requests();  // for which there may be room only now
      if (is_at_end_ && handed_over_ == given_out_) return;
      wait();
      receive_answers();
      give_up_slow_ones();
      std::erase_if(seats_, [](const Seat& seat) { return seat.has_ended; });
    }
  }

 private:
  struct Seat {
    Worker worker;
    bool is_busy = false;
    bool has_ended = false;
    std::size_t number = 0;  ///< of its request
    Clock::time_point deadline = {};
  };

  /// A worker without a request, or null where none is or may be.
  Seat* free_seat() {
    for (Seat& seat : seats_)
      if (!seat.is_busy) return &seat;
    if (seats_.size() >= options_.workers) return nullptr;
    std::vector<int> others;
    for (const Seat& seat : seats_) others.push_back(seat.worker.descriptor());
    seats_.push_back({.worker = Worker(work_, others)});
    return &seats_.back();
  }

  bool wants_requests() const {
    const bool has_free_seat =
        seats_.size() < options_.workers ||
        std::any_of(seats_.begin(), seats_.end(), [](const Seat& s) { return !s.is_busy; });
    return !is_at_end_ && has_free_seat && waiting_bytes_ < kMostWaitingBytes &&
           given_out_ - handed_over_ < kMostWaitingPerWorker * options_.workers;
  }

  bool may_wait_for_requests() const { return requests_.descriptor >= 0 && requests_.has_next; }

  void give_out_requests() {
    while (wants_requests()) {
      // Unless nothing else is to be waited for.
      if (may_wait_for_requests() && !requests_can_be_read_ && !requests_.has_next()) return;
      requests_can_be_read_ = false;
      const std::optional<std::string> request = requests_.next();
      if (!request) {
        is_at_end_ = true;
        return;
      }
      Seat& seat = *free_seat();
      seat.is_busy = true;
      seat.number = given_out_++;
      seat.deadline = Clock::now() + options_.time_limit;
      seat.worker.begin(*request);
    }
  }

  void hand_over_answers() {
    for (auto first = answers_.begin(); first != answers_.end() && first->first == handed_over_;
         first = answers_.begin()) {
      WorkerAnswer answer = std::move(first->second);
      waiting_bytes_ -= answer.answer.size();
      answers_.erase(first);
      take_(handed_over_++, std::move(answer));
    }
  }

  /// Until something comes, goes out, or takes too long.
  void wait() {
    polled_.clear();
    for (const Seat& seat : seats_) {
      const short events =
          static_cast<short>(POLLIN | (seat.worker.has_more_to_send() ? POLLOUT : 0));
      polled_.push_back({.fd = seat.worker.descriptor(), .events = events, .revents = 0});
    }
    if (may_wait_for_requests() && wants_requests())
      polled_.push_back({.fd = requests_.descriptor, .events = POLLIN, .revents = 0});
    if (::poll(polled_.data(), polled_.size(), milliseconds_left()) < 0 && errno != EINTR)
      throw errors::no_worker(std::generic_category().message(errno));
    requests_can_be_read_ = polled_.size() > seats_.size() && polled_.back().revents != 0;
  }

  int milliseconds_left() const {
    constexpr int kForever = -1;
    if (options_.time_limit.count() == 0) return kForever;
    Clock::time_point first = Clock::time_point::max();
    for (const Seat& seat : seats_)
      if (seat.is_busy) first = std::min(first, seat.deadline);
    if (first == Clock::time_point::max()) return kForever;
    constexpr std::chrono::milliseconds kLongest = std::chrono::hours(1);
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(first - Clock::now());
    return static_cast<int>(std::clamp(left, std::chrono::milliseconds(0), kLongest).count());
  }

  void receive_answers() {
    for (std::size_t i = 0; i < seats_.size(); ++i) {
      if (polled_[i].revents == 0) continue;
      Seat& seat = seats_[i];
      if (seat.worker.has_more_to_send()) seat.worker.send();
      if (auto message = seat.worker.receive(); message && seat.is_busy)
        finish(seat, answer_of(std::move(*message)));
      if (seat.worker.is_gone()) end(seat, "crashed", "");
    }
  }

  void give_up_slow_ones() {
    if (options_.time_limit.count() == 0) return;
    const Clock::time_point now = Clock::now();
    for (Seat& seat : seats_)
      if (seat.is_busy && !seat.has_ended && seat.deadline <= now)
        end(seat, "time-limit",
            fmt::format("took longer than {:g} s",
                        std::chrono::duration<double>(options_.time_limit).count()));
  }

  static WorkerAnswer answer_of(WorkerMessage message) {
    switch (message.kind) {
      case WorkerMessage::Kind::kNoMemory:
        return {.fault = std::move(message.text), .fault_code = "out-of-memory"};
      case WorkerMessage::Kind::kException:
        return {.fault = std::move(message.text), .fault_code = "internal"};
      case WorkerMessage::Kind::kAnswer:
        break;
    }
    return {.answer = std::move(message.text)};
  }

  void finish(Seat& seat, WorkerAnswer answer) {
    waiting_bytes_ += answer.answer.size();
    answers_.emplace(seat.number, std::move(answer));
    seat.is_busy = false;
  }

  /// Ends the worker, for which another is started when there is a request for it. `fault`: of its
  /// own request, or empty where the end of the worker says it.
  void end(Seat& seat, std::string code, std::string fault) {
    std::string ending = seat.worker.end();
    if (seat.is_busy)
      finish(seat, {.fault = fault.empty() ? std::move(ending) : std::move(fault),
                    .fault_code = std::move(code)});
    seat.has_ended = true;
  }

  const WorkerPoolOptions& options_;
  const std::function<std::string(std::string_view)>& work_;
  const WorkerRequests& requests_;
  const std::function<void(std::size_t, WorkerAnswer)>& take_;

  std::vector<Seat> seats_;
  std::vector<pollfd> polled_;  ///< the seats, and behind them the requests, if waited for
  std::map<std::size_t, WorkerAnswer> answers_;  ///< that wait for one before them
  std::size_t waiting_bytes_ = 0;
  std::size_t given_out_ = 0;    ///< requests
  std::size_t handed_over_ = 0;  ///< answers
  bool requests_can_be_read_ = false;
  bool is_at_end_ = false;
};

}  // namespace

void answer_in_workers(const WorkerPoolOptions& options,
                       const std::function<std::string(std::string_view)>& work,
                       const WorkerRequests& requests,
                       const std::function<void(std::size_t, WorkerAnswer)>& take) {
  Pool(options, work, requests, take).run();
}

}  // namespace muqabala
