#include "segment/base/input_descriptor.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "segment/base/error.h"

namespace muqabala {

InputDescriptor::InputDescriptor(std::string path)
    : path_(std::move(path)),
      fd_(path_ == "-" ? STDIN_FILENO : ::open(path_.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (fd_ < 0 && (errno == ENOENT || errno == ENOTDIR)) throw errors::file_not_found(path_);
  if (fd_ < 0) throw errors::unreadable(path_, std::generic_category().message(errno));
  struct stat info {};
  if (::fstat(fd_, &info) != 0 || !S_ISDIR(info.st_mode)) return;
  if (fd_ > STDIN_FILENO) ::close(fd_);
  throw errors::is_a_directory(path_);
}

InputDescriptor::~InputDescriptor() {
  if (fd_ > STDIN_FILENO) ::close(fd_);
}

std::size_t InputDescriptor::read(char* to, std::size_t size) const {
  for (;;) {
    const ssize_t got = ::read(fd_, to, size);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) throw errors::unreadable(path_, std::generic_category().message(errno));
  }
}

}  // namespace muqabala
