#include "corpus/detail/worker.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <cstring>
#include <exception>
#include <new>
#include <system_error>
#include <utility>

#include "segment/base/error.h"

namespace muqabala::detail {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 16;

/// Before every message stands its size in bytes, as the machine writes it; before an answer also
/// its kind.
using Size = std::uint64_t;
constexpr std::size_t kHeadBytes = sizeof(Size) + 1;
/// No text is larger; a greater size is what a broken worker writes.
constexpr Size kMostBytes = Size{1} << 34;

void append_size(std::string& out, Size size) {
  std::array<char, sizeof(Size)> bytes{};
  std::memcpy(bytes.data(), &size, sizeof(Size));
  out.append(bytes.data(), bytes.size());
}

Size size_at_begin(std::string_view bytes) {
  Size size = 0;
  std::memcpy(&size, bytes.data(), sizeof(Size));
  return size;
}

// --- In the new process. It leaves by `_exit` alone: what the other process has to clean up, and
// what it has buffered, is not its own.

bool read_all(int descriptor, char* to, std::size_t size) {
  while (size > 0) {
    const ssize_t got = ::read(descriptor, to, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    to += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::send(descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

WorkerMessage answer(const std::function<std::string(std::string_view)>& work,
                     std::string_view request) {
  using Kind = WorkerMessage::Kind;
  try {
    return {.kind = Kind::kAnswer, .text = work(request)};
  } catch (const std::bad_alloc&) {
    return {.kind = Kind::kNoMemory, .text = "needs more memory than there is"};
  } catch (const std::exception& fault) {
    return {.kind = Kind::kException, .text = fault.what()};
  }
}

void serve(int descriptor, const std::function<std::string(std::string_view)>& work) {
  std::string request;
  std::array<char, sizeof(Size)> head{};
  while (read_all(descriptor, head.data(), head.size())) {
    request.resize(size_at_begin({head.data(), head.size()}));
    if (!read_all(descriptor, request.data(), request.size())) return;
    const WorkerMessage message = answer(work, request);
    std::string out;
    append_size(out, message.text.size());
    out += static_cast<char>(message.kind);
    if (!write_all(descriptor, out) || !write_all(descriptor, message.text)) return;
  }
}

/// As in a program that is begun: handlers are the caller's own, what is ignored stays so.
void drop_signal_handlers() {
  for (int signal = 1; signal < NSIG; ++signal) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) == 0 && action.sa_handler != SIG_IGN)
      ::signal(signal, SIG_DFL);
  }
}

[[noreturn]] void run_worker(int descriptor, pid_t parent, const std::vector<int>& close,
                             const std::function<std::string(std::string_view)>& work) {
  try {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(0);  // gone before it could tell
    drop_signal_handlers();
    for (const int other : close) ::close(other);
    serve(descriptor, work);
    ::_exit(0);
  } catch (...) {
    ::_exit(1);
  }
}

// ---

std::string ending(int status) {
  if (WIFSIGNALED(status)) {
    const int signal = WTERMSIG(status);
    const char* name = ::sigdescr_np(signal);
    return fmt::format("died of signal {} ({}){}", signal, name == nullptr ? "unknown" : name,
                       signal == SIGKILL ? ", as happens where memory runs out" : "");
  }
  return fmt::format("ended with exit status {}", WIFEXITED(status) ? WEXITSTATUS(status) : -1);
}

[[noreturn]] void refuse(int fault) {
  throw errors::no_worker(std::generic_category().message(fault));
}

}  // namespace

Worker::Worker(const std::function<std::string(std::string_view)>& work,
               const std::vector<int>& close) {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) refuse(errno);
  const pid_t parent = ::getpid();
  process_ = ::fork();
  if (process_ == 0) {
    ::close(ends[0]);
    run_worker(ends[1], parent, close, work);
  }
  const int fault = errno;
  ::close(ends[1]);
  descriptor_ = ends[0];
  if (process_ < 0) {
    ::close(descriptor_);
    refuse(fault);
  }
  ::fcntl(descriptor_, F_SETFL, O_NONBLOCK);
}

Worker::~Worker() {
  if (process_ > 0) end();
}

Worker::Worker(Worker&& other) noexcept
    : process_(std::exchange(other.process_, -1)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      out_(std::move(other.out_)),
      sent_(other.sent_),
      in_(std::move(other.in_)),
      is_gone_(other.is_gone_) {}

Worker& Worker::operator=(Worker&& other) noexcept {
  std::swap(process_, other.process_);
  std::swap(descriptor_, other.descriptor_);
  std::swap(out_, other.out_);
  std::swap(sent_, other.sent_);
  std::swap(in_, other.in_);
  std::swap(is_gone_, other.is_gone_);
  return *this;
}

void Worker::begin(std::string_view request) {
  out_.clear();
  sent_ = 0;
  append_size(out_, request.size());
  out_ += request;
  send();
}

void Worker::send() {
  while (has_more_to_send()) {
    const ssize_t put = ::send(descriptor_, out_.data() + sent_, out_.size() - sent_, MSG_NOSIGNAL);
    if (put > 0) {
      sent_ += static_cast<std::size_t>(put);
    } else if (errno != EINTR) {
      is_gone_ = is_gone_ || (errno != EAGAIN && errno != EWOULDBLOCK);
      return;
    }
  }
  std::string().swap(out_);
  sent_ = 0;
}

std::optional<WorkerMessage> Worker::receive() {
  std::array<char, kChunkBytes> chunk;
  for (;;) {
    const ssize_t got = ::read(descriptor_, chunk.data(), chunk.size());
    if (got > 0) {
      in_.append(chunk.data(), static_cast<std::size_t>(got));
      continue;
    }
    if (got < 0 && errno == EINTR) continue;
    is_gone_ = is_gone_ || got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK);
    break;
  }
  if (in_.size() < kHeadBytes) return std::nullopt;
  const Size size = size_at_begin(in_);
  if (size > kMostBytes) {
    ::kill(process_, SIGKILL);
    is_gone_ = true;
    return std::nullopt;
  }
  if (in_.size() < kHeadBytes + size) return std::nullopt;
  WorkerMessage message{.kind = static_cast<WorkerMessage::Kind>(in_[sizeof(Size)]),
                        .text = in_.substr(kHeadBytes)};
  std::string().swap(in_);
  return message;
}

std::string Worker::end() {
  // One that has died already ends as it did. One that is gone is about to.
  if (!is_gone_) ::kill(process_, SIGKILL);
  ::close(std::exchange(descriptor_, -1));
  int status = 0;
  pid_t ended = 0;
  do {
    ended = ::waitpid(process_, &status, 0);
  } while (ended < 0 && errno == EINTR);
  process_ = -1;
  return ended < 0 ? "ended in a way that is not known" : ending(status);
}

}  // namespace muqabala::detail
