// The names of Latin letters as Arabic writes them, most of them after the English ones, some after
// the French.

#include "align/coverage/spelled_letters.h"

#include <algorithm>
#include <array>
#include <string>

#include "align/anchors/name_skeleton.h"
#include "segment/text/folding.h"

namespace muqabala {
namespace {

struct LetterName {
  std::string_view folded;
  std::string_view letters;
  bool is_word = false;  ///< of its own as well
};

constexpr std::array kLetterNames = {
    LetterName{"ايه", "A"},      LetterName{"اي", "AEI", true}, LetterName{"اه", "A"},
    LetterName{"بي", "BP"},      LetterName{"سي", "C"},         LetterName{"دي", "D"},
    LetterName{"اف", "F"},       LetterName{"جي", "GJ"},        LetterName{"جيه", "J"},
    LetterName{"جاي", "J"},      LetterName{"اتش", "H"},        LetterName{"ايتش", "H"},
    LetterName{"هاش", "H"},      LetterName{"كي", "K", true},   LetterName{"كيه", "K"},
    LetterName{"كاي", "K"},      LetterName{"ال", "L", true},   LetterName{"ام", "M", true},
    LetterName{"ان", "N", true}, LetterName{"او", "O", true},   LetterName{"كيو", "Q"},
    LetterName{"ار", "R"},       LetterName{"اس", "S"},         LetterName{"تي", "T"},
    LetterName{"يو", "U"},       LetterName{"في", "V", true},   LetterName{"ڤي", "V"},
    LetterName{"دبليو", "W"},    LetterName{"دابليو", "W"},     LetterName{"اكس", "X"},
    LetterName{"واي", "Y"},      LetterName{"زد", "Z"},         LetterName{"زي", "Z"}};

/// The longest, vocalised and with a clitic.
constexpr std::size_t kLongestNameBytes = 32;

const LetterName* letter_named(std::string_view folded) {
  const auto found = std::find_if(kLetterNames.begin(), kLetterNames.end(),
                                  [&](const LetterName& name) { return name.folded == folded; });
  return found == kLetterNames.end() ? nullptr : found;
}

/// The first word of a run may have a conjunction or preposition before it.
const LetterName* letter_named(std::string_view folded, bool is_first) {
  if (!is_first) return letter_named(folded);
  for (const std::string_view bare : without_clitics(folded))
    if (const LetterName* name = letter_named(bare)) return name;
  return nullptr;
}

LetterSet bit(char letter) { return LetterSet{1} << static_cast<unsigned>(letter - 'A'); }

LetterSet letters_of(const LetterName& name) {
  LetterSet set = 0;
  for (const char letter : name.letters) set |= bit(letter);
  return set;
}

}  // namespace

SpelledLetters spelled_letters(std::string_view text, std::span<const WordUse> uses) {
  SpelledLetters run;
  for (const WordUse& use : uses) {
    if (use.size_bytes > kLongestNameBytes || (text[use.begin_bytes] & 0x80) == 0) break;
    const std::string folded = fold_key(text.substr(use.begin_bytes, use.size_bytes));
    const LetterName* name = letter_named(folded, run.words.empty());
    if (name == nullptr) break;
    run.words.push_back(letters_of(*name));
    if (name->is_word) continue;
    if (run.end_certain == 0) run.begin_certain = run.words.size() - 1;
    run.end_certain = run.words.size();
  }
  return run.words.size() < 2 || run.end_certain == 0 ? SpelledLetters{} : run;
}

namespace {

bool spells_all(const SpelledLetters& run, std::string_view acronym) {
  for (std::size_t from = 0; from + acronym.size() <= run.words.size(); ++from) {
    if (from > run.begin_certain || from + acronym.size() < run.end_certain) continue;
    std::size_t k = 0;
    while (k < acronym.size() && (run.words[from + k] & bit(acronym[k])) != 0) ++k;
    if (k == acronym.size()) return true;
  }
  return false;
}

}  // namespace

bool spells(const SpelledLetters& run, std::string_view acronym) {
  constexpr std::size_t kThree = 3;
  return spells_all(run, acronym) ||
         (acronym.size() >= kThree && spells_all(run, acronym.substr(1)));
}

bool is_surely_spelled(const SpelledLetters& run) {
  constexpr std::size_t kThree = 3;
  return run.words.size() >= kThree || run.end_certain - run.begin_certain >= 2;
}

bool is_acronym(std::string_view word) {
  return word.size() >= 2 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_read_as_word(std::string_view acronym) {
  constexpr std::size_t kShortest = 4;
  return acronym.size() >= kShortest && acronym.find_first_of("AEIOUY") != std::string_view::npos;
}

}  // namespace muqabala
