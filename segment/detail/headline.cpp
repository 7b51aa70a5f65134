// Texts taken out of pages and databases often carry the headline on the line of the first
// sentence.
//
// Idea: in an English headline in title case, words of some length are capitalised and articles and
// prepositions inside are not; so a capitalised one (The, In), with words in small letters right
// behind it, opens a sentence. Needs a run of capitalised words that no sentence begins with.

#include "segment/detail/headline.h"

#include "segment/detail/words.h"

namespace muqabala::detail {
namespace {

constexpr int kMaxWords = 25;
/// Names and titles of persons and offices are shorter.
constexpr int kMinWords = 6;
constexpr int kMinLongCapitalised = 4;
constexpr std::size_t kLongLetters = 4;
/// Longer words are capitalised in every style of title case.
constexpr std::size_t kMaxSmallLetters = 4;
/// Of the words behind the opener, which must all be in small letters, one is longer than those.
constexpr int kWordsBehind = 3;

/// The word behind `end`, with one space between, perhaps behind a comma, colon or dash; an empty
/// one where anything else comes. Possessives (the mayor's) are one word.
Word next_word(const Characters& characters, std::size_t end) {
  Character c = characters.visible_at(end);
  if (c.value == U',' || c.value == U':' || c.kind == CharClass::kDash)
    c = characters.visible_at(c.end);
  if (c.kind == CharClass::kSpace) c = characters.visible_at(c.end);
  return is_content(c.kind) && c.begin > end ? word_at(characters, c.begin) : Word{};
}

bool sentence_goes_on(const Characters& characters, const Word& opener) {
  bool has_long = false;
  Word word = opener;
  for (int i = 0; i < kWordsBehind; ++i) {
    word = next_word(characters, word.end);
    if (word.first != CharClass::kLower) return false;
    has_long |= word.letters > kMaxSmallLetters;
  }
  return has_long;
}

}  // namespace

std::size_t headline_end(const Characters& characters, std::size_t begin) {
  const Character first = characters.solid_at(begin);
  if (first.kind != CharClass::kUpper) return begin;
  Word word = word_at(characters, first.begin);
  std::size_t end = word.end;
  int long_capitalised = 0;
  for (int words = 0; words < kMaxWords && !word.empty(); ++words) {
    const bool opens = words >= kMinWords && long_capitalised >= kMinLongCapitalised &&
                       word.is_capitalised() && word.is_on(WordList::kStarter) &&
                       is_gap(characters.visible_at(end).kind);
    if (opens && sentence_goes_on(characters, word)) return end;
    const bool is_small = word.first == CharClass::kLower && word.letters <= kMaxSmallLetters;
    if (!word.is_capitalised() && !is_small && !word.is_number()) return begin;
    long_capitalised += word.is_capitalised() && word.letters >= kLongLetters;
    end = word.end;
    word = next_word(characters, word.end);
  }
  return begin;
}

}  // namespace muqabala::detail
