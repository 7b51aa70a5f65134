#include "segment/document.h"

#include <algorithm>

namespace muqabala {

std::string_view name(BlockKind kind) {
  switch (kind) {
    case BlockKind::kParagraph:
      return "paragraph";
    case BlockKind::kHeading:
      return "heading";
    case BlockKind::kListItem:
      return "list-item";
    case BlockKind::kQuote:
      return "quote";
    case BlockKind::kCaption:
      return "caption";
    case BlockKind::kTableCell:
      return "table-cell";
    case BlockKind::kFrontMatter:
      return "front-matter";
  }
  return "paragraph";
}

Place place_of(const Document& document, std::size_t at) { return PlaceFinder(document)(at); }

ByteRange bytes_on_disk(const Document& document, ByteRange range) {
  return document.file.to_bytes.original(document.to_file.original(range));
}

PlaceFinder::PlaceFinder(const Document& document) : document_(document), line_starts_{0} {
  const std::string_view text = document.file.text.view();
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    line_starts_.push_back(at + 1);
}

Place PlaceFinder::operator()(std::size_t at) const {
  const std::string_view text = document_.file.text.view();
  const std::size_t in_file = std::min(document_.to_file.original(at), text.size());
  const auto next = std::upper_bound(line_starts_.begin(), line_starts_.end(), in_file);
  const std::size_t line = static_cast<std::size_t>(next - line_starts_.begin());
  const std::size_t start = *(next - 1);
  return Place{.path = document_.file.path,
               .line = line,
               .column = 1 + count_code_points(text.substr(start, in_file - start)),
               .offset_bytes = document_.file.to_bytes.original(in_file)};
}

}  // namespace muqabala
