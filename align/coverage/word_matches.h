#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "align/text_side.h"
#include "align/translation_table.h"

namespace muqabala {

enum class PairSide : std::uint8_t { kSource, kTarget };

constexpr PairSide opposite(PairSide side) {
  return side == PairSide::kSource ? PairSide::kTarget : PairSide::kSource;
}

/// A half-open run of segments of the side that the context names.
struct SegmentRun {
  std::size_t begin = 0;
  std::size_t end = 0;

  bool operator==(const SegmentRun&) const = default;
};

/// Which words of two texts may mean the same, asked place by place.
///
/// Unlike a table of types, it holds the words of a phrase together: of "United Kingdom", "United"
/// has no match where the other side says "United States". Knows what links words beforehand (see
/// `link_words`) save the sound of names, and nothing that is learned from the texts.
class WordMatches {
 public:
  /// Refers to all three, which must outlive this. O(types + entries with words of the texts).
  WordMatches(const TextSide& source, const TextSide& target, const Lexicon& lexicon);

  /// Whether segments `there` of the other side hold a counterpart of a type of `side`, the other
  /// words of a phrase standing in segments `here`. O(links of the type x log uses).
  bool has_match(PairSide side, std::uint32_t type, SegmentRun here, SegmentRun there) const;

  /// Whether all words that an entry has on `side` stand in the segments.
  bool is_told(const LexiconEntry& entry, PairSide side, SegmentRun segments) const;

  /// Whether `type` stands in one of the segments.
  bool occurs(PairSide side, std::uint32_t type, SegmentRun segments) const;

  /// Whether a link by spelling (the same word, a cognate) or an entry of the
  /// lexicon pairs the type with any word of the other text.
  bool has_match_anywhere(PairSide side, std::uint32_t type) const;

  const TextSide& text(PairSide side) const { return *half(side).text; }
  const Lexicon& lexicon() const { return lexicon_; }

  /// Types of the other side, in another script, that may be a name with this one
  /// (`link_transliterated`). No match by themselves: short names sound like many words.
  std::span<const std::uint32_t> transliterated(PairSide side, std::uint32_t type) const&;

  /// Keys under which the lexicon knows the type, the likeliest first; at most four.
  std::span<const KeyId> keys_of(PairSide side, std::uint32_t type) const&;

 private:
  struct Half {
    const TextSide* text = nullptr;
    std::vector<std::uint32_t> segments;       ///< of all uses, type by type, ascending
    std::vector<std::uint32_t> first_segment;  ///< per type; one more at the end
    std::vector<std::vector<KeyId>> keys;      ///< per type
    std::unordered_map<KeyId, std::vector<std::uint32_t>> types;          ///< per key
    std::unordered_map<KeyId, std::vector<const LexiconEntry*>> entries;  ///< told on both sides
    std::vector<std::vector<std::uint32_t>> alike;           ///< per type: types of the other side
    std::vector<std::vector<std::uint32_t>> transliterated;  ///< the same
  };

  Half& half(PairSide side) { return halves_[static_cast<std::size_t>(side)]; }
  const Half& half(PairSide side) const { return halves_[static_cast<std::size_t>(side)]; }
  bool key_occurs(PairSide side, KeyId key, SegmentRun segments) const;
  bool all_occur(PairSide side, std::span<const KeyId> keys, SegmentRun segments) const;
  void index(PairSide side);
  void gather_entries();

  const Lexicon& lexicon_;
  std::array<Half, 2> halves_;
};

}  // namespace muqabala
