#pragma once

#include <string>
#include <string_view>

#include "corpus/collection/record.h"
#include "corpus/gather_lexicon.h"

namespace muqabala {

/// What tells the lexicons that are made of `sources` from others: the content of all files that
/// were named, and name, size and time of the system's dictionaries. Throws for a named file that
/// is missing.
std::string lexicon_key(const LexiconSources& sources);

/// What tells the result of a document from any other: a hash of the bytes of both texts, of what
/// else its record says, and of `settings`, which stand for all else that decides about results.
/// Empty where the bytes can be had only once (a pipe) or not at all: such a result is not to be
/// relied on.
std::string document_key(const CollectionRecord& record, std::string_view settings);

}  // namespace muqabala
