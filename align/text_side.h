#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "align/segment_edges.h"
#include "segment/segmented_document.h"
#include "segment/tokenizer.h"

namespace muqabala {

/// A word, number or mark as statistics see it: all surfaces with one key are one type.
struct WordType {
  /// Words: the stem of the folded surface. Numbers: `#` and the value. Marks: the folded mark.
  std::string key;
  TokenKind kind = TokenKind::kWord;
  std::vector<std::string> surfaces;  ///< distinct folded surfaces; at most `kMaxSurfaces`
  std::uint32_t count = 0;            ///< occurrences in the text
  /// Occurrences away from the start of a segment, and how many of them begin with a capital.
  std::uint32_t inner_count = 0;
  std::uint32_t inner_capitalised = 0;
};

/// One occurrence of a type.
struct WordUse {
  std::uint32_t type = 0;
  std::uint32_t begin_bytes = 0;  ///< in the document's text
  std::uint32_t size_bytes : 31 = 0;
  std::uint32_t capitalised : 1 = 0;  ///< begins with a capital
};

/// One side of a pair as the aligner sees it: types, their uses segment by segment, lengths.
struct TextSide {
  std::string language;
  std::vector<WordType> types;
  std::vector<WordUse> uses;             ///< of all segments, in order
  std::vector<std::uint32_t> first_use;  ///< per segment into `uses`; one more at the end
  std::vector<float> length_graphemes;   ///< per segment: folded characters (`folded_length`)
  std::vector<SegmentEdges> edges = {};  ///< per segment
  /// Per segment: by how much it is likelier than others to have no counterpart. Empty where none
  /// is.
  std::vector<float> alone_nats = {};

  bool is_expected_alone(std::size_t segment) const {
    return !alone_nats.empty() && alone_nats[segment] > 0;
  }

  std::size_t size() const { return length_graphemes.size(); }
  std::span<const WordUse> uses_of(std::size_t segment) const {
    return std::span(uses).subspan(first_use[segment], first_use[segment + 1] - first_use[segment]);
  }
};

/// Folded characters of segments `[begin, end)`.
double length_of(const TextSide& side, std::size_t begin, std::size_t end);

/// How many surfaces of one type are remembered for looking up in dictionaries.
inline constexpr std::size_t kMaxSurfaces = 24;

/// Words are read from this much of a segment. No sentence is longer; a file without stops or line
/// ends is, and comparing its words pair by pair would take for ever.
inline constexpr std::size_t kMostSegmentBytes = std::size_t{16} << 10;

/// Reads the words of every segment (of its first `kMostSegmentBytes`; the length counts all of
/// it). A colon or semicolon that closes a segment is no use: it stands in `edges`. O(bytes).
TextSide index_words(const SegmentedDocument& document);

/// The key of a number token: `#` and its value, with thousands separators of either custom taken
/// out and '.' as the decimal sign. `folded_number` holds digits 0-9 and separators.
std::string number_key(std::string_view folded_number);

}  // namespace muqabala
