#pragma once

#include <string>
#include <string_view>

namespace muqabala::cli {

/// The name of a file as a URI reference (RFC 3986).
struct FileUri {
  std::string uri;
  bool is_in_folder = false;  ///< it is relative to the folder; else it is absolute
};

/// `path`, relative to `folder` if it is relative itself, as a URI. `folder` is an absolute path;
/// empty where it is not known, and then a path that leads out of it stays relative, too.
FileUri file_uri(std::string_view path, std::string_view folder);

}  // namespace muqabala::cli
