#include "align/coverage/name_knowledge.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "align/anchors/name_skeleton.h"
#include "align/lexicon/lexicon.h"
#include "segment/text/folding.h"
#include "segment/tokenizer.h"

namespace muqabala {
namespace {

/// Dictionaries that write everything small list names as they list words; a name's counterpart
/// then still sounds like it.
constexpr double kSoundsAlike = 0.75;
constexpr std::size_t kLeastConsonants = 2;

bool begins_with_capital(std::string_view text) {
  if (text.empty()) return false;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first < 0x80) return first >= 'A' && first <= 'Z';
  const std::vector<Token> tokens = tokenize(text, "");
  return !tokens.empty() && tokens.front().capitalised;
}

bool sound_alike(std::string_view a, std::string_view b) {
  const std::string x = name_skeleton(fold_key(a));
  const std::string y = name_skeleton(fold_key(b));
  return std::min(x.size(), y.size()) >= kLeastConsonants &&
         skeleton_similarity(x, y) >= kSoundsAlike;
}

std::span<const KeyId> keys_on(const LexiconEntry& entry, PairSide side) {
  return side == PairSide::kSource ? entry.source_keys() : entry.target_keys();
}

/// Whether an Arabic word and an English one are adjectives of a country or people.
bool is_adjective(std::string_view arabic, std::string_view english) {
  constexpr std::array<std::string_view, 12> kEndings = {"an", "ish", "ese", "nch", "tch", "eek",
                                                         "qi", "ti",  "ni",  "li",  "di",  "mi"};
  return (arabic.ends_with("ي") || arabic.ends_with("ية")) && begins_with_capital(english) &&
         std::any_of(kEndings.begin(), kEndings.end(),
                     [&](std::string_view ending) { return english.ends_with(ending); });
}

/// A counterpart of a word, and whether any entry takes it for a name.
struct Counterpart {
  std::vector<KeyId> keys;
  bool is_name = false;
  bool is_small = false;  ///< the core lexicon writes it without a capital
};

}  // namespace

NameDictionary::NameDictionary(const WordMatches& matches) : matches_(matches) {
  const std::span<const LexiconEntry> entries = matches.lexicon().entries();
  for (const LexiconEntry& entry : entries) {
    if (entry.target[0] + 1 >= first_.size()) first_.resize(entry.target[0] + 2, 0);
    ++first_[entry.target[0] + 1];
  }
  for (std::size_t k = 1; k < first_.size(); ++k) first_[k] += first_[k - 1];
  by_target_.resize(entries.size());
  std::vector<std::uint32_t> next = first_;
  for (std::size_t e = 0; e < entries.size(); ++e)
    by_target_[next[entries[e].target[0]]++] = static_cast<std::uint32_t>(e);
  for (const PairSide side : {PairSide::kSource, PairSide::kTarget})
    known_[static_cast<std::size_t>(side)].resize(matches.text(side).types.size());
}

std::vector<const LexiconEntry*> NameDictionary::starting_with(PairSide side, KeyId key) const {
  std::vector<const LexiconEntry*> found;
  const Lexicon& lexicon = matches_.lexicon();
  if (side == PairSide::kSource) {
    for (const LexiconEntry& entry : lexicon.starting_with(key)) found.push_back(&entry);
  } else if (key + 1 < first_.size()) {
    for (std::uint32_t e = first_[key]; e < first_[key + 1]; ++e)
      found.push_back(&lexicon.entries()[by_target_[e]]);
  }
  return found;
}

std::vector<const LexiconEntry*> NameDictionary::entries_of(PairSide side, KeyId key) const {
  std::vector<const LexiconEntry*> found = starting_with(side, key);
  std::erase_if(found, [&](const LexiconEntry* e) { return keys_on(*e, side).size() != 1; });
  return found;
}

NameDictionary::Phrase NameDictionary::phrase_at(PairSide side,
                                                 std::span<const WordUse> uses) const {
  const auto stands_at = [&](const LexiconEntry& entry, std::size_t at) {
    const std::span<const KeyId> keys = keys_on(entry, side);
    if (at + keys.size() > uses.size()) return false;
    for (std::size_t k = 0; k < keys.size(); ++k) {
      const auto read = matches_.keys_of(side, uses[at + k].type);
      if (std::find(read.begin(), read.end(), keys[k]) == read.end()) return false;
    }
    return true;
  };
  const auto is_name = [&](const LexiconEntry& entry) {
    if (entry.origin == LinkOrigin::kDictionary || entry.origin == LinkOrigin::kDate) return false;
    const EntryText text = matches_.lexicon().text_of(entry);
    return begins_with_capital(text.source) || begins_with_capital(text.target);
  };
  Phrase phrase;
  for (const KeyId key : matches_.keys_of(side, uses[0].type))
    for (const LexiconEntry* entry : starting_with(side, key)) {
      const std::size_t words = keys_on(*entry, side).size();
      if (words > 1 && words > phrase.words && stands_at(*entry, 0) && is_name(*entry))
        phrase.words = words;
    }
  for (std::size_t at = 0; at < phrase.words; ++at)
    for (const KeyId key : matches_.keys_of(side, uses[at].type))
      for (const LexiconEntry* entry : starting_with(side, key))
        if (at + keys_on(*entry, side).size() <= phrase.words && stands_at(*entry, at) &&
            (keys_on(*entry, side).size() == phrase.words || is_name(*entry)))
          phrase.entries.push_back(entry);
  return phrase;
}

const NameKnowledge& NameDictionary::of(PairSide side, std::uint32_t type) {
  std::optional<NameKnowledge>& known = known_[static_cast<std::size_t>(side)][type];
  if (!known) known = judge(side, type);
  return *known;
}

std::vector<NameDictionary::Reading> NameDictionary::plain_readings(PairSide side,
                                                                    std::uint32_t type) const {
  constexpr std::string_view kAnd = "و";
  std::vector<Reading> readings;
  const LookupKeys keys(matches_.text(side).language);
  for (const std::string& surface : matches_.text(side).types[type].surfaces)
    for (const std::string_view rest : without_clitics(surface)) {
      if (rest.empty()) continue;
      const std::string key = keys.of_headword(std::string(rest));
      const std::optional<KeyId> found = side == PairSide::kSource
                                             ? matches_.lexicon().source_key(key)
                                             : matches_.lexicon().target_key(key);
      if (found)
        readings.push_back(
            {.key = *found,
             .is_conjoined = surface.starts_with(kAnd) && rest.size() < surface.size()});
    }
  return readings;
}

NameKnowledge NameDictionary::judge(PairSide side, std::uint32_t type) {
  NameKnowledge knowledge;
  // The likeliest reading that is a word of its own.
  for (const auto& [key, is_conjoined] : plain_readings(side, type)) {
    std::vector<Counterpart> counterparts;
    for (const LexiconEntry* entry : entries_of(side, key)) {
      knowledge.is_date |= entry->origin == LinkOrigin::kDate;
      const std::span<const KeyId> other =
          side == PairSide::kSource ? entry->target_keys() : entry->source_keys();
      auto same = std::find_if(counterparts.begin(), counterparts.end(), [&](const Counterpart& c) {
        return std::equal(c.keys.begin(), c.keys.end(), other.begin(), other.end());
      });
      if (same == counterparts.end())
        same = counterparts.insert(counterparts.end(), {.keys = {other.begin(), other.end()}});
      const EntryText text = matches_.lexicon().text_of(*entry);
      knowledge.is_adjective |=
          is_adjective(text.source, text.target) || is_adjective(text.target, text.source);
      if (entry->origin == LinkOrigin::kDictionary)
        same->is_name = same->is_name || sound_alike(text.source, text.target);
      else if (begins_with_capital(text.source) || begins_with_capital(text.target))
        same->is_name = true;
      else
        same->is_small = true;
    }
    if (counterparts.empty()) continue;
    knowledge.is_known = true;
    knowledge.is_conjoined = is_conjoined;
    knowledge.is_common = std::any_of(counterparts.begin(), counterparts.end(),
                                      [](const Counterpart& c) { return c.is_small; });
    const auto names = std::count_if(counterparts.begin(), counterparts.end(),
                                     [](const Counterpart& c) { return c.is_name && !c.is_small; });
    knowledge.name_share = static_cast<double>(names) / static_cast<double>(counterparts.size());
    break;
  }
  return knowledge;
}

}  // namespace muqabala
