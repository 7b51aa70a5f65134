#include "tests/support/run_program.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <utility>

extern char** environ;

namespace muqabala::testing {
namespace {

namespace fs = std::filesystem;

int checked(int result, const char* what) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), what);
  return result;
}

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  int get() const { return fd_; }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

 private:
  int fd_ = -1;
};

/// The two ends of a connection: `ours` stays, `theirs` goes to the program.
struct Connection {
  Descriptor ours;
  Descriptor theirs;
};

enum class Direction { kToProgram, kFromProgram };

Connection make_pipe(Direction direction) {
  std::array<int, 2> ends{};
  checked(::pipe2(ends.data(), O_CLOEXEC), "pipe");
  const bool to_program = direction == Direction::kToProgram;
  return {.ours = Descriptor(ends[to_program ? 1 : 0]),
          .theirs = Descriptor(ends[to_program ? 0 : 1])};
}

Connection make_terminal() {
  Connection terminal;
  terminal.ours = Descriptor(checked(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC), "openpt"));
  checked(::grantpt(terminal.ours.get()), "grantpt");
  checked(::unlockpt(terminal.ours.get()), "unlockpt");
  terminal.theirs = Descriptor(checked(
      ::open(::ptsname(terminal.ours.get()), O_RDWR | O_NOCTTY | O_CLOEXEC), "open terminal"));
  winsize size{};
  size.ws_col = 100;
  size.ws_row = 40;
  checked(::ioctl(terminal.theirs.get(), TIOCSWINSZ, &size), "terminal size");
  return terminal;
}

Connection make_output(Output output) {
  if (output == Output::kFullDevice)
    return {
        .ours = {},
        .theirs = Descriptor(checked(::open("/dev/full", O_WRONLY | O_CLOEXEC), "open /dev/full"))};
  if (output == Output::kClosed) return {};
  Connection pipe = make_pipe(Direction::kFromProgram);
  if (output == Output::kBrokenPipe) pipe.ours.close();
  return pipe;
}

std::vector<std::string> make_environment(const std::vector<std::string>& added) {
  constexpr std::array kOwn = {"NO_COLOR", "COLUMNS", "TERM", "SOURCE_DATE_EPOCH",
                               "XDG_CACHE_HOME"};
  std::vector<std::string> result;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view name =
        std::string_view(*entry).substr(0, std::string_view(*entry).find('='));
    if (std::find(kOwn.begin(), kOwn.end(), name) == kOwn.end()) result.emplace_back(*entry);
  }
  result.insert(result.end(), added.begin(), added.end());
  return result;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

void put_in_place(const Descriptor& from, int to) {
  if (from.get() < 0) {
    ::close(to);
  } else {
    ::dup2(from.get(), to);
  }
}

/// Feeds and listens until all ends are closed.
void converse(Descriptor to_program, const std::string& input, Descriptor from_out,
              Descriptor from_err, ProgramRun& run) {
  ::fcntl(to_program.get(), F_SETFL, O_NONBLOCK);
  std::size_t written = 0;
  if (input.empty()) to_program.close();
  std::array<char, 65536> buffer{};
  const auto listen = [&](Descriptor& from, std::string& text) {
    const ssize_t got = ::read(from.get(), buffer.data(), buffer.size());
    if (got > 0) text.append(buffer.data(), static_cast<std::size_t>(got));
    // A terminal whose other end is closed reports an error instead of an end.
    if (got == 0 || (got < 0 && errno != EINTR)) from.close();
  };
  while (to_program.get() >= 0 || from_out.get() >= 0 || from_err.get() >= 0) {
    std::array<pollfd, 3> ends = {pollfd{to_program.get(), POLLOUT, 0},
                                  pollfd{from_out.get(), POLLIN, 0},
                                  pollfd{from_err.get(), POLLIN, 0}};
    if (::poll(ends.data(), ends.size(), -1) < 0) continue;
    if (ends[1].revents != 0) listen(from_out, run.out);
    if (ends[2].revents != 0) listen(from_err, run.err);
    if (ends[0].revents == 0) continue;
    const ssize_t sent = ::write(to_program.get(), input.data() + written, input.size() - written);
    if (sent > 0) written += static_cast<std::size_t>(sent);
    if (written == input.size() || (sent < 0 && errno != EAGAIN && errno != EINTR))
      to_program.close();
  }
}

}  // namespace

Sandbox::Sandbox() {
  std::string pattern = (fs::temp_directory_path() / "muqabala-test-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr)
    throw std::system_error(errno, std::generic_category(), "mkdtemp");
  folder_ = pattern;
}

Sandbox::~Sandbox() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::string Sandbox::path(const std::string& name) const { return folder_ + "/" + name; }

void Sandbox::write(const std::string& name, const std::string& content) const {
  std::ofstream(path(name), std::ios::binary) << content;
}

void Sandbox::make_folder(const std::string& name) const { fs::create_directories(path(name)); }

std::string Sandbox::read(const std::string& name) const {
  std::ifstream file(path(name), std::ios::binary);
  if (!file) throw std::runtime_error("there is no file " + name);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> Sandbox::names() const {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder_))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

ProgramRun Sandbox::run(const std::string& program, const std::vector<std::string>& arguments,
                        const ProgramSetting& setting) const {
  // The test, not the program, would die of a pipe that the program does not read.
  ::signal(SIGPIPE, SIG_IGN);
  Connection input = make_pipe(Direction::kToProgram);
  Connection output = make_output(setting.output);
  Connection error =
      setting.error_is_terminal ? make_terminal() : make_pipe(Direction::kFromProgram);

  std::vector<std::string> words = {program};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = make_environment(setting.environment);
  const std::vector<char*> argv = pointers(words);
  const std::vector<char*> envp = pointers(variables);

  const pid_t child = checked(::fork(), "fork");
  if (child == 0) {  // only calls that are safe between fork and exec
    ::signal(SIGPIPE, SIG_DFL);
    put_in_place(input.theirs, STDIN_FILENO);
    put_in_place(output.theirs, STDOUT_FILENO);
    put_in_place(error.theirs, STDERR_FILENO);
    if (setting.file_limit_bytes > 0) {
      const rlimit limit{setting.file_limit_bytes, setting.file_limit_bytes};
      ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    if (::chdir(folder_.c_str()) == 0) ::execve(program.c_str(), argv.data(), envp.data());
    ::_exit(127);
  }
  input.theirs.close();
  output.theirs.close();
  error.theirs.close();

  ProgramRun run;
  converse(std::move(input.ours), setting.input, std::move(output.ours), std::move(error.ours),
           run);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return run;
}

}  // namespace muqabala::testing
