#pragma once

#include <array>
#include <ostream>
#include <streambuf>
#include <string>

namespace muqabala::detail {

/// Throws the error that `number` (an errno) means for the output `path`.
[[noreturn]] void throw_write_error(const std::string& path, int number);

/// Writes to a file descriptor and looks at the outcome of every write. Does not own the
/// descriptor.
class FdBuffer : public std::streambuf {
 public:
  FdBuffer(int fd, std::string path);
  /// Writes what is held back; throws like `throw_write_error`.
  void flush();

 protected:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;

 private:
  void write_all(const char* text, std::size_t size);

  int fd_;
  std::string path_;
  std::array<char, std::size_t{1} << 16> buffer_;
};

}  // namespace muqabala::detail
