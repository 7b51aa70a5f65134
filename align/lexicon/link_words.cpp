#include "align/lexicon/link_words.h"

#include <algorithm>
#include <functional>

#include "align/anchors/anchors.h"

namespace muqabala {
namespace {

constexpr std::size_t kMostAnalyses = 4;
constexpr float kFurtherAnalysis = 0.6F;

/// A type that stands under a key, and how likely that reading is.
struct Reading {
  std::uint32_t type = 0;
  float weight = 0;
};

/// Per key of one side of the lexicon: the types of a text that stand under it.
struct ReadingIndex {
  std::vector<std::vector<Reading>> by_key;
  std::vector<std::uint8_t> known;  ///< per type: stands under some key

  std::span<const Reading> of(KeyId key) const {
    return key < by_key.size() ? std::span<const Reading>(by_key[key]) : std::span<const Reading>{};
  }
};

using FindKey = std::function<std::optional<KeyId>(const std::string&)>;

ReadingIndex index_readings(const TextSide& side, const FindKey& find_key) {
  ReadingIndex index;
  index.known.assign(side.types.size(), 0);
  const LookupKeys keys(side.language);
  std::vector<Reading> readings;  // of one type; `type` holds the key here
  for (std::uint32_t t = 0; t < side.types.size(); ++t) {
    const WordType& type = side.types[t];
    if (type.kind == TokenKind::kPunctuation) continue;
    readings.clear();
    for (const std::string& surface : type.surfaces) {
      float weight = 1;
      std::size_t found = 0;
      for (const std::string& key : keys.of_text_word(surface)) {
        const std::optional<KeyId> id = find_key(key);
        if (!id) continue;
        const auto same = std::find_if(readings.begin(), readings.end(),
                                       [&](const Reading& r) { return r.type == *id; });
        if (same == readings.end())
          readings.push_back({*id, weight});
        else
          same->weight = std::max(same->weight, weight);
        weight *= kFurtherAnalysis;
        if (++found == kMostAnalyses) break;
      }
    }
    index.known[t] = type.kind == TokenKind::kWord && !readings.empty();
    for (const Reading& reading : readings) {
      if (reading.type >= index.by_key.size()) index.by_key.resize(reading.type + 1);
      index.by_key[reading.type].push_back({t, reading.weight});
    }
  }
  return index;
}

bool all_present(std::span<const KeyId> keys, const ReadingIndex& index) {
  return std::all_of(keys.begin(), keys.end(), [&](KeyId key) { return !index.of(key).empty(); });
}

void link_entries(const Lexicon& lexicon, const ReadingIndex& source, const ReadingIndex& target,
                  std::vector<TypeLink>& links) {
  for (KeyId key = 0; key < source.by_key.size(); ++key) {
    if (source.by_key[key].empty()) continue;
    for (const LexiconEntry& entry : lexicon.starting_with(key)) {
      if (!all_present(entry.source_keys(), source)) continue;
      if (!all_present(entry.target_keys(), target)) continue;
      const float share =
          entry.weight / static_cast<float>(entry.source_words * entry.target_words);
      for (const KeyId s : entry.source_keys())
        for (const KeyId t : entry.target_keys())
          for (const Reading& from : source.of(s))
            for (const Reading& to : target.of(t))
              links.push_back({from.type, to.type, share * from.weight * to.weight, entry.origin});
    }
  }
}

}  // namespace

std::vector<std::uint8_t> known_source_words(const TextSide& source, const Lexicon& lexicon) {
  return index_readings(source, [&](const std::string& key) { return lexicon.source_key(key); })
      .known;
}

PriorLinks link_words(const TextSide& source, const TextSide& target, const Lexicon& lexicon) {
  PriorLinks prior;
  link_identical(source, target, prior.links);
  link_cognates(source, target, prior.links);
  link_transliterated(source, target, prior.links);
  const ReadingIndex from =
      index_readings(source, [&](const std::string& key) { return lexicon.source_key(key); });
  const ReadingIndex to =
      index_readings(target, [&](const std::string& key) { return lexicon.target_key(key); });
  link_entries(lexicon, from, to, prior.links);
  merge_links(prior.links);
  prior.source_known = from.known;
  prior.target_known = to.known;
  return prior;
}

}  // namespace muqabala
