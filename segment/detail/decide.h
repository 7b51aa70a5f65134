#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "segment/detail/candidates.h"
#include "segment/detail/characters.h"
#include "segment/detail/quotes_and_brackets.h"
#include "segment/detail/words.h"

namespace muqabala::detail {

/// Everything the rules look at.
struct Situation {
  const Characters& characters;
  const Candidate& candidate;
  Enclosures& enclosures;
  Word before;  ///< that ends at the candidate; empty behind marks and white space
  Word after;   ///< that opens what follows; empty where that is no word

  /// Whether the segment has nothing but marks before the word before the candidate.
  bool leads_segment() const {
    return !before.empty() && before.begin <= enclosures.first_content();
  }
  /// The word before `before`; empty at the begin of the segment.
  Word earlier() const;
};

/// What one rule says.
enum class Opinion : std::uint8_t { kNone, kEnds, kGoesOn };

/// A rule and the name under which it is explained to people.
struct Rule {
  const char* name;
  Opinion (*opinion)(const Situation&);
};

/// Whether a sentence ends at a candidate, and by which rule.
struct Verdict {
  bool ends = true;
  const char* rule = "";
};

/// Asks the rules in their order; the first opinion wins, without any the sentence ends.
Verdict decide(const Characters& characters, const Candidate& candidate, Enclosures& enclosures);

/// The rules for one full stop behind a Latin, and behind an Arabic word (decide_latin.cpp,
/// decide_arabic.cpp).
std::span<const Rule> latin_rules();
std::span<const Rule> arabic_rules();

/// The first opinion among `rules`; `kNone` and an empty name if none has one.
struct NamedOpinion {
  Opinion opinion = Opinion::kNone;
  const char* rule = "";
};
NamedOpinion ask(std::span<const Rule> rules, const Situation& situation);

/// Whether a capitalised word follows that opens sentences (The, When, He).
bool starter_follows(const Situation& situation);

}  // namespace muqabala::detail
