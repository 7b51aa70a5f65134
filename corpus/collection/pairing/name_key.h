#pragma once

#include <string>
#include <string_view>

namespace muqabala {

/// What is left of a file's name when all that tells its language or side is taken out: two files
/// whose keys are the same are named as one document.
struct NameKey {
  std::string path;  ///< of the folders and the name: `news/0012`
  std::string stem;  ///< of the name alone: `0012`

  bool operator==(const NameKey&) const = default;
};

/// The key of `name` (a path with `/`) of a document in `language` (BCP 47; may be empty).
///
/// Left out are endings (`.txt`, `.md.gz`), words that name that language (`ar`, `ara`, `ar-LB`,
/// `arabic`, and its name in the language itself) and words that name a side (`source`, `tgt`,
/// `original`, `translation` ...), wherever they stand between dots, dashes, underscores, spaces,
/// brackets or slashes. Other languages' tags stay: `la` in a French title is no Latin. Empty
/// where nothing is left.
NameKey name_key(std::string_view name, std::string_view language);

}  // namespace muqabala
