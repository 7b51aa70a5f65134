#include "segment/base/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "segment/base/error.h"

namespace muqabala {

struct ByteStream::Impl {
  explicit Impl(std::string name)
      : path(std::move(name)),
        fd(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (fd < 0 && (errno == ENOENT || errno == ENOTDIR)) throw errors::file_not_found(path);
    if (fd < 0) throw errors::unreadable(path, std::generic_category().message(errno));
  }
  ~Impl() {
    if (fd > STDIN_FILENO) ::close(fd);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  std::string path;
  int fd;
};

ByteStream::ByteStream(std::string path) : impl_(std::make_unique<Impl>(std::move(path))) {
  struct stat info {};
  if (::fstat(impl_->fd, &info) == 0 && S_ISDIR(info.st_mode))
    throw errors::is_a_directory(impl_->path);
}

ByteStream::~ByteStream() = default;
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;

std::size_t ByteStream::read(char* to, std::size_t size) {
  for (;;) {
    const ssize_t got = ::read(impl_->fd, to, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR)
      throw errors::unreadable(impl_->path, std::generic_category().message(errno));
  }
}

const std::string& ByteStream::path() const { return impl_->path; }

int ByteStream::descriptor() const { return impl_->fd; }

}  // namespace muqabala
