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
  std::size_t first_segment = 0;  ///< 0-based in its document
  std::size_t segments = 0;       ///< how many; 0 on the empty side of a null bead
  ByteRange bytes = {};           ///< in the file on disk, from the first to the last
  std::string text = {};          ///< joined by a space, on one line
};

/// A bead as collections keep it.
struct CollectedBead {
  std::string kind;  ///< its shape, `2-1`, or `moved`
  double probability = 0;
  CollectedSide source;
  CollectedSide target;
  /// Name of the first filter that rejected it; empty = none did. Null beads are never filtered.
  std::string rejected_by = {};

  bool is_pair() const { return source.segments > 0 && target.segments > 0; }
};

/// What is counted in a document, for statistics.
struct DocumentCounts {
  std::size_t source_segments = 0;
  std::size_t target_segments = 0;
  std::size_t source_words = 0;
  std::size_t target_words = 0;
  std::size_t omitted_segments = 0;
  std::size_t added_segments = 0;
  double source_share = 0;  ///< characters with a counterpart, in [0,1]
  double target_share = 0;
};

/// Why a document gave nothing.
struct DocumentFailure {
  std::string code;     ///< of the error, `wrong-language` or the like
  std::string message;  ///< path, what is wrong, what to do
};

/// What one document gave. All outputs of a collection are made from these, in the order of
/// `number`.
struct DocumentResult {
  std::size_t number = 0;  ///< of its record
  std::string id;
  std::string source_path;
  std::string target_path;
  std::string source_language;  ///< BCP 47
  std::string target_language;
  std::map<std::string, std::string> metadata = {};
  std::vector<CollectedBead> beads = {};
  DocumentCounts counts = {};
  std::optional<DocumentFailure> failure = {};  ///< then there are no beads
};

/// One line of JSON without its line end; the form of `corpus stream` and of a build's ledger.
std::string to_json(const DocumentResult& result);

/// What `to_json` wrote. Throws `errors::malformed_record` for anything else.
DocumentResult result_of_json(std::string_view line, const Place& where);

}  // namespace muqabala
