#pragma once

#include <string>
#include <string_view>

#include "align/lexicon/lexicon.h"

namespace muqabala {

/// Adds a word list in text form, one entry a line: `source<TAB>rendering[<TAB>rendering...]`, or
/// hunalign's `rendering @ source`. Blank lines and lines that begin with '#' are passed over.
/// Returns the number of entries. Throws `errors::malformed_lexicon` with the line that is neither.
std::size_t add_word_list(LexiconBuilder& lexicon, std::string_view text, const std::string& path);

}  // namespace muqabala
