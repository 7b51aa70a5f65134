#include "corpus/detail/run_git.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <system_error>
#include <utility>

#include "segment/base/error.h"

extern char** environ;

namespace muqabala::detail {
namespace {

constexpr int kNoProgram = 127;  // as shells say it
constexpr std::size_t kChunkBytes = 1 << 16;

[[noreturn]] void give_up(int fault) {
  throw errors::git_failed("be started", std::generic_category().message(fault));
}

/// A pipe whose ends close by themselves.
class Pipe {
 public:
  Pipe() {
    if (::pipe2(ends_.data(), O_CLOEXEC) != 0) give_up(errno);
  }
  ~Pipe() {
    close(0);
    close(1);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  int end(std::size_t which) const { return ends_[which]; }
  void close(std::size_t which) {
    if (ends_[which] >= 0) ::close(ends_[which]);
    ends_[which] = -1;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
};

class SpawnSetting {
 public:
  SpawnSetting(const Pipe& out, const Pipe& err) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions_, out.end(1), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions_, err.end(1), STDERR_FILENO);
    // What this program ignores would be ignored by git too.
    sigset_t defaults;
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    sigaddset(&defaults, SIGXFSZ);
    ::posix_spawnattr_init(&attributes_);
    ::posix_spawnattr_setsigdefault(&attributes_, &defaults);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
  }
  ~SpawnSetting() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }
  SpawnSetting(const SpawnSetting&) = delete;
  SpawnSetting& operator=(const SpawnSetting&) = delete;

  const posix_spawn_file_actions_t* actions() const { return &actions_; }
  const posix_spawnattr_t* attributes() const { return &attributes_; }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

/// Reads both pipes to their ends, whichever has something.
void drain(const Pipe& out, const Pipe& err, GitRun& run) {
  std::array<pollfd, 2> open = {pollfd{out.end(0), POLLIN, 0}, pollfd{err.end(0), POLLIN, 0}};
  const std::array<std::string*, 2> texts = {&run.out, &run.err};
  std::string chunk(kChunkBytes, '\0');
  while (open[0].fd >= 0 || open[1].fd >= 0) {
    if (::poll(open.data(), open.size(), -1) < 0) {
      if (errno == EINTR) continue;
      give_up(errno);
    }
    for (std::size_t i = 0; i < open.size(); ++i) {
      if (open[i].fd < 0 || open[i].revents == 0) continue;
      const ssize_t size = ::read(open[i].fd, chunk.data(), chunk.size());
      if (size > 0)
        texts[i]->append(chunk, 0, static_cast<std::size_t>(size));
      else if (size == 0 || errno != EINTR)
        open[i].fd = -1;
    }
  }
}

}  // namespace

GitRun run_git(const std::vector<std::string>& arguments) {
  std::vector<std::string> words = {"git", "--no-pager", "--literal-pathspecs", "-c",
                                    "core.fsmonitor=false"};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);

  Pipe out;
  Pipe err;
  const SpawnSetting setting(out, err);
  pid_t child = 0;
  const int fault =
      ::posix_spawnp(&child, "git", setting.actions(), setting.attributes(), argv.data(), environ);
  if (fault == ENOENT) return {.exit_code = kNoProgram, .out = {}, .err = "git is not installed"};
  if (fault != 0) give_up(fault);
  out.close(1);
  err.close(1);
  GitRun run;
  drain(out, err, run);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) give_up(errno);
  run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return run;
}

}  // namespace muqabala::detail
