#pragma once

#include <string>
#include <utility>

namespace muqabala::detail {

/// An open file descriptor, closed when it is given up.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor();
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }

  int get() const { return fd_; }
  /// Network file systems tell only now that the quota is used up; then this throws like
  /// `throw_write_error`, in the name of `path`.
  void close(const std::string& path);

 private:
  int fd_ = -1;
};

}  // namespace muqabala::detail
