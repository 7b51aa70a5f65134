#include "corpus/read_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/detail/characters.h"
#include "corpus/detail/list_marker.h"
#include "corpus/detail/text_items.h"

// Lines are gathered until a blank one; what was gathered is then cut at list items and rules.
// Whether a short paragraph is a heading, and whether a mark that could be a dash or a number is a
// list's, shows only in its neighbours, so a second pass over the blocks decides that.
// Linear in the size of the text.

namespace muqabala {
namespace {

using detail::ListMarker;

/// A line of a book holds about 65 characters, a headline of a newspaper up to 100.
constexpr std::size_t kLongestHeading = 100;

/// A headline, a subtitle, a byline and a date may follow each other; longer runs of short
/// paragraphs are a poem, a register or a menu.
constexpr std::size_t kMostHeadingsInARun = 4;

/// Lines that a program wrapped are at least this long, but for the last of a paragraph.
constexpr std::size_t kShortestWrappedLine = 50;

constexpr std::size_t kShortestRule = 3;

struct Line {
  ByteRange range;  ///< without white space at either end
  std::optional<ListMarker> marker;
};

/// A block and what its neighbours need to know of it.
struct Draft {
  Block block;
  std::optional<ListMarker> marker = {};  ///< of its first line
  bool maybe_heading = false;
};

enum class LineEnd { kLine, kBlock, kFile };

struct Ending {
  std::size_t at = 0;
  std::size_t next = 0;  ///< begin of the next line
  LineEnd kind = LineEnd::kFile;
};

/// The end of the line that begins at `begin`.
Ending find_line_end(std::string_view text, std::size_t begin) {
  for (std::size_t at = begin; at < text.size(); ++at) {
    switch (text[at]) {
      case '\n':
      case '\v':
        return {at, at + 1, LineEnd::kLine};
      case '\f':
        return {at, at + 1, LineEnd::kBlock};
      case '\r': {
        const bool pair = at + 1 < text.size() && text[at + 1] == '\n';
        return {at, at + (pair ? 2u : 1u), LineEnd::kLine};
      }
      case '\xC2':
        if (text[at + 1] == '\x85') return {at, at + 2, LineEnd::kLine};
        break;
      case '\xE2':
        if (text[at + 1] != '\x80') break;
        if (text[at + 2] == '\xA8') return {at, at + 3, LineEnd::kLine};
        if (text[at + 2] == '\xA9') return {at, at + 3, LineEnd::kBlock};
        break;
      default:
        break;
    }
  }
  return {text.size(), text.size(), LineEnd::kFile};
}

/// `range` without white space at either end; empty where nothing visible is left.
ByteRange trim(std::string_view text, ByteRange range) {
  ByteRange visible{range.end, range.end};
  for (std::size_t at = range.begin; at < range.end;) {
    const CodePoint c = code_point_at(text, at);
    if (!detail::is_white_space(c.value) && visible.begin == range.end) visible.begin = at;
    if (!detail::is_white_space(c.value) && !detail::is_invisible(c.value)) break;
    at += c.size_bytes;
    if (at == range.end) return {range.end, range.end};
  }
  while (visible.end > visible.begin) {
    const CodePoint c = code_point_before(text, visible.end);
    if (!detail::is_white_space(c.value)) break;
    visible.end -= c.size_bytes;
  }
  return visible;
}

/// A line of one repeated sign that separates or underlines; 0 if it is not.
char32_t rule_sign(std::string_view line) {
  constexpr std::u32string_view kSigns = U"-=*_~#—–─━═•·";
  char32_t sign = 0;
  std::size_t count = 0;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    at += c.size_bytes;
    if (detail::is_white_space(c.value) || detail::is_invisible(c.value)) continue;
    if (sign == 0 && kSigns.find(c.value) == kSigns.npos) return 0;
    if (sign != 0 && c.value != sign) return 0;
    sign = c.value;
    ++count;
  }
  return count >= kShortestRule ? sign : 0;
}

/// The last character of `text` that is no closing mark and has a shape.
char32_t last_sign(std::string_view text) {
  constexpr std::u32string_view kClosers = U"\"'”’»›)]}*_";
  while (!text.empty()) {
    const CodePoint c = code_point_before(text, text.size());
    if (!detail::is_invisible(c.value) && !detail::is_white_space(c.value) &&
        kClosers.find(c.value) == kClosers.npos)
      return c.value;
    text.remove_suffix(c.size_bytes);
  }
  return 0;
}

bool is_stop(char32_t c) {
  return std::u32string_view(U".!?؟:؛;،,…۔。！？").find(c) != std::u32string_view::npos;
}

bool has_letter_or_digit(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](char c) {
    return c < 0 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

bool is_shorter(std::string_view line, std::size_t code_points) {
  // A code point has four bytes at most: a long line need not be counted.
  return line.size() <= 4 * code_points && count_code_points(line) < code_points;
}

bool may_be_heading(std::string_view line) {
  return is_shorter(line, kLongestHeading + 1) && !is_stop(last_sign(line)) &&
         has_letter_or_digit(line);
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<Block> blocks() {
    for (std::size_t at = 0; at < text_.size();) {
      const Ending end = find_line_end(text_, at);
      take_line(trim(text_, {at, end.at}));
      if (end.kind == LineEnd::kBlock) finish_paragraph();
      at = end.next;
    }
    finish_paragraph();
    judge_by_neighbours();
    std::vector<Block> blocks;
    blocks.reserve(drafts_.size());
    for (const Draft& draft : drafts_) blocks.push_back(draft.block);
    return blocks;
  }

 private:
  void take_line(ByteRange range) {
    if (range.empty()) return finish_paragraph();
    const std::string_view line = slice(text_, range);
    if (const char32_t sign = rule_sign(line)) {
      const bool underlines = (sign == U'=' || sign == U'-') && lines_.size() == 1 &&
                              is_shorter(slice(text_, lines_.front().range), kLongestHeading + 1);
      if (underlines) {
        add(lines_.front().range, BlockKind::kHeading, sign == U'=' ? 1 : 2);
        lines_.clear();
      }
      return finish_paragraph();
    }
    lines_.push_back({range, detail::find_list_marker(line)});
  }

  /// Makes blocks of the lines gathered.
  void finish_paragraph() {
    if (lines_.empty()) return;
    const std::vector<bool> begins_item = find_items();
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t end = i + 1;
      while (end < lines_.size() && !begins_item[end]) ++end;
      const bool single = lines_.size() == 1;
      add({lines_[i].range.begin, lines_[end - 1].range.end},
          begins_item[i] ? BlockKind::kListItem : BlockKind::kParagraph, 0);
      drafts_.back().marker = lines_[i].marker;
      drafts_.back().maybe_heading =
          single && !begins_item[i] && may_be_heading(slice(text_, lines_[i].range));
      i = end;
    }
    lines_.clear();
  }

  /// Which of the gathered lines begin a list item for sure.
  std::vector<bool> find_items() const {
    struct Chain {
      std::size_t line = 0;
      bool confirmed = false;
    };
    std::vector<bool> items(lines_.size());
    std::map<std::uint32_t, Chain> chains;  // by style; there are some dozen at most
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].marker) continue;
      const ListMarker& marker = *lines_[i].marker;
      if (marker.kind == ListMarker::Kind::kBullet) {
        items[i] = true;
        continue;
      }
      if (is_speech(i)) continue;
      const auto chain = chains.find(marker.style);
      if (chain != chains.end() && marker.follows(*lines_[chain->second.line].marker)) {
        items[chain->second.line] = items[i] = true;
        chain->second = {i, true};
      } else if (may_open_list(i, marker) &&
                 (chain == chains.end() || !chain->second.confirmed || marker.may_be_first())) {
        chains[marker.style] = {i, false};
      }
    }
    return items;
  }

  /// A list begins where a paragraph begins or a line has come to its end, not inside a sentence
  /// that was wrapped.
  bool may_open_list(std::size_t i, const ListMarker& marker) const {
    if (i == 0) return true;
    const std::string_view before = slice(text_, lines_[i - 1].range);
    return marker.may_be_first() &&
           (lines_[i - 1].marker || is_shorter(before, kShortestWrappedLine) ||
            is_stop(last_sign(before)));
  }

  /// A dash before a question or an exclamation is a speaker's.
  bool is_speech(std::size_t i) const {
    return lines_[i].marker->kind == ListMarker::Kind::kDash &&
           is_speech(slice(text_, lines_[i].range));
  }
  static bool is_speech(std::string_view line) {
    return std::u32string_view(U"?!؟…").find(last_sign(line)) != std::u32string_view::npos;
  }

  void add(ByteRange range, BlockKind kind, std::uint8_t level) {
    drafts_.push_back({.block = {.kind = kind, .range = range, .level = level}});
  }

  void judge_by_neighbours() {
    for (std::size_t i = 1; i < drafts_.size(); ++i) {
      Draft& before = drafts_[i - 1];
      Draft& here = drafts_[i];
      if (!before.marker || !here.marker || !here.marker->follows(*before.marker)) continue;
      if (here.marker->kind == ListMarker::Kind::kDash &&
          (is_speech(slice(text_, before.block.range)) ||
           is_speech(slice(text_, here.block.range))))
        continue;
      for (Draft* draft : {&before, &here}) {
        draft->block.kind = BlockKind::kListItem;
        draft->maybe_heading = false;
      }
    }
    for (std::size_t i = 0; i < drafts_.size();) {
      std::size_t end = i;
      while (end < drafts_.size() && drafts_[end].maybe_heading) ++end;
      if (end < drafts_.size() && end - i <= kMostHeadingsInARun) {
        for (std::size_t k = i; k < end; ++k) {
          drafts_[k].block.kind = BlockKind::kHeading;
          drafts_[k].block.level = k == 0 ? 1 : 2;
        }
      }
      i = std::max(end, i + 1);
    }
  }

  std::string_view text_;
  std::vector<Line> lines_;  ///< of the paragraph that is being read
  std::vector<Draft> drafts_;
};

}  // namespace

Document read_text(SourceFile file) {
  Document document;
  document.text = file.text;
  document.file = std::move(file);
  document.blocks = Reader(document.text.view()).blocks();
  detail::add_text_items(document, detail::TextItems::kOfText);
  return document;
}

}  // namespace muqabala
