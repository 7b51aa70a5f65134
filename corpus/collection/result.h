#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "segment/base/byte_range.h"
#include "segment/base/place.h"

namespace muqabala {

/// Segments of one side of a bead.
struct CollectedSide {
  std::size_t first_segment = 0;  ///< 0-based in its document; 0 on the empty side of a null bead
  std::size_t segments = 0;       ///< how many; 0 on that side
  ByteRange bytes = {};           ///< in the file (inflated), from the first to the last
  std::string text = {};          ///< joined by a space, on one line
  std::vector<std::size_t> cuts = {};  ///< bytes of `text` at which further segments begin

  bool operator==(const CollectedSide&) const = default;
};

/// The numbers of the segments of `side`, one by one.
std::vector<std::size_t> segment_numbers(const CollectedSide& side);

/// The texts of the segments of `side`, one by one; views into it.
std::vector<std::string_view> segment_texts(const CollectedSide& side);

/// A bead as collections keep it. What was moved is one bead of both sides in place of two null
/// beads; so every segment of both documents stands in exactly one bead.
struct CollectedBead {
  std::string kind;        ///< its shape, `2-1`, or `moved`
  double probability = 0;  ///< that it is right, in [0,1], to six digits
  CollectedSide source;
  CollectedSide target;
  /// Name of the first filter that rejected it; empty = none did. Null beads are never filtered.
  std::string rejected_by = {};

  bool is_pair() const { return source.segments > 0 && target.segments > 0; }
  bool operator==(const CollectedBead&) const = default;
};

/// What is counted in a document, for statistics.
struct DocumentCounts {
  std::size_t source_segments = 0;
  std::size_t target_segments = 0;
  std::size_t source_words = 0;  ///< what white space separates, furniture and all
  std::size_t target_words = 0;
  std::size_t omitted_segments = 0;
  std::size_t added_segments = 0;
  double source_share = 0;  ///< characters with a counterpart, in [0,1], to six digits
  double target_share = 0;

  bool operator==(const DocumentCounts&) const = default;
};

/// Why a document gave nothing.
struct DocumentFailure {
  std::string code;     ///< of the error, `wrong-language` or the like
  std::string message;  ///< path, what is wrong, what to do

  bool operator==(const DocumentFailure&) const = default;
};

/// What one document gave. All outputs of a collection are made from these, in the order of
/// `number`.
struct DocumentResult {
  std::size_t number = 0;  ///< of its record
  std::string id;
  std::string source_path;  ///< empty where a text was given itself
  std::string target_path;
  std::string source_language;  ///< BCP 47; where there is a failure, as far as it was stated
  std::string target_language;
  std::map<std::string, std::string> metadata = {};
  std::vector<CollectedBead> beads = {};  ///< in order of the source, then of the target
  DocumentCounts counts = {};
  std::optional<DocumentFailure> failure = {};  ///< then there are no beads

  bool operator==(const DocumentResult&) const = default;
};

/// One line of JSON without its line end; the form of `corpus stream` and of a build's ledger. What
/// `collect` gave comes back from it as it was; paths that are no UTF-8 come back with U+FFFD.
std::string to_json(const DocumentResult& result);

/// What `to_json` wrote. Throws `errors::malformed_record` for anything else.
DocumentResult result_of_json(std::string_view line, const Place& where);

}  // namespace muqabala
