#include "segment/base/file_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "segment/base/error.h"

namespace muqabala {
namespace {

class FileDescriptor {
 public:
  explicit FileDescriptor(const std::string& path)
      : fd_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (fd_ >= 0) return;
    if (errno == ENOENT || errno == ENOTDIR) throw errors::file_not_found(path);
    throw errors::unreadable(path, std::generic_category().message(errno));
  }
  ~FileDescriptor() {
    if (fd_ > STDIN_FILENO) ::close(fd_);
  }
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;

  int get() const { return fd_; }

 private:
  int fd_;
};

constexpr std::size_t kChunkBytes = std::size_t{1} << 16;

}  // namespace

std::string read_bytes(const std::string& path, std::size_t limit_bytes) {
  const FileDescriptor file(path);
  struct stat info {};
  if (::fstat(file.get(), &info) == 0) {
    if (S_ISDIR(info.st_mode)) throw errors::is_a_directory(path);
    const auto size = static_cast<std::size_t>(info.st_size);
    if (S_ISREG(info.st_mode) && size > limit_bytes)
      throw errors::too_large(path, size, limit_bytes);
  }
  std::string bytes;
  if (S_ISREG(info.st_mode)) bytes.reserve(static_cast<std::size_t>(info.st_size) + 1);
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kChunkBytes);
    const ssize_t got = ::read(file.get(), bytes.data() + before, kChunkBytes);
    bytes.resize(before + static_cast<std::size_t>(got > 0 ? got : 0));
    if (got == 0) return bytes;
    if (got < 0 && errno != EINTR)
      throw errors::unreadable(path, std::generic_category().message(errno));
    if (bytes.size() > limit_bytes) throw errors::too_large(path, bytes.size(), limit_bytes);
  }
}

}  // namespace muqabala
