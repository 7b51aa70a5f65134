#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace muqabala {

/// No guess about a text of fewer letters is reliable. They are a name or a heading; CLD2 is often
/// wrong on them, and sure of it.
inline constexpr std::size_t kMinReliableLetters = 40;

/// What language a text is in, as far as it shows.
struct LanguageGuess {
  std::string language;   ///< BCP 47 primary tag (`ar`, `en`, `de`, ...); empty = cannot be told
  bool reliable = false;  ///< sure enough to contradict what a user said
};

/// Guesses the main language of well-formed `text` from its script and words (CLD2).
/// Short or mixed text gives an unreliable guess; text without letters gives none.
/// Text in the Arabic script that CLD2 cannot name is `ar`, unreliable.
LanguageGuess detect_language(std::string_view text);

/// True if the letters of `text` are nearly all of scripts that `language` is written in nowhere:
/// Latin letters cannot be `ar`. Needs no minimum of text. A script in the tag itself does not
/// count. False if `language` is unknown or `text` has no letters.
bool script_contradicts(std::string_view text, std::string_view language);

/// True where two BCP 47 tags name one language for our purposes: primary subtags compared after
/// canonicalisation (`arb` and `ar-LB` are `ar`; `iw` is `he`), region and script ignored. Near
/// twins count as one (`hr`, `sr`, `bs`; `id`, `ms`; `nb`, `nn`, `no`): no guess tells them apart.
/// False if either tag is not well-formed.
bool same_language(std::string_view a, std::string_view b);

/// The canonical form of a BCP 47 tag, empty if it is not well-formed.
std::string canonical_language_tag(std::string_view tag);

/// ISO 639-3 code of a BCP 47 tag's language (`ar` -> `ara`, `en-GB` -> `eng`), empty if unknown.
std::string iso639_3(std::string_view tag);

}  // namespace muqabala
