#include "corpus/detail/fd_stream.h"

#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "segment/base/error.h"

namespace muqabala::detail {

void throw_write_error(const std::string& path, int number) {
  switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      throw errors::disk_full(path);
    case EPIPE:
      throw errors::broken_pipe(path);
    default:
      throw errors::unwritable(path, std::generic_category().message(number));
  }
}

FdBuffer::FdBuffer(int fd, std::string path) : fd_(fd), path_(std::move(path)) {
  setp(buffer_.data(), buffer_.data() + buffer_.size());
}

void FdBuffer::flush() {
  const auto size = static_cast<std::size_t>(pptr() - pbase());
  setp(buffer_.data(), buffer_.data() + buffer_.size());
  write_all(buffer_.data(), size);
}

FdBuffer::int_type FdBuffer::overflow(int_type c) {
  flush();
  if (!traits_type::eq_int_type(c, traits_type::eof())) sputc(traits_type::to_char_type(c));
  return traits_type::not_eof(c);
}

std::streamsize FdBuffer::xsputn(const char* text, std::streamsize size) {
  if (size > epptr() - pptr()) flush();
  if (size > epptr() - pptr()) {
    write_all(text, static_cast<std::size_t>(size));
  } else {
    std::copy_n(text, size, pptr());
    pbump(static_cast<int>(size));
  }
  return size;
}

int FdBuffer::sync() {
  flush();
  return 0;
}

void FdBuffer::write_all(const char* text, std::size_t size) {
  while (size > 0) {
    const ssize_t written = ::write(fd_, text, size);
    if (written >= 0) {
      text += written;
      size -= static_cast<std::size_t>(written);
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      pollfd waiting{.fd = fd_, .events = POLLOUT, .revents = 0};
      ::poll(&waiting, 1, -1);
    } else if (errno != EINTR) {
      throw_write_error(path_, errno);
    }
  }
}

}  // namespace muqabala::detail
