#include "corpus/detail/readable_text.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "corpus/detail/characters.h"

namespace muqabala::detail {
namespace {

ByteRange trim(std::string_view text, ByteRange range) {
  while (!range.empty()) {
    const CodePoint c = code_point_at(text, range.begin);
    if (!is_white_space(c.value)) break;
    range.begin += c.size_bytes;
  }
  while (!range.empty()) {
    const CodePoint c = code_point_before(text, range.end);
    if (!is_white_space(c.value)) break;
    range.end -= c.size_bytes;
  }
  return range;
}

bool is_visible(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (!is_white_space(c.value) && !is_invisible(c.value)) return true;
    at += c.size_bytes;
  }
  return false;
}

}  // namespace

void ReadableText::begin_block(BlockKind kind, std::uint8_t level) {
  end_block();
  in_block_ = true;
  started_ = false;
  block_ = {.kind = kind, .range = {}, .level = level};
}

void ReadableText::start_block() {
  if (!in_block_ || started_) return;
  started_ = true;
  if (!text_.empty()) insert("\n\n");
  block_.range = {text_.size(), text_.size()};
}

void ReadableText::end_block() {
  if (in_block_) end_block_at(text_.size());
}

void ReadableText::end_block_at(std::size_t end) {
  in_block_ = false;
  if (!started_) return;
  block_.range.end = end;
  keep(block_);
}

void ReadableText::split_block(const std::vector<ByteRange>& ranges, BlockKind kind) {
  in_block_ = false;
  for (const ByteRange& range : ranges) keep({.kind = kind, .range = range});
}

void ReadableText::keep(Block block) {
  block.range = trim(text_, block.range);
  if (is_visible(slice(text_, block.range))) blocks_.push_back(block);
}

void ReadableText::take(ByteRange in_file) {
  if (in_file.empty()) return;
  start_block();
  if (in_file.begin < taken_end_) return insert(slice(file_, in_file));
  anchor(in_file.begin, {});
  text_ += slice(file_, in_file);
  taken_end_ = in_file.end;
}

void ReadableText::take_as(std::string_view text, ByteRange in_file) {
  constexpr std::size_t kMost = std::numeric_limits<std::uint8_t>::max();
  if (text.empty()) return;
  start_block();
  if (in_file.begin < taken_end_) return insert(text);
  if (text.size() <= kMost && in_file.size() <= kMost) {
    anchor(in_file.begin,
           {static_cast<std::uint8_t>(text.size()), static_cast<std::uint8_t>(in_file.size())});
  } else {
    anchor(in_file.begin, {});
  }
  text_ += text;
  taken_end_ = in_file.end;
}

void ReadableText::insert(std::string_view text) {
  start_block();
  anchor(taken_end_, {});
  text_ += text;
}

void ReadableText::anchor(std::size_t in_file, OffsetUnit unit) {
  to_file_.anchor(text_.size(), in_file, unit);
}

void ReadableText::finish(Document& document) {
  end_block();
  to_file_.anchor(text_.size(), taken_end_);
  document.text = Utf8Text::trusted(std::move(text_));
  document.to_file = std::move(to_file_);
  document.blocks = std::move(blocks_);
}

}  // namespace muqabala::detail
