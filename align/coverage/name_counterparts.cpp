// Names cross a language by meaning (an entry of the lexicon, also in pieces), by sound, by root
// ("British" for Britain), letter by letter (an acronym for the words it abbreviates), or by no
// rule at all, which only the rest of the text can tell: a word that stands wherever the name
// stands.

#include "align/coverage/name_counterparts.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "align/anchors/name_skeleton.h"
#include "segment/text/folding.h"

namespace muqabala {
namespace {

/// A common word may be a name too ("Snow"), and a name be told once more, if it sounds just so.
constexpr double kSameSound = 0.95;

/// A name whose counterpart the lexicon has must sound much like a word that is not this one.
constexpr double kKnownSound = 0.9;
constexpr double kMostlyName = 0.5;

/// The fewer consonants, the more words sound like them by chance.
double least_likeness(std::size_t consonants) {
  if (consonants <= 2) return 0.9;
  return consonants == 3 ? 0.8 : 0.76;
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

/// Whether words of which `initials` are the first letters have the letters in their order.
bool letters_follow(std::string_view letters, std::span<const LetterSet> initials) {
  std::size_t at = 0;
  for (const LetterSet set : initials)
    if (at < letters.size() && (set >> static_cast<unsigned>(letters[at] - 'A') & 1U) != 0) ++at;
  return at == letters.size();
}

/// The same in an order in which another language may have the words: "Wildlife Commission" is,
/// word by word, "commission of wildlife".
bool letters_fit(std::string_view letters, std::span<const LetterSet> initials) {
  const std::string backwards(letters.rbegin(), letters.rend());
  const std::string head_first =
      letters.back() + std::string(letters.substr(0, letters.size() - 1));
  return letters_follow(letters, initials) || letters_follow(backwards, initials) ||
         letters_follow(head_first, initials);
}

}  // namespace

SegmentRun run_of(const Bead& bead, PairSide side) {
  return side == PairSide::kSource
             ? SegmentRun{bead.source.begin_index.value(), bead.source.end_index.value()}
             : SegmentRun{bead.target.begin_index.value(), bead.target.end_index.value()};
}

std::span<const WordUse> uses_of(const TextSide& text, SegmentRun run) {
  return std::span(text.uses).subspan(text.first_use[run.begin],
                                      text.first_use[run.end] - text.first_use[run.begin]);
}

NameCounterparts::NameCounterparts(const PairView& pair, const WordMatches& matches,
                                   NameDictionary& dictionary, std::span<const NameWords, 2> names)
    : pair_(pair), matches_(matches), dictionary_(dictionary), names_(names) {
  index_beads();
}

void NameCounterparts::index_beads() {
  for (const PairSide side : {PairSide::kSource, PairSide::kTarget}) {
    auto& by_type = beads_of_type_[static_cast<std::size_t>(side)];
    by_type.resize(text(side).types.size());
    for (std::uint32_t b = 0; b < pair_.alignment.beads.size(); ++b)
      for (const WordUse& use : uses_of(text(side), run_of(pair_.alignment.beads[b], side)))
        if (by_type[use.type].empty() || by_type[use.type].back() != b)
          by_type[use.type].push_back(b);
  }
}
bool NameCounterparts::is_told(PairSide side, std::span<const WordUse> from_use, SegmentRun here,
                               SegmentRun there, std::vector<HeardWord>& sounds) {
  const PairSide other = opposite(side);
  const WordUse& use = from_use.front();
  const std::span<const WordUse> others = uses_of(text(other), there);
  const std::string_view word =
      document(side).document.text.view().substr(use.begin_bytes, use.size_bytes);
  const bool is_read_by_letter = is_acronym(word) && !is_read_as_word(word);
  if (is_read_by_letter ? matches_.has_match(side, use.type, here, there)
                        : is_told_in(side, use.type, here, there))
    return true;
  if (goes_with_a_word(side, use.type, others)) return true;
  if (is_read_by_letter) return abbreviates(side, use, here, there);
  if (sounds.empty()) hear(other, there, here, sounds);
  return sounds_like_a_word(side, from_use, sounds) || is_kin_of_a_word(side, use, others) ||
         abbreviates(side, use, here, there);
}

/// How the words of segments `here` of `side` sound, which `there` are of the other side. Where
/// names have capitals, other words are none.
void NameCounterparts::hear(PairSide side, SegmentRun here, SegmentRun there,
                            std::vector<HeardWord>& sounds) {
  const std::span<const WordUse> uses = uses_of(text(side), here);
  for (std::size_t k = 0; k < uses.size(); ++k)
    if (uses[k].capitalised || !has_capitals(side))
      sounds.push_back({.sound = sound_of(text(side), uses.subspan(k)),
                        .is_other = dictionary_.of(side, uses[k].type).is_common ||
                                    matches_.has_match(side, uses[k].type, here, there)});
}

/// Whether a word may be what a name of the other side is called here. Where names have capitals,
/// that is one with a capital that nothing else explains; elsewhere any word ("Brexit" is the
/// leaving).
bool NameCounterparts::may_be_companion(PairSide side, std::uint32_t type) const {
  const WordType& word = text(side).types[type];
  return !has_capitals(side) || (2 * word.inner_capitalised > word.inner_count &&
                                 !matches_.has_match_anywhere(side, type));
}

/// Types of the other side that stand wherever this one stands, and seldom elsewhere, where nothing
/// else explains it.
const std::vector<std::uint32_t>& NameCounterparts::companions(PairSide side, std::uint32_t type) {
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
    for (const WordUse& use : uses_of(text(other), run_of(pair_.alignment.beads[b], other)))
      if (text(other).types[use.type].kind == TokenKind::kWord) types.push_back(use.type);
    std::sort(types.begin(), types.end());
    types.erase(std::unique(types.begin(), types.end()), types.end());
    for (const std::uint32_t t : types) ++together[t];
  }
  for (const auto& [t, count] : together)
    if (count >= kLeastBeads && may_be_companion(other, t) &&
        static_cast<double>(count) >= kShare * static_cast<double>(beads.size()) &&
        static_cast<double>(count) >= kShare * static_cast<double>(other_beads[t].size()))
      at->second.push_back(t);
  std::sort(at->second.begin(), at->second.end());
  return at->second;
}

bool NameCounterparts::is_told_in(PairSide side, std::uint32_t type, SegmentRun here,
                                  SegmentRun there) {
  if (matches_.has_match(side, type, here, there)) return true;
  const PairSide other = opposite(side);
  const auto alike = matches_.transliterated(side, type);
  return std::any_of(alike.begin(), alike.end(), [&](std::uint32_t t) {
    return matches_.occurs(other, t, there) && !dictionary_.of(other, t).is_common &&
           (dictionary_.of(other, t).is_known || matches_.keys_of(other, t).empty());
  });
}

bool NameCounterparts::goes_with_a_word(PairSide side, std::uint32_t type,
                                        std::span<const WordUse> others) {
  const std::vector<std::uint32_t>& with = companions(side, type);
  return std::any_of(others.begin(), others.end(), [&](const WordUse& other) {
    return std::binary_search(with.begin(), with.end(), other.type);
  });
}

bool NameCounterparts::sounds_like_a_word(PairSide side, std::span<const WordUse> from_use,
                                          const std::vector<HeardWord>& sounds) {
  const WordSound mine = sound_of(text(side), from_use);
  if (mine.skeletons.empty()) return false;
  const std::size_t consonants =
      name_skeleton(text(side).types[from_use.front().type].surfaces.front()).size();
  const NameKnowledge& known = dictionary_.of(side, from_use.front().type);
  const double least =
      known.is_known && known.name_share >= kMostlyName ? kKnownSound : least_likeness(consonants);
  return std::any_of(sounds.begin(), sounds.end(), [&](const HeardWord& other) {
    return sound_similarity(mine, other.sound) >= (other.is_other ? kSameSound : least);
  });
}

bool NameCounterparts::is_kin_of_a_word(PairSide side, const WordUse& use,
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

bool NameCounterparts::abbreviates(PairSide side, const WordUse& use, SegmentRun here,
                                   SegmentRun there) {
  const std::span<const WordUse> others = uses_of(text(opposite(side)), there);
  constexpr std::size_t kMostLetters = 6;
  const std::string_view letters =
      document(side).document.text.view().substr(use.begin_bytes, use.size_bytes);
  if (!is_acronym(letters) || letters.size() > kMostLetters) return false;
  const std::string_view other_text = document(opposite(side)).document.text.view();
  for (std::size_t k = 0; k < others.size(); ++k)
    if (spells(spelled_letters(other_text, others.subspan(k)), letters)) return true;
  if (dictionary_.of(side, use.type).is_known) return false;  // and not told
  const PairSide other = opposite(side);
  std::vector<LetterSet> initials;
  for (const WordUse& word : others) {
    LetterSet set = 0;
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
            set |= LetterSet{1} << static_cast<unsigned>(name[at] - 'a');
      }
    initials.push_back(set);
  }
  for (std::size_t begin = 0; begin < initials.size(); ++begin) {
    const std::size_t size = std::min(letters.size() + 1, initials.size() - begin);
    if (size >= 2 && letters_fit(letters, std::span(initials).subspan(begin, size))) return true;
  }
  return false;
}

bool NameCounterparts::is_abbreviated(PairSide side, const SpelledLetters& run,
                                      SegmentRun there) const {
  const std::string_view other_text = document(opposite(side)).document.text.view();
  const std::span<const WordUse> others = uses_of(text(opposite(side)), there);
  return std::any_of(others.begin(), others.end(), [&](const WordUse& use) {
    const std::string_view word = other_text.substr(use.begin_bytes, use.size_bytes);
    return is_acronym(word) && spells(run, word);
  });
}

bool NameCounterparts::has_kin(const NameDictionary::Phrase& phrase, PairSide side,
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

}  // namespace muqabala
