#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace muqabala {

/// The bytes of a file in the order in which they come, unpacked if they are packed (gzip or
/// Zstandard): for what is read bit by bit and never held as a whole.
class ByteStream {
 public:
  /// Opens the file at `path`; `-` is standard input. Throws `errors::file_not_found`,
  /// `is_a_directory` and `unreadable`.
  explicit ByteStream(std::string path);
  ~ByteStream();
  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;

  /// Puts up to `size` bytes at `to` as soon as there are any, and says how many; 0 at the end.
  /// Throws `errors::unreadable` with the system's reason, and for packed bytes that are damaged or
  /// cut off.
  std::size_t read(char* to, std::size_t size);

  const std::string& path() const;

  /// What can be polled for bytes to come, unless they are packed: as is known once some were read.
  int descriptor() const;
  bool is_packed() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace muqabala
