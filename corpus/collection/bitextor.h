#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "corpus/collection/record.h"
#include "segment/base/line_reader.h"

namespace muqabala {

/// Reads pairs of documents as Bitextor hands them from step to step: a pair a line, tab-separated
/// `url1, url2, text1, text2`, the texts in base64; what stands behind them is passed over. Where
/// the first line names its columns, they are taken by their names: `src_url`, `trg_url`,
/// `src_text` and `trg_text`.
///
/// Records have the two addresses as paths, and both, with a space between, as id.
class BitextorReader {
 public:
  /// `source_language`, `target_language`: of all records; empty = detect.
  BitextorReader(const std::string& path, std::string source_language, std::string target_language);

  /// The next record; nothing at the end. Throws `errors::malformed_manifest` for a line that
  /// cannot be used, which has a number like any other and behind which the next call goes on, and
  /// what reading throws.
  std::optional<CollectionRecord> next();

  std::size_t count() const { return count_; }  ///< of the records so far, faulty ones too
  const LineReader& lines() const { return lines_; }

 private:
  LineReader lines_;
  std::string source_language_;
  std::string target_language_;
  std::vector<std::size_t> columns_ = {0, 1, 2, 3};  ///< of the four fields
  bool has_begun_ = false;
  std::size_t count_ = 0;
};

}  // namespace muqabala
