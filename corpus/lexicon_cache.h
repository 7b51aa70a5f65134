#pragma once

#include <string>
#include <string_view>

#include "corpus/gather_lexicon.h"

namespace muqabala {

/// `gather_lexicon` through a folder of compiled lexicons: what was gathered once is mapped from
/// there as long as none of its sources and not the program itself has changed.
///
/// The folder is made if need be; without a name, or where it cannot be used, the sources are read
/// as if there were none. Many processes may use one folder at once. It keeps the sixteen lexicons
/// that were compiled last. Throws what `gather_lexicon` throws, and nothing on its own account.
Lexicon gather_lexicon_through(const std::string& cache_folder, std::string_view source_language,
                               std::string_view target_language, const LexiconSources& sources);

}  // namespace muqabala
