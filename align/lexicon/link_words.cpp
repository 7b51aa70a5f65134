#include "align/lexicon/link_words.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <utility>

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

/// A reading, and the key that it stands under.
struct KeyedReading {
  KeyId key = 0;
  Reading reading;
};

/// Per key of one side of the lexicon: the types of a text that stand under it. Takes memory and
/// time by the text, not by the lexicon, which may hold a thousand times as many keys.
class ReadingIndex {
 public:
  /// `all`: in order of the types, of which there are as many as `known`.
  ReadingIndex(std::vector<KeyedReading> all, std::vector<std::uint8_t> known)
      : known_(std::move(known)) {
    std::stable_sort(all.begin(), all.end(),
                     [](const KeyedReading& a, const KeyedReading& b) { return a.key < b.key; });
    for (const KeyedReading& keyed : all) {
      if (keys_.empty() || keys_.back() != keyed.key) {
        keys_.push_back(keyed.key);
        first_.push_back(static_cast<std::uint32_t>(readings_.size()));
      }
      readings_.push_back(keyed.reading);
    }
    first_.push_back(static_cast<std::uint32_t>(readings_.size()));
    slots_.assign(std::bit_ceil(2 * keys_.size() + 2), 0);
    shift_ = 32 - std::countr_zero(slots_.size());
    for (std::size_t k = 0; k < keys_.size(); ++k) {
      std::size_t slot = home_of(keys_[k]);
      while (slots_[slot] != 0) slot = (slot + 1) % slots_.size();
      slots_[slot] = static_cast<std::uint32_t>(k + 1);
    }
  }

  /// The keys under which anything stands, in order.
  const std::vector<KeyId>& keys() const { return keys_; }
  /// Per type: stands under some key.
  const std::vector<std::uint8_t>& known() const { return known_; }

  std::span<const Reading> of(KeyId key) const {
    for (std::size_t slot = home_of(key); slots_[slot] != 0; slot = (slot + 1) % slots_.size()) {
      const std::size_t k = slots_[slot] - 1;
      if (keys_[k] == key) return {&readings_[first_[k]], first_[k + 1] - first_[k]};
    }
    return {};
  }

 private:
  /// Multiplicative hashing (Knuth, "Sorting and Searching", 6.4).
  std::size_t home_of(KeyId key) const { return (key * 2'654'435'769U) >> shift_; }

  std::vector<KeyId> keys_;
  std::vector<std::uint32_t> first_;  ///< per key into `readings_`; one more at the end
  std::vector<Reading> readings_;
  std::vector<std::uint32_t> slots_;  ///< a number into `keys_` and 1; 0 = free; 2^k of them
  int shift_ = 0;                     ///< leaves the upper k bits of a key's hash
  std::vector<std::uint8_t> known_;
};

using FindKey = std::function<std::optional<KeyId>(const std::string&)>;

ReadingIndex index_readings(const TextSide& side, const FindKey& find_key) {
  std::vector<KeyedReading> all;
  std::vector<std::uint8_t> known(side.types.size(), 0);
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
    known[t] = type.kind == TokenKind::kWord && !readings.empty();
    for (const Reading& reading : readings) all.push_back({reading.type, {t, reading.weight}});
  }
  return {std::move(all), std::move(known)};
}

bool all_present(std::span<const KeyId> keys, const ReadingIndex& index) {
  return std::all_of(keys.begin(), keys.end(), [&](KeyId key) { return !index.of(key).empty(); });
}

void link_entries(const Lexicon& lexicon, const ReadingIndex& source, const ReadingIndex& target,
                  std::vector<TypeLink>& links) {
  for (const KeyId key : source.keys()) {
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
      .known();
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
  prior.source_known = from.known();
  prior.target_known = to.known();
  return prior;
}

}  // namespace muqabala
