#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "segment/detail/words.h"

namespace muqabala::detail {

/// The words that open a clause in one language, from `segment/lists/clauses.<language>.txt`; none
/// for a language without such a file.
class ClauseOpeners {
 public:
  /// The openers of the language of `tag` (BCP 47). Made once for each language.
  static const ClauseOpeners& of(std::string_view tag);

  explicit ClauseOpeners(std::string_view file);

  /// Whether `word` opens a clause behind a comma, a closing bracket or quotation mark.
  bool opens_behind_comma(const Word& word) const;

  /// Whether `word` opens a clause where no mark stands before it.
  bool opens_anywhere(const Word& word) const;

  /// Whether a word that begins with `first` may open one there: saves looking at all others.
  bool may_open_anywhere(char32_t first) const;

 private:
  enum class Where : std::uint8_t { kBehindComma, kAnywhere };
  struct Prefix {
    std::string letter;
    std::size_t min_letters = 0;  ///< of the rest of the word
  };

  std::unordered_map<std::string, Where> words_;
  std::vector<Prefix> prefixes_;
  std::vector<char32_t> first_letters_;  ///< of the words that open a clause anywhere
};

}  // namespace muqabala::detail
