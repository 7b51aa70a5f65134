#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/lexicon/lexicon.h"

namespace muqabala {

/// Where to look for knowledge about two languages.
struct LexiconSources {
  bool core = true;  ///< the compiled-in Arabic-English lexicon, for that pair
  bool cldr = true;  ///< CLDR's months, weekdays, countries, languages, currencies, numbers
  /// Files a user named: compiled lexicons, dictd indices (`.index`), TBX, TMX, tab-separated
  /// lists, `target @ source` lists.
  std::vector<std::string> files;
  /// What was learned from a collection (`LinkCounts::to_text`), a file for two languages: each is
  /// used for these languages and passed over for others.
  std::vector<std::string> learned = {};
  /// Folders that may hold dictd dictionaries of the pair.
  std::vector<std::string> dictd_folders{"/usr/share/dictd", "/usr/local/share/dictd"};
};

/// Reads all sources for a pair of languages (BCP 47) into one lexicon: CLDR, the core lexicon, the
/// dictionaries found in `dictd_folders`, the files, and what was learned.
///
/// A compiled lexicon holds already what there is to find, so where one is among the files only the
/// other files are added to it. Throws for a named file that is missing, malformed, or compiled for
/// other languages.
Lexicon gather_lexicon(std::string_view source_language, std::string_view target_language,
                       const LexiconSources& sources);

}  // namespace muqabala
