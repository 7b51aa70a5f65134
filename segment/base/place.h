#pragma once

#include <cstddef>
#include <string>

namespace muqabala {

/// A place in a file as people name it.
struct Place {
  std::string path;             ///< as the user gave it; `-` is standard input
  std::size_t line = 0;         ///< 1-based; 0 = the file as a whole
  std::size_t column = 0;       ///< 1-based, in code points; 0 = the line as a whole
  std::size_t offset_bytes = 0; ///< 0-based, in the file as it is on disk

  bool operator==(const Place&) const = default;
};

/// `path`, `path:line` or `path:line:column`, as much as is known.
std::string to_string(const Place& place);

}  // namespace muqabala
