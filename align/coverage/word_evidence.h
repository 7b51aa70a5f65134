#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/coverage/pair_view.h"
#include "align/text_side.h"

namespace muqabala {

/// What one may expect of a word where its sentence is told.
enum class WordClass : std::uint8_t {
  kKnown,    ///< to the lexicon, so that its partner would be seen
  kUnknown,  ///< only learned from this text
  kOnce,     ///< unknown, and met once: nothing to learn it from
  kNumber,   ///< digits
  kMark,     ///< ?, !, brackets and the like
};

/// A word of the original and whether it has a partner.
struct SeenWord {
  WordClass word_class = WordClass::kKnown;
  bool is_learned = false;  ///< its link is
  float link_nats = 0;      ///< weight of its link; 0 = it has none
};

/// The words of the source, one for each of `source.uses`. O(words x log links).
std::vector<SeenWord> see_words(const PairView& pair, const TextSide& source);

/// How often words stand without a partner although their sentence is told: much in a free
/// translation, and where no dictionary helps.
class UnlinkedRates {
 public:
  UnlinkedRates();

  /// Counts a word that seems told.
  void add(const SeenWord& word);

  /// log p(what is seen | dropped) - log p(the same | told).
  double dropped_nats(const SeenWord& word) const;

 private:
  struct Count {
    double words = 0;
    double unlinked = 0;
  };
  std::array<Count, 3> counts_;  ///< by class; numbers and marks are the same in every text
};

}  // namespace muqabala
