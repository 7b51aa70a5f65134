#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "align/coverage/name_knowledge.h"
#include "align/coverage/name_sound.h"
#include "align/coverage/name_words.h"
#include "align/coverage/pair_view.h"
#include "align/coverage/spelled_letters.h"
#include "align/coverage/word_matches.h"

namespace muqabala {

/// A word of the other side as it sounds.
struct HeardWord {
  WordSound sound;
  /// Known as another word than a name, or told by a word of its own.
  bool is_other = false;
};

/// Segments of one side of a bead.
SegmentRun run_of(const Bead& bead, PairSide side);

/// The words of a run of segments. Refers to `text`.
std::span<const WordUse> uses_of(const TextSide& text, SegmentRun run);

/// Says whether anything on the other side answers to a name.
class NameCounterparts {
 public:
  /// Refers to all that it is given: `names` are those of the source and of the target. O(words).
  NameCounterparts(const PairView& pair, const WordMatches& matches, NameDictionary& dictionary,
                   std::span<const NameWords, 2> names);

  /// Whether segments `there` of the other side tell the first of `from_use`, words of segments
  /// `here` from it on. `sounds` is filled when it is first needed, and is of `there` alone.
  bool is_told(PairSide side, std::span<const WordUse> from_use, SegmentRun here, SegmentRun there,
               std::vector<HeardWord>& sounds);

  /// The same by the lexicon and by transliteration, for other places than the pair at hand.
  bool is_told_in(PairSide side, std::uint32_t type, SegmentRun here, SegmentRun there);

  /// Whether segments `there` of the other side have the acronym that the run of `side` spells.
  bool is_abbreviated(PairSide side, const SpelledLetters& run, SegmentRun there) const;

  /// Whether one of `others`, words of `side`, is of one root with a counterpart of the phrase.
  bool has_kin(const NameDictionary::Phrase& phrase, PairSide side,
               std::span<const WordUse> others);

 private:
  const TextSide& text(PairSide side) const { return matches_.text(side); }
  const SegmentedDocument& document(PairSide side) const {
    return side == PairSide::kSource ? pair_.source : pair_.target;
  }
  bool has_capitals(PairSide side) const {
    return names_[static_cast<std::size_t>(side)].has_capitals();
  }
  void index_beads();
  bool may_be_companion(PairSide side, std::uint32_t type) const;
  void hear(PairSide side, SegmentRun here, SegmentRun there, std::vector<HeardWord>& sounds);
  const std::vector<std::uint32_t>& companions(PairSide side, std::uint32_t type);
  bool goes_with_a_word(PairSide side, std::uint32_t type, std::span<const WordUse> others);
  bool sounds_like_a_word(PairSide side, std::span<const WordUse> from_use,
                          const std::vector<HeardWord>& sounds);
  bool is_kin_of_a_word(PairSide side, const WordUse& use, std::span<const WordUse> others);
  bool abbreviates(PairSide side, const WordUse& use, SegmentRun here, SegmentRun there);

  const PairView& pair_;
  const WordMatches& matches_;
  NameDictionary& dictionary_;
  std::span<const NameWords, 2> names_;
  std::array<std::vector<std::vector<std::uint32_t>>, 2> beads_of_type_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> companions_;
};

}  // namespace muqabala
