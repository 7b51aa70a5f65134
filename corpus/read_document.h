#pragma once

#include <cstddef>
#include <string>

#include "segment/document.h"

namespace muqabala {

enum class DocumentFormat { kAuto, kText, kMarkdown };

struct ReadOptions {
  DocumentFormat format = DocumentFormat::kAuto;  ///< auto: by the file name's ending
  std::size_t limit_bytes = std::size_t{256} << 20;
};

/// Reads the file at `path` (`-`: standard input) as `options.format`. One that is packed by gzip
/// or Zstandard is unpacked; then the limit is for what comes out, offsets are those in it, and the
/// ending before `.gz` or `.zst` tells the format.
///
/// UTF-8 with or without a byte order mark, and UTF-16 with one, are accepted. Throws
/// `errors::file_not_found`, `is_a_directory`, `unreadable`, `too_large`, `binary`, `invalid_utf8`,
/// `unsupported_charset`. An empty file gives an empty document: judging that is the caller's.
Document read_document(const std::string& path, const ReadOptions& options);

/// The same for bytes at hand; `path` names them in messages and decides on the format.
Document parse_document(std::string bytes, const std::string& path, const ReadOptions& options);

}  // namespace muqabala
