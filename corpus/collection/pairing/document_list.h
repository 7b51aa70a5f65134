#pragma once

#include <string>
#include <vector>

namespace muqabala {

/// A file that may belong to a pair.
struct ListedDocument {
  std::string path;  ///< to open it by
  std::string name;  ///< its path from the folder on that was named; of a file named itself, `path`
};

/// The files in `folder` and the folders in it, by order of their paths. What is hidden is left
/// out, and folders behind links. Throws `errors::file_not_found` and `unreadable`.
std::vector<ListedDocument> list_documents(const std::string& folder);

/// The same for files and folders that were named; each file once.
std::vector<ListedDocument> list_documents(const std::vector<std::string>& paths);

}  // namespace muqabala
