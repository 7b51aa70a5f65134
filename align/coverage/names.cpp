// Names that the two sides of a pair do not share.
//
// A name is left over where nothing in its pair answers to it: no entry of the lexicon, no like
// spelling, no word that sounds like it, no demonym of it, no word that goes with it all through
// the text, no words that its letters abbreviate. Two names left over at the same place were
// probably exchanged for each other: that is the strongest sign, for a translation leaves names out
// and adds them freely ("he" for "Clark"), but does not exchange them. A name alone on its side
// counts only if the whole other text does not know it.
//
// O(words x log uses), and for names left over O(words of their pair).

#include "align/coverage/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "align/anchors/name_skeleton.h"
#include "align/coverage/name_knowledge.h"
#include "align/coverage/name_sound.h"
#include "align/coverage/name_words.h"
#include "align/coverage/word_matches.h"
#include "align/length_cost.h"
#include "segment/text/folding.h"

namespace muqabala {
namespace {

/// What is less sure is not told.
constexpr double kLeastConfidence = 0.5;
/// Below it a word is not looked at as a name.
constexpr double kLeastName = 0.3;
/// Neighbouring segments that may hold a name of the pair.
constexpr std::size_t kNear = 2;
/// How much a name that another place explains still weighs.
constexpr double kKnownNear = 0.8;
constexpr double kKnownAtLarge = 0.9;
/// A common word may be a name too ("Snow"), if it sounds just so.
constexpr double kSameSound = 0.95;
/// A name of several words that the lexicon lists.
constexpr double kPhrase = 0.8;
constexpr double kOneSided = 0.6;
/// "Greg" where the original has but "Clark" is no exchange.
/// "The French capital" for "Paris" is none either.
constexpr double kOneAdjective = 0.5;
constexpr double kOneByMatched = 0.5;
/// No sentence is longer; in a whole text without stops every name is told somewhere.
constexpr std::size_t kMostWords = 600;
/// So many names without a counterpart are not exchanged one by one: a part was dropped.
constexpr std::size_t kDroppedPart = 3;
/// A translation shorter by this share than its original calls for leaves a part out, to which a
/// name left over may belong...
constexpr double kTooShort = 0.25;
/// ...if the longer of the two has so many characters: a ratio of few says little.
constexpr double kTellingLength = 60;

struct NameLeft {
  std::size_t first_use = 0;
  std::size_t end_use = 0;
  double likelihood = 0;      ///< that it is a name which the other side should hold
  bool by_matched = false;    ///< stands next to a part of the name that the other side does hold
  bool is_adjective = false;  ///< of a country: also told of its towns and people
  bool is_known = false;      ///< as a name
  bool is_elsewhere = false;  ///< the other text holds it at another place
};

/// Words written small inside names.
bool is_particle(std::string_view folded) {
  constexpr std::array<std::string_view, 14> kParticles = {
      "al", "el", "bin", "ibn", "ben", "bint", "abu", "de", "da", "di", "von", "van", "der", "la"};
  return std::find(kParticles.begin(), kParticles.end(), folded) != kParticles.end();
}

/// A word of the other side as it sounds.
struct HeardWord {
  WordSound sound;
  bool is_common = false;  ///< known as another word than a name
};

class NameChecker {
 public:
  explicit NameChecker(const PairView& pair)
      : pair_(pair),
        source_(index_words(pair.source)),
        target_(index_words(pair.target)),
        matches_(source_, target_, pair.lexicon),
        dictionary_(matches_),
        names_{NameWords(pair.source, PairSide::kSource, matches_, dictionary_),
               NameWords(pair.target, PairSide::kTarget, matches_, dictionary_)} {
    index_beads();
  }

  std::vector<Finding> check() {
    const LengthModel lengths = usual_lengths();
    std::vector<Finding> findings;
    for (const Bead& bead : pair_.alignment.beads) {
      if (bead.is_null() || is_shortened(bead, lengths)) continue;
      if (std::optional<Finding> found = check(bead)) findings.push_back(*std::move(found));
    }
    return findings;
  }

 private:
  const TextSide& text(PairSide side) const { return matches_.text(side); }
  const NameWords& names(PairSide side) const { return names_[static_cast<std::size_t>(side)]; }
  const SegmentedDocument& document(PairSide side) const {
    return side == PairSide::kSource ? pair_.source : pair_.target;
  }

  static SegmentRun run_of(const Bead& bead, PairSide side) {
    return side == PairSide::kSource
               ? SegmentRun{bead.source.begin_index.value(), bead.source.end_index.value()}
               : SegmentRun{bead.target.begin_index.value(), bead.target.end_index.value()};
  }

  std::span<const WordUse> uses_of(PairSide side, SegmentRun run) const {
    const TextSide& t = text(side);
    return std::span(t.uses).subspan(t.first_use[run.begin],
                                     t.first_use[run.end] - t.first_use[run.begin]);
  }

  void index_beads();
  LengthPair lengths_of(const Bead& bead) const;
  LengthModel usual_lengths() const;
  bool is_shortened(const Bead& bead, const LengthModel& lengths) const;
  std::optional<Finding> check(const Bead& bead);
  std::vector<NameLeft> names_left(PairSide side, const Bead& bead);
  bool sounds_like_a_word(PairSide side, const WordUse& use, std::span<const WordUse> from_use,
                          const std::vector<HeardWord>& sounds);
  bool is_kin_of_a_word(PairSide side, const WordUse& use, std::span<const WordUse> others);
  bool has_kin(const NameDictionary::Phrase& phrase, PairSide side,
               std::span<const WordUse> others);
  bool abbreviates(PairSide side, const WordUse& use, SegmentRun here, SegmentRun there);
  bool is_told_in(PairSide side, std::uint32_t type, SegmentRun here, SegmentRun there);
  bool goes_with_a_word(PairSide side, std::uint32_t type, std::span<const WordUse> others);
  const std::vector<std::uint32_t>& companions(PairSide side, std::uint32_t type);
  std::string_view words(PairSide side, const NameLeft& name) const {
    return slice(document(side).document.text.view(), range(side, name));
  }
  bool are_variants(const NameLeft& source, const NameLeft& target) const;
  static double alone(const NameLeft& name);
  static double exchanged_for(const NameLeft& source, const NameLeft& target);
  Finding finding(const Bead& bead, double confidence, const NameLeft* source,
                  const NameLeft& target) const;
  ByteRange range(PairSide side, const NameLeft& name) const {
    const std::vector<WordUse>& uses = text(side).uses;
    const WordUse& last = uses[name.end_use - 1];
    return {uses[name.first_use].begin_bytes, std::size_t{last.begin_bytes} + last.size_bytes};
  }

  const PairView& pair_;
  TextSide source_;
  TextSide target_;
  WordMatches matches_;
  NameDictionary dictionary_;
  NameWords names_[2];
  std::vector<std::vector<std::uint32_t>> beads_of_type_[2];
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> companions_;
};

void NameChecker::index_beads() {
  for (const PairSide side : {PairSide::kSource, PairSide::kTarget}) {
    auto& by_type = beads_of_type_[static_cast<std::size_t>(side)];
    by_type.resize(text(side).types.size());
    for (std::uint32_t b = 0; b < pair_.alignment.beads.size(); ++b)
      for (const WordUse& use : uses_of(side, run_of(pair_.alignment.beads[b], side)))
        if (by_type[use.type].empty() || by_type[use.type].back() != b)
          by_type[use.type].push_back(b);
  }
}

LengthPair NameChecker::lengths_of(const Bead& bead) const {
  const SegmentRun source = run_of(bead, PairSide::kSource);
  const SegmentRun target = run_of(bead, PairSide::kTarget);
  return {length_of(source_, source.begin, source.end),
          length_of(target_, target.begin, target.end)};
}

LengthModel NameChecker::usual_lengths() const {
  std::vector<LengthPair> lengths;
  for (const Bead& bead : pair_.alignment.beads)
    if (!bead.is_null()) lengths.push_back(lengths_of(bead));
  return estimate_length_model(lengths, {});
}

/// Whether the translation is so short for its original that a part was left out.
bool NameChecker::is_shortened(const Bead& bead, const LengthModel& lengths) const {
  const auto [source, target] = lengths_of(bead);
  return std::max(source, target) >= kTellingLength &&
         std::log(std::max(1.0, target) / std::max(1.0, source)) - lengths.mean_log_ratio <
             std::log(1 - kTooShort);
}

/// Types of the other side that stand wherever this one stands, and seldom elsewhere, where nothing
/// else explains it.
const std::vector<std::uint32_t>& NameChecker::companions(PairSide side, std::uint32_t type) {
  constexpr std::size_t kLeastBeads = 2;
  constexpr std::size_t kMostBeads = 200;
  constexpr double kShare = 0.6;
  const auto [at, is_new] =
      companions_.try_emplace(std::uint64_t{type} * 2 + static_cast<std::uint64_t>(side));
  if (!is_new) return at->second;
  const auto& beads = beads_of_type_[static_cast<std::size_t>(side)][type];
  const PairSide other = opposite(side);
  const auto& other_beads = beads_of_type_[static_cast<std::size_t>(other)];
  if (beads.size() < kLeastBeads || beads.size() > kMostBeads ||
      matches_.has_match_anywhere(side, type))
    return at->second;
  std::unordered_map<std::uint32_t, std::size_t> together;
  std::vector<std::uint32_t> types;
  for (const std::uint32_t b : beads) {
    types.clear();
    for (const WordUse& use : uses_of(other, run_of(pair_.alignment.beads[b], other)))
      if (text(other).types[use.type].kind == TokenKind::kWord) types.push_back(use.type);
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end()), types.end());
    for (const std::uint32_t t : types) ++together[t];
  }
  for (const auto& [t, count] : together)
    if (count >= kLeastBeads &&
        static_cast<double>(count) >= kShare * static_cast<double>(beads.size()) &&
        static_cast<double>(count) >= kShare * static_cast<double>(other_beads[t].size()))
      at->second.push_back(t);
  std::sort(at->second.begin(), at->second.end());
  return at->second;
}

bool NameChecker::is_told_in(PairSide side, std::uint32_t type, SegmentRun here, SegmentRun there) {
  if (matches_.has_match(side, type, here, there)) return true;
  const PairSide other = opposite(side);
  const auto alike = matches_.transliterated(side, type);
  return std::any_of(alike.begin(), alike.end(), [&](std::uint32_t t) {
    return matches_.occurs(other, t, there) && !dictionary_.of(other, t).is_common &&
           (dictionary_.of(other, t).is_known || matches_.keys_of(other, t).empty());
  });
}

bool NameChecker::goes_with_a_word(PairSide side, std::uint32_t type,
                                   std::span<const WordUse> others) {
  const std::vector<std::uint32_t>& with = companions(side, type);
  return std::any_of(others.begin(), others.end(), [&](const WordUse& other) {
    return std::binary_search(with.begin(), with.end(), other.type);
  });
}

double least_likeness(std::size_t consonants, bool both_known) {
  if (both_known) return 0.85;
  if (consonants <= 2) return 0.9;
  return consonants == 3 ? 0.8 : 0.76;
}

bool NameChecker::sounds_like_a_word(PairSide side, const WordUse& use,
                                     std::span<const WordUse> from_use,
                                     const std::vector<HeardWord>& sounds) {
  const WordSound mine = sound_of(text(side), from_use);
  if (mine.skeletons.empty()) return false;
  const std::size_t consonants = name_skeleton(text(side).types[use.type].surfaces.front()).size();
  const double least = least_likeness(consonants, false);
  return std::any_of(sounds.begin(), sounds.end(), [&](const HeardWord& other) {
    return sound_similarity(mine, other.sound) >= (other.is_common ? kSameSound : least);
  });
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  std::size_t count = 0;
  std::size_t at = 0;
  while (at < a.size() && at < b.size()) {
    const CodePoint x = code_point_at(a, at);
    if (at + x.size_bytes > b.size() || a.substr(at, x.size_bytes) != b.substr(at, x.size_bytes))
      break;
    at += x.size_bytes;
    ++count;
  }
  return count;
}

/// Whether two words of a language are of one root as far as their beginnings show: "Britain" and
/// "British", "هولندا" and "هولندي".
bool are_kin(std::string_view a, std::string_view b) {
  constexpr std::size_t kPrefix = 4;
  const std::size_t common = common_prefix(a, b);
  const std::size_t shorter = std::min(count_code_points(a), count_code_points(b));
  return common >= kPrefix || (common >= 3 && common == shorter);
}

bool NameChecker::is_kin_of_a_word(PairSide side, const WordUse& use,
                                   std::span<const WordUse> others) {
  const PairSide other = opposite(side);
  const std::string& mine = text(side).types[use.type].surfaces.front();
  const auto told = [&](const LexiconEntry& entry, PairSide of) {
    const EntryText entry_text = pair_.lexicon.text_of(entry);
    return fold_key(of == PairSide::kSource ? entry_text.source : entry_text.target);
  };
  const NameKnowledge& known = dictionary_.of(side, use.type);
  if (!known.is_known) return false;
  // A rendering of one of the pair's words begins like this one.
  for (const WordUse& word : others)
    for (const KeyId key : matches_.keys_of(other, word.type))
      for (const LexiconEntry* entry : dictionary_.entries_of(other, key))
        if (entry->origin != LinkOrigin::kDictionary && are_kin(told(*entry, side), mine))
          return true;
  // One of this word's renderings begins like a word of the pair.
  const LookupKeys keys(text(other).language);
  for (const KeyId key : matches_.keys_of(side, use.type))
    for (const LexiconEntry* entry : dictionary_.entries_of(side, key)) {
      if (entry->origin == LinkOrigin::kDictionary) continue;
      const std::string rendering = keys.of_headword(told(*entry, other));
      if (rendering.find(' ') != std::string::npos) continue;
      for (const WordUse& word : others)
        for (const std::string& form : keys.of_text_word(text(other).types[word.type].surfaces[0]))
          if (are_kin(rendering, form)) return true;
    }
  return false;
}

/// Whether each letter can be given a word of its own.
bool letters_fit(std::string_view letters, std::span<const std::uint32_t> initials,
                 std::uint32_t taken) {
  if (letters.empty()) return true;
  const std::uint32_t bit = std::uint32_t{1} << static_cast<unsigned>(letters[0] - 'A');
  for (std::size_t k = 0; k < initials.size(); ++k)
    if ((initials[k] & bit) != 0 && (taken >> k & 1U) == 0 &&
        letters_fit(letters.substr(1), initials, taken | std::uint32_t{1} << k))
      return true;
  return false;
}

bool NameChecker::abbreviates(PairSide side, const WordUse& use, SegmentRun here,
                              SegmentRun there) {
  const std::span<const WordUse> others = uses_of(opposite(side), there);
  constexpr std::size_t kMostLetters = 6;
  constexpr double kSpelledOut = 0.7;
  const std::string_view letters =
      document(side).document.text.view().substr(use.begin_bytes, use.size_bytes);
  if (letters.size() < 2 || letters.size() > kMostLetters) return false;
  if (dictionary_.of(side, use.type).is_known) return false;  // and not told
  if (!std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
    return false;
  const PairSide other = opposite(side);
  std::vector<std::uint32_t> initials;
  for (const WordUse& word : others) {
    std::uint32_t set = 0;
    if (matches_.has_match(other, word.type, there, here)) {
      initials.push_back(0);
      continue;
    }
    for (const KeyId key : matches_.keys_of(other, word.type))
      for (const LexiconEntry* entry : dictionary_.entries_of(other, key)) {
        if (entry->origin == LinkOrigin::kDictionary) continue;
        const EntryText entry_text = pair_.lexicon.text_of(*entry);
        const std::string name =
            fold_key(side == PairSide::kSource ? entry_text.source : entry_text.target);
        for (std::size_t at = 0; at < name.size(); ++at)
          if ((at == 0 || name[at - 1] == ' ') && name[at] >= 'a' && name[at] <= 'z')
            set |= std::uint32_t{1} << static_cast<unsigned>(name[at] - 'a');
      }
    initials.push_back(set);
  }
  for (std::size_t begin = 0; begin < initials.size(); ++begin) {
    const std::size_t size = std::min(letters.size() + 1, initials.size() - begin);
    if (size >= 2 && letters_fit(letters, std::span(initials).subspan(begin, size), 0)) return true;
  }
  const WordSound spelled{.skeletons = {spelled_out(letters)}, .joined = {}};
  for (std::size_t k = 0; k < others.size(); ++k)
    if (sound_similarity(spelled, sound_of(text(other), others.subspan(k))) >= kSpelledOut)
      return true;
  return false;
}

/// Whether one of `others`, words of `side`, is of one root with a counterpart of the phrase.
bool NameChecker::has_kin(const NameDictionary::Phrase& phrase, PairSide side,
                          std::span<const WordUse> others) {
  for (const LexiconEntry* entry : phrase.entries) {
    const EntryText entry_text = pair_.lexicon.text_of(*entry);
    const std::string counterpart =
        fold_key(side == PairSide::kSource ? entry_text.source : entry_text.target);
    if (counterpart.find(' ') != std::string::npos) continue;
    for (const WordUse& word : others)
      for (const std::string_view rest : without_clitics(text(side).types[word.type].surfaces[0]))
        if (are_kin(counterpart, rest)) return true;
  }
  return false;
}

std::vector<NameLeft> NameChecker::names_left(PairSide side, const Bead& bead) {
  const PairSide other = opposite(side);
  const SegmentRun here = run_of(bead, side);
  const SegmentRun there = run_of(bead, other);
  const SegmentRun near{there.begin < kNear ? 0 : there.begin - kNear,
                        std::min(text(other).size(), there.end + kNear)};
  const SegmentRun everywhere{0, text(other).size()};
  const std::span<const WordUse> others = uses_of(other, there);
  std::vector<HeardWord> sounds;
  std::vector<NameLeft> left;
  for (std::size_t segment = here.begin; segment < here.end; ++segment) {
    const std::vector<double> likelihoods = names(side).judge(segment);
    const std::size_t first = text(side).first_use[segment];
    bool before_matched = false;
    for (std::size_t k = 0; k < likelihoods.size(); ++k) {
      const WordUse& use = text(side).uses[first + k];
      const NameDictionary::Phrase phrase =
          dictionary_.phrase_at(side, text(side).uses_of(segment).subspan(k));
      if (phrase.words > 0 && names(side).may_be_phrase(first + k, phrase.words)) {
        const auto told_in = [&](SegmentRun run) {
          return std::any_of(
              phrase.entries.begin(), phrase.entries.end(),
              [&](const LexiconEntry* e) { return matches_.is_told(*e, other, run); });
        };
        before_matched = told_in(there) || has_kin(phrase, other, others);
        if (!before_matched)
          left.push_back({.first_use = first + k,
                          .end_use = first + k + phrase.words,
                          .likelihood = kPhrase * (told_in(near)         ? kKnownNear
                                                   : told_in(everywhere) ? kKnownAtLarge
                                                                         : 1),
                          .is_elsewhere = told_in(everywhere)});
        k += phrase.words - 1;
        continue;
      }
      const bool goes_on = names(side).continues(first + k);
      const bool was_matched = std::exchange(before_matched, false);
      if (likelihoods[k] < kLeastName) {
        if (is_particle(text(side).types[use.type].surfaces.front()) && goes_on) {
          before_matched = was_matched;
          if (!left.empty() && left.back().end_use == first + k) ++left.back().end_use;
        }
        continue;
      }
      const auto is_told = [&] {
        if (is_told_in(side, use.type, here, there)) return true;
        if (goes_with_a_word(side, use.type, others)) return true;
        if (sounds.empty())
          for (std::size_t o = 0; o < others.size(); ++o)
            sounds.push_back({sound_of(text(other), others.subspan(o)),
                              dictionary_.of(other, others[o].type).is_common});
        return sounds_like_a_word(
                   side, use,
                   uses_of(side, here).subspan(first + k - text(side).first_use[here.begin]),
                   sounds) ||
               is_kin_of_a_word(side, use, others) || abbreviates(side, use, here, there);
      };
      if (is_told()) {
        before_matched = true;
        if (goes_on && !left.empty() && left.back().end_use == first + k)
          left.back().by_matched = true;
        continue;
      }
      const bool is_near = is_told_in(side, use.type, here, near);
      const bool is_elsewhere = is_near || is_told_in(side, use.type, here, everywhere);
      const double likelihood = likelihoods[k] * (is_near        ? kKnownNear
                                                  : is_elsewhere ? kKnownAtLarge
                                                                 : 1);
      if (goes_on && !left.empty() && left.back().end_use == first + k) {
        left.back().end_use = first + k + 1;
        left.back().likelihood = std::max(left.back().likelihood, likelihood);
        left.back().is_elsewhere |= is_elsewhere;
        left.back().is_adjective = false;
      } else {
        left.push_back({.first_use = first + k,
                        .end_use = first + k + 1,
                        .likelihood = likelihood,
                        .by_matched = goes_on && was_matched,
                        .is_adjective = dictionary_.of(side, use.type).is_adjective,
                        .is_known = dictionary_.of(side, use.type).name_share > 0,
                        .is_elsewhere = is_elsewhere});
      }
    }
  }
  return left;
}

/// The surest fault of a pair: one that is misread is followed by others.
std::optional<Finding> NameChecker::check(const Bead& bead) {
  if (uses_of(PairSide::kSource, run_of(bead, PairSide::kSource)).size() > kMostWords ||
      uses_of(PairSide::kTarget, run_of(bead, PairSide::kTarget)).size() > kMostWords)
    return std::nullopt;
  std::vector<NameLeft> source = names_left(PairSide::kSource, bead);
  std::vector<NameLeft> target = names_left(PairSide::kTarget, bead);
  const auto surest = [](std::vector<NameLeft>& names) {
    std::stable_sort(names.begin(), names.end(), [](const NameLeft& a, const NameLeft& b) {
      return a.likelihood > b.likelihood;
    });
  };
  surest(source);
  surest(target);
  const bool is_part_added = source.empty() && target.size() >= kDroppedPart;
  std::vector<bool> told(source.size(), false);
  std::optional<Finding> surest_fault;
  for (const NameLeft& name : target) {
    const auto variant = std::find_if(source.begin(), source.end(), [&](const NameLeft& other) {
      return are_variants(other, name);
    });
    if (variant != source.end()) {
      told[static_cast<std::size_t>(variant - source.begin())] = true;
      continue;
    }
    double confidence = is_part_added ? 0 : alone(name);
    std::optional<std::size_t> partner;
    for (std::size_t k = 0; k < source.size(); ++k) {
      if (told[k]) continue;
      const double exchanged = exchanged_for(source[k], name);
      if (exchanged <= confidence) continue;
      confidence = exchanged;
      partner = k;
    }
    if (confidence < kLeastConfidence) continue;
    if (partner) told[*partner] = true;
    if (!surest_fault || confidence > surest_fault->confidence)
      surest_fault = finding(bead, confidence, partner ? &source[*partner] : nullptr, name);
  }
  return surest_fault;
}

/// Whether two names left over sound like one that is spelled freely.
bool NameChecker::are_variants(const NameLeft& source, const NameLeft& target) const {
  constexpr double kVariant = 0.7;
  if (source.is_known && target.is_known) return false;
  const auto uses = [&](PairSide side, const NameLeft& name, std::size_t from) {
    return std::span(text(side).uses).subspan(from, name.end_use - from);
  };
  for (std::size_t s = source.first_use; s < source.end_use; ++s)
    for (std::size_t t = target.first_use; t < target.end_use; ++t)
      if (sound_similarity(
              sound_of(text(PairSide::kSource), uses(PairSide::kSource, source, s).first(1)),
              sound_of(text(PairSide::kTarget), uses(PairSide::kTarget, target, t).first(1))) >=
          kVariant)
        return true;
  return false;
}

double NameChecker::alone(const NameLeft& name) {
  return name.by_matched || name.is_elsewhere || name.is_adjective ? 0
                                                                   : kOneSided * name.likelihood;
}

double NameChecker::exchanged_for(const NameLeft& source, const NameLeft& target) {
  return std::sqrt(source.likelihood * target.likelihood) *
         (source.by_matched == target.by_matched ? 1 : kOneByMatched) *
         (source.is_adjective == target.is_adjective ? 1 : kOneAdjective);
}

Finding NameChecker::finding(const Bead& bead, double confidence, const NameLeft* source,
                             const NameLeft& target) const {
  Finding finding{.kind = FindingKind::kName,
                  .confidence = confidence,
                  .source = bead.source,
                  .target = bead.target,
                  .reason = {}};
  finding.target_words = range(PairSide::kTarget, target);
  if (source != nullptr) finding.source_words = range(PairSide::kSource, *source);
  if (source != nullptr)
    finding.reason =
        fmt::format("the original names \"{}\" where the translation names \"{}\"",
                    words(PairSide::kSource, *source), words(PairSide::kTarget, target));
  else
    finding.reason = fmt::format("nothing in the original answers to the name \"{}\"",
                                 words(PairSide::kTarget, target));
  return finding;
}

}  // namespace

std::vector<Finding> find_name_faults(const PairView& pair) { return NameChecker(pair).check(); }

}  // namespace muqabala
