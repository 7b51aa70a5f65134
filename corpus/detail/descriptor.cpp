#include "corpus/detail/descriptor.h"

#include <unistd.h>

#include <cerrno>

#include "corpus/detail/fd_stream.h"

namespace muqabala::detail {

Descriptor::~Descriptor() {
  if (fd_ >= 0) ::close(fd_);
}

void Descriptor::close(const std::string& path) {
  if (::close(std::exchange(fd_, -1)) != 0 && errno != EINTR) throw_write_error(path, errno);
}

}  // namespace muqabala::detail
