#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "segment/base/byte_range.h"
#include "segment/base/strong_index.h"

namespace muqabala {

/// Where the knowledge that two words belong together came from.
enum class LinkOrigin : std::uint8_t {
  kIdentity,         ///< the same Latin token or mark on both sides
  kNumber,           ///< the same value
  kDate,             ///< the same month or weekday
  kTransliteration,  ///< a name spelled in two scripts
  kCldr,             ///< a country, language, currency or number word
  kCore,             ///< the compiled-in lexicon
  kDictionary,       ///< a dictionary or glossary
  kLearned,          ///< learned from aligned text
};

/// The name of an origin as outputs show it: `identity`, `number`, ...
std::string_view name(LinkOrigin origin);

/// A word of the source and a word of the target that support a bead.
struct WordLink {
  SourceIndex source;
  TargetIndex target;
  ByteRange source_word;  ///< in the source document's text
  ByteRange target_word;  ///< in the target document's text
  LinkOrigin origin = LinkOrigin::kDictionary;
  float weight_nats = 0;  ///< log-likelihood ratio against chance; larger is stronger
};

/// How many segments of each side a bead holds. `0-1` and `1-0` are null beads.
struct BeadShape {
  std::uint8_t source = 0;
  std::uint8_t target = 0;

  bool is_null() const { return source == 0 || target == 0; }
  bool operator==(const BeadShape&) const = default;
};

/// The parts of a bead's cost, in nats; smaller is better. They sum to `Bead::cost_nats`.
struct BeadEvidence {
  /// Of the bead's shape, with the bonus of null beads at the ends of the text, and of what the
  /// segments of a pair begin and end with.
  double prior_nats = 0;
  double length_nats = 0;     ///< of the two lengths, against unrelated text; 0 for null beads
  double lexical_nats = 0;    ///< of the words, against unrelated text; 0 for null beads
  double embedding_nats = 0;  ///< of the sentence embeddings; 0 where there are none

  double total_nats() const { return prior_nats + length_nats + lexical_nats + embedding_nats; }
};

/// Segments that translate each other; one empty side means: no counterpart (a null bead).
struct Bead {
  SourceRange source;
  TargetRange target;
  double cost_nats = 0;    ///< negated log-likelihood ratio against unrelated text
  double probability = 1;  ///< that the bead is right, calibrated (`align/confidence.h`); in [0,1]
  double posterior = 1;    ///< of the bead under the cost model, in [0,1]
  BeadEvidence evidence = {};
  /// Number of the move in `SentenceAlignment::moves` that a null bead is part of.
  std::optional<std::size_t> move = {};

  bool is_omission() const { return target.empty(); }
  bool is_addition() const { return source.empty(); }
  bool is_null() const { return is_omission() || is_addition(); }
};

}  // namespace muqabala
