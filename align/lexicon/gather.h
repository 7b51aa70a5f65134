#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/lexicon/lexicon.h"

namespace muqabala {

/// Where to look for knowledge about two languages.
struct LexiconSources {
  bool core = true;  ///< the compiled-in Arabic-English lexicon, for that pair
  /// Files a user named: dictd indices (`.index`), tab-separated lists, `target @ source` lists.
  std::vector<std::string> files;
  /// Folders that may hold dictd dictionaries of the pair.
  std::vector<std::string> dictd_folders{"/usr/share/dictd", "/usr/local/share/dictd"};
};

/// One source that was read.
struct LexiconReport {
  std::string name;  ///< path, or `CLDR`
  std::size_t headwords = 0;
};

struct GatheredLexicon {
  Lexicon lexicon;
  std::vector<LexiconReport> sources;
};

/// Reads all sources for a pair of languages (BCP 47) into one lexicon: CLDR, the dictionaries
/// found in `dictd_folders`, and the files. Throws for a named file that is missing or malformed.
GatheredLexicon gather_lexicon(std::string_view source_language, std::string_view target_language,
                               const LexiconSources& sources);

}  // namespace muqabala
