#pragma once

#include <string>
#include <vector>

#include "corpus/collection/learn.h"

namespace muqabala {

/// Keeps what was learned in `folder`, a file for every two languages, whose name tells its
/// checksum; removes what was kept before. Returns the names, and throws what `write_output`
/// throws.
std::vector<std::string> keep_learned(const Learned& learned, const std::string& folder);

/// The paths of files that `keep_learned` named. Throws `errors::malformed_lexicon` for one that is
/// missing or does not have the content any more that it was kept with.
std::vector<std::string> find_learned(const std::vector<std::string>& names,
                                      const std::string& folder);

}  // namespace muqabala
