#pragma once

#include <string>
#include <string_view>

#include "align/lexicon/lexicon.h"

namespace muqabala {

/// Where a word list comes from, and which way it is read.
struct WordListOptions {
  HeadwordSide side = HeadwordSide::kSource;
  LinkOrigin origin = LinkOrigin::kDictionary;
};

/// Adds a word list in text form, one entry a line: `headword<TAB>rendering[<TAB>rendering...]`, or
/// hunalign's `rendering @ headword`. Blank lines and lines that begin with '#' are passed over.
/// Returns the number of entries. Throws `errors::malformed_lexicon` with the line that is neither.
std::size_t add_word_list(LexiconBuilder& lexicon, std::string_view text, const std::string& path,
                          const WordListOptions& options);

}  // namespace muqabala
