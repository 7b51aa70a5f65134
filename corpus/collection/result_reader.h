#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "corpus/collection/result.h"
#include "segment/base/line_reader.h"
#include "segment/base/place.h"

namespace muqabala {

/// A result, and the line of JSON Lines that it was read from.
struct ResultLine {
  DocumentResult result;
  std::string line;  ///< without its line end
  Place where;
};

/// Reads a file of results, as `corpus stream` writes it, one by one.
class ResultReader {
 public:
  /// `path` may be `-`. Throws what `LineReader` throws.
  explicit ResultReader(std::string path);

  /// The next result; nothing at the end. Throws `errors::malformed_record` where a line is none or
  /// its number is smaller than that of the line before.
  std::optional<ResultLine> next();

 private:
  std::string path_;
  LineReader lines_;
  std::optional<std::size_t> latest_number_;
};

}  // namespace muqabala
