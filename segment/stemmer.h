#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace muqabala {

/// Cuts a folded word to the key under which statistics are kept.
///
/// Arabic: a light stem (after Larkey, Ballesteros and Connell 2002: one prefix, one suffix);
/// languages that Snowball knows: its stem; others: the first six letters. Words are given folded
/// (`fold_key`); no stem is empty. One thread at a time may use a stemmer.
class Stemmer {
 public:
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  std::string operator()(std::string_view folded_word) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

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
