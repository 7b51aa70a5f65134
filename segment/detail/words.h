#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "segment/detail/abbreviations.h"
#include "segment/detail/characters.h"

namespace muqabala::detail {

/// A word beside a candidate, as the lists know it: marks, tatweel and format characters left out.
/// Holds at most `kMaxLetters` characters: longer ones are on no list.
struct Word {
  static constexpr std::size_t kMaxLetters = 24;
  static constexpr std::size_t kMaxPart = 4;  ///< of `D.Phil`

  std::size_t begin = 0;  ///< bytes in the block
  std::size_t end = 0;
  std::size_t letters = 0;
  std::size_t digits = 0;
  std::size_t dots = 0;           ///< inside: two in `M.Sc.S`
  std::size_t shortest_part = 0;  ///< characters between dots
  std::size_t longest_part = 0;
  CharClass first = CharClass::kEnd;
  CharClass last = CharClass::kEnd;
  bool all_upper = false;  ///< has letters, and every one is a capital
  bool joined = false;     ///< a hyphen stands right before it
  bool overlong = false;   ///< has more characters than are kept
  ListMask lists = 0;      ///< which lists it stands on

  bool empty() const { return begin == end; }
  bool is_arabic() const { return last == CharClass::kArabic; }
  bool is_capitalised() const { return first == CharClass::kUpper; }
  bool is_number() const { return digits > 0 && letters == 0; }
  bool is_single_letter() const { return letters == 1 && digits == 0; }
  /// Letters joined by dots: `U.S`, `Ph.D`, `أ.ف.ب`; not `example.com`.
  bool is_dotted() const {
    return dots > 0 && digits == 0 && shortest_part == 1 && longest_part <= kMaxPart;
  }
  bool is_on(WordList list) const { return (lists & mask_of(list)) != 0; }
  std::string_view text() const& { return {buffer.data() + text_begin, text_end - text_begin}; }

  std::array<char, 4 * (kMaxLetters + 1)> buffer;
  std::size_t text_begin = 0;
  std::size_t text_end = 0;
};

/// The word that ends right before `end` (behind transparent characters); empty if none does.
Word word_before(const Characters& characters, std::size_t end);

/// The word that begins at `begin`; empty if none does.
Word word_at(const Characters& characters, std::size_t begin);

/// Whether `word` is a Roman numeral in capitals (I, II, XIV).
bool is_roman(const Word& word);

/// Whether `word` looks like a name whose first letter is small: iPhone, eBay.
bool is_small_name(const Word& word);

}  // namespace muqabala::detail
