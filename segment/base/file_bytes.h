#pragma once

#include <cstddef>
#include <string>

namespace muqabala {

/// The bytes of the file at `path`; `-` reads standard input to its end.
///
/// Throws `errors::file_not_found`, `is_a_directory`, `unreadable` with the system's reason, and
/// `too_large` as soon as more than `limit_bytes` have come (also from a pipe or a device).
std::string read_bytes(const std::string& path, std::size_t limit_bytes);

}  // namespace muqabala
