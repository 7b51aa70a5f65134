#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace muqabala {

/// What a text is made of, in code points. White space, combining marks, tatweel and format
/// characters count as nothing.
struct CharacterCounts {
  std::size_t letters = 0;
  std::size_t own_letters = 0;  ///< of them those of the language's scripts
  std::size_t others = 0;       ///< digits, punctuation, symbols
};

/// The scripts that a language is written in anywhere: Serbian in two, Kurdish in Arabic letters in
/// Iraq and in Latin ones in Turkey.
class LanguageScripts {
 public:
  /// `language` is a BCP 47 tag; a script in the tag itself does not count. Takes about 0.5 ms.
  explicit LanguageScripts(std::string_view language);

  /// Whether CLDR knows the language. Otherwise every letter is its own.
  bool is_known() const { return !scripts_.empty(); }
  /// `script` is a `UScriptCode`.
  bool contains(int script) const;
  /// Counts the characters of well-formed `text`.
  CharacterCounts count(std::string_view text) const;

 private:
  std::vector<int> scripts_;
};

}  // namespace muqabala
