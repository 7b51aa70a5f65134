#include "segment/sentence_splitter.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "segment/detail/boundaries.h"
#include "segment/detail/characters.h"

namespace muqabala {
namespace {

using detail::Character;
using detail::Characters;
using detail::CharClass;

ByteRange without_white_space(const Characters& characters, ByteRange range) {
  while (range.begin < range.end && detail::is_gap(characters.at(range.begin).kind))
    range.begin = characters.at(range.begin).end;
  while (range.begin < range.end && detail::is_gap(characters.before(range.end).kind))
    range.end = characters.before(range.end).begin;
  return range;
}

/// What a piece of text holds, as far as it matters for standing alone.
struct Content {
  bool visible = false;
  bool words = false;  ///< letters or digits
  bool own_line = false;
};

Content content_of(const Characters& characters, ByteRange range, std::size_t block_begin) {
  Content content;
  for (Character c = characters.at(range.begin); c.begin < range.end && !content.words;
       c = characters.at(c.end)) {
    content.visible |= c.kind != CharClass::kTransparent;
    content.words |= detail::is_content(c.kind);
  }
  Character left = characters.before(range.begin);
  while (left.kind == CharClass::kSpace && left.begin > block_begin)
    left = characters.before(left.begin);
  content.own_line = left.kind == CharClass::kNewline;
  return content;
}

enum class WordlessPieces : std::uint8_t {
  kJoin,   ///< the piece before them, if they do not stand on a line of their own
  kStand,  ///< on their own, as rules from a file demand
};

/// Appends the piece `range`, or adds it to the piece before it in the same block if it has no
/// words of its own.
void append(SegmentedDocument& out, const Characters& characters, ByteRange range,
            std::uint32_t block, WordlessPieces wordless) {
  range = without_white_space(characters, range);
  if (range.empty()) return;
  const std::size_t block_begin = out.document.blocks[block].range.begin;
  const Content content = content_of(characters, range, block_begin);
  const bool has_former = !out.segments.empty() && out.segments.back().block == block;
  const bool joins = !content.visible ||
                     (wordless == WordlessPieces::kJoin && !content.words && !content.own_line);
  if (has_former && joins) {
    out.segments.back().range.end = range.end;
  } else if (content.visible) {
    out.segments.push_back({range, block});
  }
}

void split_block(SegmentedDocument& out, const Characters& characters,
                 detail::Boundaries& boundaries, std::uint32_t block, WordlessPieces wordless) {
  const ByteRange range = out.document.blocks[block].range;
  std::size_t begin = range.begin;
  for (const detail::Decision& boundary :
       boundaries(slice(characters.text(), range), detail::Keep::kBoundaries)) {
    append(out, characters, {begin, range.begin + boundary.at}, block, wordless);
    begin = range.begin + boundary.at;
  }
  append(out, characters, {begin, range.end}, block, wordless);
}

void add_lack_of_rules(Document& document, const SrxOptions& srx) {
  document.diagnostics.push_back(
      {.level = DiagnosticLevel::kWarning,
       .where = {.path = srx.rules->path},
       .message = fmt::format("no <languagemap> fits the language '{}', so {}", document.language,
                              srx.alone ? "no paragraph is split" : "none of its rules is used")});
}

}  // namespace

SegmentedDocument split_sentences(Document document, const SrxOptions& srx) {
  SegmentedDocument out{.document = std::move(document), .segments = {}};
  const Characters characters(out.document.text.view());
  detail::Boundaries boundaries(out.document.language, srx);
  if (boundaries.lacks_srx_rules()) add_lack_of_rules(out.document, srx);
  const auto wordless = srx.alone ? WordlessPieces::kStand : WordlessPieces::kJoin;
  for (std::uint32_t block = 0; block < out.document.blocks.size(); ++block)
    split_block(out, characters, boundaries, block, wordless);
  return out;
}

SegmentedDocument split_lines(Document document) {
  document.text = document.file.text;
  document.to_file = OffsetMap{};
  document.blocks = {Block{.range = {0, document.text.size()}}};
  SegmentedDocument out{.document = std::move(document), .segments = {}};
  const std::string_view text = out.document.text.view();
  const Characters characters(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t newline = std::min(text.find('\n', begin), text.size());
    out.segments.push_back({without_white_space(characters, {begin, newline}), 0});
    begin = newline + 1;
  }
  return out;
}

}  // namespace muqabala
