#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "segment/document.h"

namespace muqabala::detail {

/// Builds the readable text of a document out of pieces of its file, with the way back.
/// Pieces come in the order of the file.
class ReadableText {
 public:
  /// Refers to `file`, which must outlive it.
  explicit ReadableText(std::string_view file) : file_(file) {}

  /// Ends the block before, and keeps it if it holds anything visible. Two newlines stand between
  /// blocks; a block without text leaves none.
  void begin_block(BlockKind kind, std::uint8_t level = 0);
  void end_block();
  bool in_block() const { return in_block_; }

  /// Adds a piece of the file as it stands.
  void take(ByteRange in_file);
  /// Adds `text` for a piece of the file that means it.
  void take_as(std::string_view text, ByteRange in_file);
  /// Adds `text` that nothing in the file stands for, behind what was taken last.
  void insert(std::string_view text);

  std::size_t size() const { return text_.size(); }
  std::string_view since(std::size_t begin) const& { return std::string_view(text_).substr(begin); }
  std::size_t block_begin() const { return started_ ? block_.range.begin : text_.size(); }

  /// Makes the open block end at `end`, before what was added last.
  void end_block_at(std::size_t end);
  /// Keeps `ranges` of the open block as blocks of their own, of `kind`, instead of it.
  void split_block(const std::vector<ByteRange>& ranges, BlockKind kind);

  /// Moves text, map and blocks into `document`.
  void finish(Document& document);

 private:
  void start_block();
  void anchor(std::size_t in_file, OffsetUnit unit);
  void keep(Block block);

  std::string_view file_;
  std::string text_;
  OffsetMap to_file_;
  std::size_t taken_end_ = 0;  ///< in the file
  std::vector<Block> blocks_;
  Block block_;
  bool in_block_ = false;
  bool started_ = false;  ///< the open block has text
};

}  // namespace muqabala::detail
