#include "corpus/collection/worker_pool.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <fstream>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/run_program.h"

using namespace muqabala;
using namespace std::chrono_literals;

namespace {

/// Gives `requests` one after the other.
WorkerRequests all_of(std::vector<std::string> requests) {
  return {.next = [requests, at = std::size_t{0}]() mutable -> std::optional<std::string> {
    if (at == requests.size()) return std::nullopt;
    return requests[at++];
  }};
}

/// `0`, `1`, ...
std::vector<std::string> numbers(std::size_t count) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) texts.push_back(std::to_string(i));
  return texts;
}

/// Runs the pool; its answers, which come in order.
std::vector<WorkerAnswer> answers(const WorkerPoolOptions& options,
                                  const std::function<std::string(std::string_view)>& work,
                                  const WorkerRequests& requests) {
  std::vector<WorkerAnswer> taken;
  answer_in_workers(options, work, requests, [&](std::size_t number, WorkerAnswer answer) {
    CHECK(number == taken.size());
    taken.push_back(std::move(answer));
  });
  return taken;
}

/// Does as it is told.
std::string obey(std::string_view request) {
  if (request == "crash") ::raise(SIGSEGV);
  if (request == "leave") ::_exit(7);
  if (request == "hang") std::this_thread::sleep_for(1h);
  if (request == "throw") throw std::runtime_error("did not like it");
  if (request == "eat") throw std::bad_alloc();
  return "did " + std::string(request);
}

bool has_children() { return ::waitpid(-1, nullptr, WNOHANG) >= 0; }

}  // namespace

TEST_CASE("Answers come in the order of the requests, whoever is quicker", "[worker_pool]") {
  const auto slow_if_even = [](std::string_view request) {
    if ((request.back() - '0') % 2 == 0) std::this_thread::sleep_for(3ms);
    return std::string(request) + "!";
  };
  for (const std::size_t workers : {1U, 3U, 40U}) {
    const auto taken = answers({.workers = workers}, slow_if_even, all_of(numbers(100)));
    REQUIRE(taken.size() == 100);
    for (std::size_t i = 0; i < taken.size(); ++i)
      CHECK(taken[i].answer == std::to_string(i) + "!");
  }
  CHECK_FALSE(has_children());
}

TEST_CASE("Without requests nothing is answered and no process is left", "[worker_pool]") {
  CHECK(answers({.workers = 4}, obey, all_of({})).empty());
  CHECK_FALSE(has_children());
}

TEST_CASE("A worker that dies takes its own request with it and no other", "[worker_pool]") {
  for (const std::size_t workers : {1U, 2U}) {
    const auto taken = answers({.workers = workers}, obey,
                               all_of({"a", "crash", "b", "leave", "c", "crash", "crash", "d"}));
    REQUIRE(taken.size() == 8);
    for (const std::size_t i : {0U, 2U, 4U, 7U}) CHECK(taken[i].fault.empty());
    CHECK(taken[7].answer == "did d");
    for (const std::size_t i : {1U, 5U, 6U}) {
      CHECK(taken[i].fault_code == "crashed");
      CHECK_THAT(taken[i].fault, ContainsText("died of signal 11 (Segmentation fault)"));
    }
    CHECK(taken[3].fault == "ended with exit status 7");
  }
  CHECK_FALSE(has_children());
}

TEST_CASE("A worker that hangs is given up after the time limit", "[worker_pool]") {
  const auto begin = std::chrono::steady_clock::now();
  const auto taken =
      answers({.workers = 2, .time_limit = 200ms}, obey, all_of({"a", "hang", "b", "hang", "c"}));
  CHECK(std::chrono::steady_clock::now() - begin < 30s);
  REQUIRE(taken.size() == 5);
  CHECK(taken[0].answer == "did a");
  CHECK(taken[1].fault == "took longer than 0.2 s");
  CHECK(taken[1].fault_code == "time-limit");
  CHECK(taken[3].fault_code == "time-limit");
  CHECK(taken[4].answer == "did c");
  CHECK_FALSE(has_children());
}

TEST_CASE("An exception of the work is a fault, and its worker goes on", "[worker_pool]") {
  const auto taken = answers({.workers = 1}, obey, all_of({"throw", "eat", "a"}));
  REQUIRE(taken.size() == 3);
  CHECK(taken[0].fault == "did not like it");
  CHECK(taken[0].fault_code == "internal");
  CHECK(taken[1].fault_code == "out-of-memory");
  CHECK(taken[2].answer == "did a");
}

TEST_CASE("Requests and answers may be of any size", "[worker_pool]") {
  const auto echo = [](std::string_view request) { return std::string(request) + "."; };
  std::vector<std::string> requests = {"", std::string(20'000'000, 'x'), std::string(1, '\0')};
  for (std::size_t size = 65'530; size < 65'540; ++size) requests.emplace_back(size, 'y');
  const auto taken = answers({.workers = 3}, echo, all_of(requests));
  REQUIRE(taken.size() == requests.size());
  for (std::size_t i = 0; i < taken.size(); ++i) CHECK((taken[i].answer == requests[i] + "."));
}

TEST_CASE("What giving or taking throws goes on, and the workers end", "[worker_pool]") {
  std::size_t given = 0;
  const WorkerRequests broken{.next = [&]() -> std::optional<std::string> {
    if (given++ == 5) throw std::runtime_error("no more");
    return "a";
  }};
  CHECK_THROWS_WITH(answers({.workers = 3}, obey, broken), "no more");
  CHECK_FALSE(has_children());

  const auto take = [](std::size_t number, WorkerAnswer) {
    if (number == 3) throw std::runtime_error("full");
  };
  CHECK_THROWS_WITH(
      answer_in_workers({.workers = 3}, obey, all_of({"a", "b", "c", "d", "hang"}), take), "full");
  CHECK_FALSE(has_children());
}

TEST_CASE("Answers do not run far ahead of one that takes long", "[worker_pool]") {
  const auto first_is_slow = [](std::string_view request) {
    if (request == "0") std::this_thread::sleep_for(500ms);
    return std::string(request);
  };
  const std::size_t count = 20'000;
  std::size_t given = 0;
  std::size_t farthest = 0;
  std::size_t taken = 0;
  const WorkerRequests requests{.next = [&]() -> std::optional<std::string> {
    farthest = std::max(farthest, given - taken);
    if (given == count) return std::nullopt;
    return std::to_string(given++);
  }};
  answer_in_workers({.workers = 2}, first_is_slow, requests,
                    [&](std::size_t, const WorkerAnswer&) { ++taken; });
  CHECK(taken == count);
  CHECK(farthest <= 512);
}

TEST_CASE("A request that comes late is answered before the next is asked for", "[worker_pool]") {
  std::array<int, 2> pipe{};
  REQUIRE(::pipe(pipe.data()) == 0);
  std::vector<std::string> taken;
  const auto ask = [&](char c) { REQUIRE(::write(pipe[1], &c, 1) == 1); };
  const WorkerRequests requests{.next = [&]() -> std::optional<std::string> {
                                  char c = 0;
                                  if (::read(pipe[0], &c, 1) <= 0 || c == 'e') return std::nullopt;
                                  return std::string(1, c);
                                },
                                .descriptor = pipe[0],
                                .has_next = [] { return false; }};
  ask('a');
  answer_in_workers({.workers = 2}, obey, requests, [&](std::size_t, const WorkerAnswer& answer) {
    taken.push_back(answer.answer);
    // Whoever asks waits for this answer; were the next request waited for first, nothing would
    // ever go on.
    ask("abcde"[taken.size()]);
  });
  for (const int end : pipe) ::close(end);
  CHECK(taken == std::vector<std::string>{"did a", "did b", "did c", "did d"});
}

TEST_CASE("Workers run nothing of the caller's at their end", "[worker_pool]") {
  const testing::Sandbox sandbox;
  const std::string path = sandbox.path("cleanups");
  struct Cleanup {
    std::string path;
    ~Cleanup() { std::ofstream(path, std::ios::app) << "x"; }
  };
  {
    const Cleanup cleanup{path};
    answers({.workers = 3}, obey, all_of({"a", "throw", "leave", "b", "crash", "c"}));
  }
  CHECK(sandbox.read("cleanups") == "x");
}

TEST_CASE("Workers end with the process that started them", "[worker_pool]") {
  std::array<int, 2> pipe{};
  REQUIRE(::pipe(pipe.data()) == 0);
  const pid_t caller = ::fork();
  if (caller == 0) {
    ::close(pipe[0]);
    const auto tell_and_hang = [&](std::string_view) {
      const pid_t self = ::getpid();
      if (::write(pipe[1], &self, sizeof self) < 0) ::_exit(1);
      std::this_thread::sleep_for(1h);
      return std::string();
    };
    answers({.workers = 1}, tell_and_hang, all_of({"a"}));
    ::_exit(0);
  }
  ::close(pipe[1]);
  pid_t worker = 0;
  REQUIRE(::read(pipe[0], &worker, sizeof worker) == sizeof worker);
  REQUIRE(::kill(caller, SIGKILL) == 0);
  REQUIRE(::waitpid(caller, nullptr, 0) == caller);
  // The worker holds the pipe; its end is the pipe's.
  char c = 0;
  CHECK(::read(pipe[0], &c, 1) == 0);
  ::close(pipe[0]);
}
