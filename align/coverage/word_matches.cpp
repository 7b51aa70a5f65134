#include "align/coverage/word_matches.h"

#include <algorithm>
#include <optional>

#include "align/anchors/anchors.h"
#include "align/anchors/name_skeleton.h"

namespace muqabala {
namespace {

/// As in `link_words`: a word that may be read in more ways is read in the likeliest ones.
constexpr std::size_t kMostKeys = 4;

std::optional<KeyId> find_key(const Lexicon& lexicon, PairSide side, const std::string& key) {
  return side == PairSide::kSource ? lexicon.source_key(key) : lexicon.target_key(key);
}

/// `u.s` is `us`.
std::string without_stops(std::string word) {
  word.erase(std::remove(word.begin(), word.end(), '.'), word.end());
  return word;
}

std::span<const KeyId> keys_on(const LexiconEntry& entry, PairSide side) {
  return side == PairSide::kSource ? entry.source_keys() : entry.target_keys();
}

}  // namespace

WordMatches::WordMatches(const TextSide& source, const TextSide& target, const Lexicon& lexicon)
    : lexicon_(lexicon) {
  half(PairSide::kSource).text = &source;
  half(PairSide::kTarget).text = &target;
  index(PairSide::kSource);
  index(PairSide::kTarget);
  std::vector<TypeLink> links;
  link_identical(source, target, links);
  link_cognates(source, target, links);
  for (const TypeLink& link : links) {
    half(PairSide::kSource).alike[link.source].push_back(link.target);
    half(PairSide::kTarget).alike[link.target].push_back(link.source);
  }
  links.clear();
  link_transliterated(source, target, links);
  for (const TypeLink& link : links) {
    half(PairSide::kSource).transliterated[link.source].push_back(link.target);
    half(PairSide::kTarget).transliterated[link.target].push_back(link.source);
  }
  gather_entries();
}

void WordMatches::index(PairSide side) {
  Half& h = half(side);
  const TextSide& text = *h.text;
  h.first_segment.assign(text.types.size() + 1, 0);
  for (const WordUse& use : text.uses) ++h.first_segment[use.type + 1];
  for (std::size_t t = 0; t < text.types.size(); ++t) h.first_segment[t + 1] += h.first_segment[t];
  h.segments.resize(text.uses.size());
  std::vector<std::uint32_t> next(h.first_segment.begin(), h.first_segment.end() - 1);
  for (std::size_t i = 0; i < text.size(); ++i)
    for (const WordUse& use : text.uses_of(i))
      h.segments[next[use.type]++] = static_cast<std::uint32_t>(i);

  h.alike.resize(text.types.size());
  h.transliterated.resize(text.types.size());
  h.keys.resize(text.types.size());
  const LookupKeys keys(text.language);
  for (std::uint32_t t = 0; t < text.types.size(); ++t) {
    const WordType& type = text.types[t];
    if (type.kind == TokenKind::kPunctuation) continue;
    for (const std::string& surface : type.surfaces) {
      std::size_t found = 0;
      std::vector<std::string> forms = keys.of_text_word(surface);
      // As headwords are written, which a clitic hides from taking words apart: "لألمانيا".
      for (const std::string_view rest : without_clitics(surface))
        if (!rest.empty()) forms.push_back(keys.of_headword(std::string(rest)));
      if (surface.find('.') != std::string::npos) forms.push_back(without_stops(surface));
      for (const std::string& form : forms) {
        const std::optional<KeyId> key = find_key(lexicon_, side, form);
        if (!key) continue;
        if (std::find(h.keys[t].begin(), h.keys[t].end(), *key) == h.keys[t].end()) {
          h.keys[t].push_back(*key);
          h.types[*key].push_back(t);
        }
        if (++found == kMostKeys) break;
      }
    }
  }
}

void WordMatches::gather_entries() {
  const auto all_known = [&](const LexiconEntry& entry, PairSide side) {
    const std::span<const KeyId> keys = keys_on(entry, side);
    return std::all_of(keys.begin(), keys.end(),
                       [&](KeyId key) { return half(side).types.contains(key); });
  };
  for (const auto& [key, types] : half(PairSide::kSource).types)
    for (const LexiconEntry& entry : lexicon_.starting_with(key)) {
      if (!all_known(entry, PairSide::kSource) || !all_known(entry, PairSide::kTarget)) continue;
      for (const PairSide side : {PairSide::kSource, PairSide::kTarget})
        for (const KeyId k : keys_on(entry, side)) half(side).entries[k].push_back(&entry);
    }
}

bool WordMatches::occurs(PairSide side, std::uint32_t type, SegmentRun segments) const {
  const Half& h = half(side);
  const auto begin = h.segments.begin() + h.first_segment[type];
  const auto end = h.segments.begin() + h.first_segment[type + 1];
  const auto at = std::lower_bound(begin, end, segments.begin);
  return at != end && *at < segments.end;
}

bool WordMatches::key_occurs(PairSide side, KeyId key, SegmentRun segments) const {
  const auto types = half(side).types.find(key);
  return types != half(side).types.end() &&
         std::any_of(types->second.begin(), types->second.end(),
                     [&](std::uint32_t type) { return occurs(side, type, segments); });
}

bool WordMatches::all_occur(PairSide side, std::span<const KeyId> keys, SegmentRun segments) const {
  return std::all_of(keys.begin(), keys.end(),
                     [&](KeyId key) { return key_occurs(side, key, segments); });
}

bool WordMatches::is_told(const LexiconEntry& entry, PairSide side, SegmentRun segments) const {
  return all_occur(side, keys_on(entry, side), segments);
}

bool WordMatches::has_match(PairSide side, std::uint32_t type, SegmentRun here,
                            SegmentRun there) const {
  const Half& h = half(side);
  const PairSide other = opposite(side);
  for (const std::uint32_t alike : h.alike[type])
    if (occurs(other, alike, there)) return true;
  for (const KeyId key : h.keys[type]) {
    const auto entries = h.entries.find(key);
    if (entries == h.entries.end()) continue;
    for (const LexiconEntry* entry : entries->second)
      if (all_occur(other, keys_on(*entry, other), there) &&
          all_occur(side, keys_on(*entry, side), here))
        return true;
  }
  return false;
}

bool WordMatches::has_match_anywhere(PairSide side, std::uint32_t type) const {
  const Half& h = half(side);
  return !h.alike[type].empty() || std::any_of(h.keys[type].begin(), h.keys[type].end(),
                                               [&](KeyId key) { return h.entries.contains(key); });
}

std::span<const std::uint32_t> WordMatches::transliterated(PairSide side,
                                                           std::uint32_t type) const& {
  return half(side).transliterated[type];
}

std::span<const KeyId> WordMatches::keys_of(PairSide side, std::uint32_t type) const& {
  return half(side).keys[type];
}

}  // namespace muqabala
