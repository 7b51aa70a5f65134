#include "corpus/read_markdown.h"

#include <md4c.h>

#include <algorithm>
#include <exception>
#include <functional>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/detail/entity.h"
#include "corpus/detail/front_matter.h"
#include "corpus/detail/mdx.h"
#include "corpus/detail/placeholders.h"
#include "corpus/detail/readable_text.h"
#include "corpus/detail/tag_items.h"
#include "corpus/detail/tame_markdown.h"
#include "corpus/detail/text_items.h"
#include "segment/base/error.h"

// md4c calls back with pieces of its input, so that a piece's address gives its place in the file.
// It reads a copy in which what it should not see (front matter, programs of MDX, what would cost
// it quadratic time) is overwritten byte for byte; the text is taken from the file itself.

namespace muqabala {
namespace {

using detail::ReadableText;

constexpr unsigned kFlags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;

bool is_mdx(std::string_view path) { return path.ends_with(".mdx") || path.ends_with(".MDX"); }

/// An address as it is meant: with its entities decoded.
std::string target_of(const MD_ATTRIBUTE& attribute) {
  std::string target;
  for (std::size_t i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET begin = attribute.substr_offsets[i];
    const std::string_view piece(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
    if (attribute.substr_types[i] == MD_TEXT_ENTITY) {
      target += detail::decode_entity(piece);
    } else {
      target += detail::shortened_target(piece);
    }
    if (target.size() >= kLongestMarkupTarget) break;
  }
  return detail::shortened_target(target);
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == text.npos; }

class Reader {
 public:
  Reader(std::string_view file, std::string_view page, std::vector<ByteRange> cuts,
         ReadableText& text)
      : file_(file), page_(page), cuts_(std::move(cuts)), text_(text) {}

  /// 0, or what md4c gave up with.
  int read(unsigned flags) {
    MD_PARSER parser{};
    parser.flags = flags;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return guarded(self, [&](Reader& reader) { reader.enter_block(type, detail); });
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return guarded(self, [&](Reader& reader) { reader.leave_block(type); });
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      return guarded(self, [&](Reader& reader) { reader.enter_span(type, detail); });
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      return guarded(self, [&](Reader& reader) { reader.leave_span(type); });
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return guarded(self, [&](Reader& reader) { reader.take_text(type, {text, size}); });
    };
    const int result = md_parse(page_.data(), static_cast<MD_SIZE>(page_.size()), &parser, this);
    if (thrown_) std::rethrow_exception(thrown_);
    return result;
  }

  /// Links, images and code; also those of raw HTML.
  std::vector<MarkupItem> take_items() && { return std::move(items_); }

 private:
  /// Keeps exceptions from crossing md4c's C.
  template <class Call>
  static int guarded(void* self, Call call) {
    auto& reader = *static_cast<Reader*>(self);
    try {
      call(reader);
      return 0;
    } catch (...) {
      reader.thrown_ = std::current_exception();
      return 1;
    }
  }

  void enter_block(MD_BLOCKTYPE type, void* detail) {
    end_block();
    switch (type) {
      case MD_BLOCK_QUOTE:
        containers_.push_back(BlockKind::kQuote);
        break;
      case MD_BLOCK_LI:
        containers_.push_back(BlockKind::kListItem);
        break;
      case MD_BLOCK_H:
        text_.begin_block(BlockKind::kHeading, static_cast<std::uint8_t>(
                                                   static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
        in_heading_ = true;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        text_.begin_block(BlockKind::kTableCell);
        break;
      case MD_BLOCK_CODE:
      case MD_BLOCK_HTML:
        left_out_ = true;
        break;
      default:
        break;
    }
  }

  void leave_block(MD_BLOCKTYPE type) {
    end_block();
    if (type == MD_BLOCK_QUOTE || type == MD_BLOCK_LI) containers_.pop_back();
    if (type == MD_BLOCK_HTML) detail::append_tag_items(no_text_, text_.size(), items_);
    if (type == MD_BLOCK_CODE) add_item(MarkupKind::kCodeBlock, text_.size(), no_text_);
    left_out_ = false;
    no_text_.clear();
  }

  void enter_span(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_IMG) {
      open_block();
      if (image_depth_++ == 0) images_.push_back({text_.size(), text_.size()});
      const MD_ATTRIBUTE& address = static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src;
      spans_.push_back({text_.size(), target_of(address)});
    } else if (type == MD_SPAN_A) {
      const MD_ATTRIBUTE& address = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
      spans_.push_back({text_.size(), target_of(address)});
    } else if (type == MD_SPAN_CODE) {
      spans_.push_back({text_.size(), {}});
    }
  }

  void leave_span(MD_SPANTYPE type) {
    if (type != MD_SPAN_IMG && type != MD_SPAN_A && type != MD_SPAN_CODE) return;
    if (type == MD_SPAN_IMG && --image_depth_ == 0) images_.back().end = text_.size();
    // Text that opened its block stands behind the blank line before it.
    const std::size_t begin = std::max(spans_.back().begin, text_.block_begin());
    const std::string target = std::move(spans_.back().target);
    spans_.pop_back();
    if (type == MD_SPAN_CODE) {
      add_item(MarkupKind::kCode, begin, detail::shortened_target(text_.since(begin)));
    } else {
      add_item(type == MD_SPAN_A ? MarkupKind::kLink : MarkupKind::kImage, begin, target);
    }
  }

  void add_item(MarkupKind kind, std::size_t begin, std::string target) {
    items_.push_back({.kind = kind, .range = {begin, text_.size()}, .target = std::move(target)});
  }

  void take_text(MD_TEXTTYPE type, std::string_view piece) {
    if (left_out_) {
      no_text_ += piece;
      return;
    }
    switch (type) {
      case MD_TEXT_HTML: {
        detail::append_tag_items(piece, text_.size(), items_);
        const bool line_break =
            piece.size() > 3 && (piece.starts_with("<br") || piece.starts_with("<BR"));
        if (line_break) insert("\n");
        break;
      }
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR:
        insert("\n");
        break;
      case MD_TEXT_NULLCHAR:
        insert("\xEF\xBF\xBD");
        break;
      case MD_TEXT_ENTITY: {
        const std::string characters = detail::decode_entity(piece);
        note_text(characters);
        if (const auto place = place_of_piece(piece)) {
          text_.take_as(characters, *place);
        } else {
          text_.insert(characters);
        }
        break;
      }
      default: {
        const auto place = place_of_piece(piece);
        if (!place) return insert(piece);
        take(*place);
      }
    }
  }

  void take(ByteRange place) {
    const bool footnote = image_depth_ == 0 && text_.in_block() &&
                          text_.since(text_.block_begin()).ends_with('\n') &&
                          detail::footnote_length(file_.substr(place.begin)) > 0;
    if (footnote) end_block();
    // A piece may have programs inside, which were overwritten.
    while (next_cut_ < cuts_.size() && cuts_[next_cut_].end <= place.begin) ++next_cut_;
    for (std::size_t i = next_cut_; i < cuts_.size() && cuts_[i].begin < place.end; ++i) {
      take_whole({place.begin, std::max(place.begin, cuts_[i].begin)});
      place.begin = std::min(cuts_[i].end, place.end);
    }
    take_whole(place);
  }

  void take_whole(ByteRange place) {
    if (place.empty()) return;
    note_text(slice(file_, place));
    text_.take(place);
  }

  void insert(std::string_view text) {
    note_text(text);
    text_.insert(text);
  }

  void note_text(std::string_view text) {
    open_block();
    if (image_depth_ == 0 && !is_blank(text)) only_images_ = false;
  }

  /// Text may stand right in a list item or a quote, without a paragraph of its own.
  void open_block() {
    if (text_.in_block()) return;
    text_.begin_block(containers_.empty() ? BlockKind::kParagraph : containers_.back());
  }

  void end_block() {
    if (!text_.in_block()) return;
    if (in_heading_) {
      text_.end_block_at(end_of_heading());
    } else if (only_images_ && !images_.empty()) {
      text_.split_block(images_, BlockKind::kCaption);
    } else {
      text_.end_block();
    }
    in_heading_ = false;
    only_images_ = true;
    images_.clear();
  }

  /// Before an anchor or class as site generators write it: `Title {#title}`.
  std::size_t end_of_heading() const {
    const std::size_t begin = text_.block_begin();
    const std::string_view heading = text_.since(begin);
    const std::size_t brace = heading.rfind('{');
    const bool anchor = heading.ends_with('}') && brace != heading.npos && brace > 0 &&
                        (heading[brace + 1] == '#' || heading[brace + 1] == '.');
    return begin + (anchor ? brace : heading.size());
  }

  /// Where in the file the piece stands; none for the constants that md4c gives.
  std::optional<ByteRange> place_of_piece(std::string_view piece) const {
    const std::less<> before;
    const char* const end = page_.data() + page_.size();
    if (before(piece.data(), page_.data()) || !before(piece.data(), end)) return std::nullopt;
    const auto begin = static_cast<std::size_t>(piece.data() - page_.data());
    return ByteRange{begin, begin + piece.size()};
  }

  /// A link, image or code that has begun.
  struct Span {
    std::size_t begin = 0;
    std::string target;
  };

  std::string_view file_;
  std::string_view page_;  ///< as md4c reads it; as long as the file
  std::vector<ByteRange> cuts_;
  std::size_t next_cut_ = 0;
  ReadableText& text_;
  std::vector<BlockKind> containers_;
  std::vector<ByteRange> images_;  ///< alternative texts in the block that is open
  std::size_t image_depth_ = 0;
  bool only_images_ = true;
  bool in_heading_ = false;
  bool left_out_ = false;
  std::string no_text_;  ///< of the block that is left out
  std::vector<Span> spans_;
  std::vector<MarkupItem> items_;
  std::exception_ptr thrown_;
};

/// The offset in the text of what stands at or behind `in_file`. O(log text x log anchors).
std::size_t offset_in_text(const Document& document, std::size_t in_file) {
  std::size_t begin = 0;
  std::size_t end = document.text.size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    if (document.to_file.original(middle) < in_file) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin;
}

/// What the tags and expressions of an MDX page, which were cut out of it, carry over.
void add_cut_items(Document& document, const std::vector<ByteRange>& cuts) {
  for (const ByteRange& cut : cuts) {
    const std::string_view program = slice(document.file.text.view(), cut);
    const std::size_t at = offset_in_text(document, cut.begin);
    if (program.starts_with('<')) {
      detail::append_tag_items(program, at, document.markup);
    } else if (program.starts_with('{')) {
      const auto value = detail::placeholder_at(program, 0);
      if (value && value->size_bytes == program.size())
        document.markup.push_back(
            {.kind = MarkupKind::kPlaceholder, .range = {at, at}, .target = value->name});
    }
  }
}

}  // namespace

Document read_markdown(SourceFile file) {
  Document document;
  document.file = std::move(file);
  const std::string& content = document.file.text.str();
  if (content.size() > std::numeric_limits<MD_SIZE>::max() / 2)
    throw errors::too_large(document.file.path, content.size(),
                            std::numeric_limits<MD_SIZE>::max() / 2);

  ReadableText text(content);
  const std::size_t begin = detail::read_front_matter(content, text);
  std::string page = content;
  std::replace_if(
      page.begin(), page.begin() + static_cast<std::ptrdiff_t>(begin),
      [](char c) { return c != '\n' && c != '\r'; }, ' ');
  detail::tame_markdown(page);
  const bool mdx = is_mdx(document.file.path);
  std::vector<ByteRange> cuts;
  if (mdx) cuts = detail::blank_out_mdx(page);

  Reader reader(content, page, cuts, text);
  if (reader.read(mdx ? kFlags | MD_FLAG_NOINDENTEDCODEBLOCKS : kFlags) != 0)
    throw errors::unreadable(document.file.path, "the Markdown parser ran out of memory");
  text.finish(document);
  document.markup = std::move(reader).take_items();
  add_cut_items(document, cuts);
  detail::add_text_items(document, detail::TextItems::kOfMarkdown);
  return document;
}

}  // namespace muqabala
