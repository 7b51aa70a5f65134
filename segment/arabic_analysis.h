#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace muqabala {

/// One way to take a folded Arabic word apart.
struct ArabicAnalysis {
  std::string base;          ///< what is left, still folded
  std::size_t stripped = 0;  ///< letters taken off or put back: fewer is likelier
};

/// Every base that may stand in a dictionary for `folded_word`: the word itself first, then with
/// clitic prefixes (conjunction, preposition, article, future) and suffixes (pronouns, duals, sound
/// plurals, persons of the verb) taken off, distinct, least stripped first. Spellings that change
/// before a suffix are turned back (a feminine ending, alef maqsura, hamza), and imperfect verbs
/// also lead to the third person and the perfect. At least two letters stay. Most of the bases are
/// no words: the caller keeps those that its dictionary knows.
std::vector<ArabicAnalysis> analyse_arabic(std::string_view folded_word);

}  // namespace muqabala
