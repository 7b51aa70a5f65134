#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "align/lexicon/lexicon.h"

namespace muqabala {

/// Adds a dictionary in dictd's format (dictfmt(1)): `index_path` names the `.index` file; its
/// `.dict` or `.dict.dz` must stand beside it. Returns the number of headwords.
///
/// Throws `errors::file_not_found`, and `errors::malformed_lexicon` with the line of the index
/// where that is not `headword<TAB>offset<TAB>length` in dictd's base 64 or points outside the
/// text.
std::size_t add_dictd(LexiconBuilder& lexicon, const std::string& index_path, HeadwordSide side);

/// Where the text of the dictionary stands whose index is at `index_path`: `.dict.dz`, else
/// `.dict`. Throws `errors::file_not_found` where there is neither.
std::string dictd_text_path(const std::string& index_path);

/// The renderings in one entry's text as FreeDict writes them: the headword's line and notes in
/// brackets left out, numbering stripped, split at commas and semicolons.
std::vector<std::string> renderings_of_entry(std::string_view entry);

/// A dictd dictionary that was found on the system.
struct SystemDictionary {
  std::string index_path;
  HeadwordSide side = HeadwordSide::kSource;
};

/// Dictionaries in `folders` whose names end in `-<xxx>-<yyy>.index` for the ISO 639-3 codes of the
/// two languages, in either direction, sorted by path. Folders that do not exist hold none.
std::vector<SystemDictionary> find_dictd(std::string_view source_language,
                                         std::string_view target_language,
                                         const std::vector<std::string>& folders);

}  // namespace muqabala
