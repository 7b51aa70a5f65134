#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace muqabala {

/// The bytes of a file, as the system keeps them: nothing is copied. Copies share the same bytes,
/// which stay until the last of them is gone.
///
/// A file that is replaced by renaming another over it stays readable as it was; one that is cut
/// short in place while it is mapped cannot be read safely.
class MappedFile {
 public:
  /// Maps the file at `path`; what cannot be mapped (a pipe, `-`) is read instead. Throws what
  /// `read_bytes` throws.
  static MappedFile open(const std::string& path, std::size_t limit_bytes);

  std::string_view bytes() const& { return bytes_; }
  /// Keeps `bytes()` alive.
  const std::shared_ptr<const void>& owner() const& { return owner_; }

 private:
  MappedFile(std::shared_ptr<const void> owner, std::string_view bytes)
      : owner_(std::move(owner)), bytes_(bytes) {}

  std::shared_ptr<const void> owner_;
  std::string_view bytes_;
};

}  // namespace muqabala
