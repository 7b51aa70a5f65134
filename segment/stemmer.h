#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace muqabala {

/// Cuts a folded word to the key under which statistics are kept.
///
/// Arabic: a light stem (Larkey, Ballesteros and Connell 2002, with the longer prefixes of
/// ALIGNER-style clitic chains); languages that Snowball knows: its stem; others: the first six
/// letters. Words are given folded (`fold_key`).
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
  std::size_t stripped = 0;  ///< letters taken off: fewer is likelier
};

/// Every base that may stand in a dictionary for `folded_word`: the word itself first, then with
/// clitic prefixes (conjunction, preposition, article, future) and suffixes (pronouns, duals, sound
/// plurals) taken off, least stripped first; a feminine ending is also restored before a suffix.
/// At least two letters stay.
std::vector<ArabicAnalysis> analyse_arabic(std::string_view folded_word);

}  // namespace muqabala
