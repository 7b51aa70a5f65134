#pragma once

#include <cstddef>
#include <string>

namespace muqabala {

/// A file that is open for reading, closed when it is given up.
class InputDescriptor {
 public:
  /// Opens the file at `path`; `-` is standard input, which stays open. Throws
  /// `errors::file_not_found`, `is_a_directory` and `unreadable` with the system's reason.
  explicit InputDescriptor(std::string path);
  ~InputDescriptor();
  InputDescriptor(const InputDescriptor&) = delete;
  InputDescriptor& operator=(const InputDescriptor&) = delete;

  const std::string& path() const { return path_; }
  int get() const { return fd_; }

  /// Puts up to `size` bytes at `to` as soon as there are any, and says how many; 0 at the end.
  /// Throws `errors::unreadable`.
  std::size_t read(char* to, std::size_t size) const;

 private:
  std::string path_;
  int fd_;
};

}  // namespace muqabala
