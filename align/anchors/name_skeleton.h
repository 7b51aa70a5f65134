#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace muqabala {

/// The consonants of a name, one character each, in an alphabet common to all scripts.
///
/// Vowels are left out (also ا and ع), digraphs of Latin transliteration (sh, kh, th, dh, gh, ch,
/// ph) are one consonant, doubled consonants one. Emphatic and plain letters stay apart: comparing
/// them is the distance's work. `folded_word` is folded; scripts other than Arabic and Latin are
/// romanised first.
std::string name_skeleton(std::string_view folded_word);

/// Fewer consonants prove nothing.
inline constexpr std::size_t kLeastNameConsonants = 2;

/// What is left of a folded word without each clitic that Arabic writes before a name; the word
/// itself first.
std::vector<std::string_view> without_clitics(std::string_view folded_word);

/// The skeletons of a word's folded `surfaces`, and of what is left of them without each clitic
/// that Arabic writes before a name; each once, none of less than `kLeastNameConsonants`.
std::vector<std::string> skeletons_without_clitics(const std::vector<std::string>& surfaces);

/// The skeleton with weak consonants (w, y, h) left out and like ones made one: names that may be
/// the same differ in it by little.
std::string skeleton_class(std::string_view skeleton);

/// Likeness of two skeletons in [0,1]: one less the edit distance by the longer length, where
/// consonants that transliterations exchange (b/p, f/v, g/j/k, t/T/s, d/D/z, x/k/h, ...) cost
/// little, and weak ones are cheap to leave out.
double skeleton_similarity(std::string_view a, std::string_view b);

}  // namespace muqabala
