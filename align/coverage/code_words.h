#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace muqabala {

/// What a block of code is compared by.
struct CodeWords {
  std::vector<std::string> identifiers;  ///< ASCII names outside comments and strings, sorted
  /// Letters of other scripts stand there too: the block shows text, which is translated.
  bool shows_text = false;
};

/// Reads `code` of whatever language. Comments: behind `#`, `//` or `-- ` to the end of the line,
/// and between `/*` and `*/` or `<!--` and `-->`. Linear.
CodeWords read_code_words(std::string_view code);

/// Identifiers of `a` that `b` lacks, as often as it lacks them, in order.
std::vector<std::string> missing_identifiers(const CodeWords& a, const CodeWords& b);

}  // namespace muqabala
