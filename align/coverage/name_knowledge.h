#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "align/coverage/word_matches.h"

namespace muqabala {

/// What a lexicon knows of a word as a name.
struct NameKnowledge {
  bool is_known = false;  ///< as a headword or rendering of its own
  /// Of its known counterparts the share that are names: written with a capital, or as it sounds.
  double name_share = 0;
  bool is_common = false;     ///< the core lexicon has a counterpart that is no name
  bool is_adjective = false;  ///< of a country or people: "French"
  bool is_date = false;       ///< a month or weekday
  bool is_conjoined = false;  ///< known only without the "and" that Arabic writes together with it
};

/// Tells names from other words by what a lexicon says of them: in the two languages of a pair a
/// name's counterpart is written with a capital, or sounds like it.
class NameDictionary {
 public:
  /// Refers to `matches`, which must outlive this. O(entries).
  explicit NameDictionary(const WordMatches& matches);

  /// What is known of a type. O(its entries), once.
  const NameKnowledge& of(PairSide side, std::uint32_t type);

  /// One-word entries of a key.
  std::vector<const LexiconEntry*> entries_of(PairSide side, KeyId key) const;

  /// A name of several words that the core lexicon or CLDR lists, at the first of `uses`.
  struct Phrase {
    std::size_t words = 0;                          ///< 0: there is none
    std::vector<const LexiconEntry*> entries = {};  ///< of it and of the shorter names in it
  };
  Phrase phrase_at(PairSide side, std::span<const WordUse> uses) const;

 private:
  struct Reading {
    KeyId key = 0;
    bool is_conjoined = false;  ///< without the "and" that it is written with
  };
  /// Of the word as it stands and without the clitics that a name may have.
  std::vector<Reading> plain_readings(PairSide side, std::uint32_t type) const;
  std::vector<const LexiconEntry*> starting_with(PairSide side, KeyId key) const;
  NameKnowledge judge(PairSide side, std::uint32_t type);

  const WordMatches& matches_;
  std::vector<std::uint32_t> first_;      ///< per target key into `by_target_`; one more at the end
  std::vector<std::uint32_t> by_target_;  ///< numbers of entries, by first target key
  std::vector<std::optional<NameKnowledge>> known_[2];
};

}  // namespace muqabala
