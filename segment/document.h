#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "segment/base/byte_range.h"
#include "segment/base/diagnostic.h"
#include "segment/base/place.h"
#include "segment/markup_item.h"
#include "segment/text/offset_map.h"
#include "segment/text/utf8_text.h"

namespace muqabala {

/// A file as it was read: decoded, never changed.
struct SourceFile {
  std::string path;    ///< as the user gave it; `-` is standard input
  Utf8Text text;       ///< the whole content in UTF-8, without a byte order mark
  OffsetMap to_bytes;  ///< from `text` to byte offsets of the file on disk
};

enum class BlockKind : std::uint8_t {
  kParagraph,
  kHeading,
  kListItem,
  kQuote,
  kCaption,
  kTableCell,
  kFrontMatter,  ///< title and description fields of a page's metadata
};

/// The name of a kind as outputs show it: `paragraph`, `heading`, `list-item`, ...
std::string_view name(BlockKind kind);

/// A run of text that no segment crosses.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  ByteRange range;         ///< in `Document::text`; blocks are disjoint and in order
  std::uint8_t level = 0;  ///< headings: 1 to 6; otherwise 0
};

/// What a reader made of a file: the readable text, its blocks, and the way back to the file.
struct Document {
  SourceFile file;
  Utf8Text text;      ///< readable text: `file.text` with markup left out; for plain text the same
  OffsetMap to_file;  ///< from `text` to `file.text`
  std::vector<Block> blocks;
  std::vector<MarkupItem> markup;  ///< by begin of their range
  std::string language;            ///< BCP 47; empty until it is given or detected
  std::vector<Diagnostic> diagnostics;
};

/// The place in the file of offset `at` (bytes, at most `document.text.size()`).
/// O(length of the file) for line and column: for many places, use `PlaceFinder`.
Place place_of(const Document& document, std::size_t at);

/// The bytes of the file on disk that `range` of `document.text` was read from.
ByteRange bytes_on_disk(const Document& document, ByteRange range);

/// Finds many places in one document, in O(log lines + length of the line) each.
/// Refers to the document, which must outlive it.
class PlaceFinder {
 public:
  explicit PlaceFinder(const Document& document);
  Place operator()(std::size_t at) const;

 private:
  const Document& document_;
  std::vector<std::size_t> line_starts_;  ///< in `document_.file.text`
};

}  // namespace muqabala
