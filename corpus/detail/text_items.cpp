#include "corpus/detail/text_items.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "corpus/detail/characters.h"
#include "corpus/detail/placeholders.h"
#include "corpus/detail/tag_items.h"

namespace muqabala::detail {
namespace {

constexpr auto kNone = std::string_view::npos;

/// Of a footnote: in longer ones, words stand in brackets.
constexpr std::size_t kLongestLabel = 100;
/// `[1998]` is a year.
constexpr std::size_t kMostDigits = 3;

std::optional<char> digit_of(char32_t c) {
  for (const char32_t zero : {U'0', U'\u0660', U'\u06F0'})
    if (c >= zero && c <= zero + 9) return static_cast<char>('0' + (c - zero));
  return std::nullopt;
}

/// `text` as a number in digits 0-9; none if it is none.
std::optional<std::string> number_in(std::string_view text) {
  std::string digits;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const std::optional<char> digit = digit_of(c.value);
    if (!digit) return std::nullopt;
    digits += *digit;
    at += c.size_bytes;
  }
  return digits.empty() ? std::nullopt : std::optional(digits);
}

std::string to_lower(std::string_view name) {
  std::string lower(name);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

struct Mark {
  std::size_t size_bytes = 0;
  std::string label;
};

/// `[^label]` or `[12]`, which begins `text`.
std::optional<Mark> footnote_mark(std::string_view text) {
  text = text.substr(0, kLongestLabel);
  const std::size_t end = text.find_first_of("] \t\r\n");
  if (end == kNone || text[end] != ']') return std::nullopt;
  const bool is_note = text.starts_with("[^");
  const std::string_view label = text.substr(is_note ? 2 : 1, end - (is_note ? 2 : 1));
  if (label.empty()) return std::nullopt;
  if (std::optional<std::string> number = number_in(label))
    return number->size() <= kMostDigits || is_note ? std::optional(Mark{end + 1, *number})
                                                    : std::nullopt;
  return is_note ? std::optional(Mark{end + 1, std::string(label)}) : std::nullopt;
}

/// How far the address that begins `text` goes: 0 if none does.
std::size_t address_length(std::string_view text) {
  if (!text.starts_with("http://") && !text.starts_with("https://")) return 0;
  constexpr std::u32string_view kEnds = U"<>\"“”«»،؛؟";
  std::size_t end = 0;
  while (end < text.size()) {
    const CodePoint c = code_point_at(text, end);
    if (is_white_space(c.value) || is_invisible(c.value) || kEnds.find(c.value) != kEnds.npos)
      break;
    end += c.size_bytes;
  }
  while (end > 0 && std::string_view(".,;:!?)*_'").find(text[end - 1]) != kNone) --end;
  return end;
}

/// Walks the blocks of a document beside the items that it has.
class Finder {
 public:
  Finder(Document& document, TextItems which)
      : text_(document.text.view()), items_(document.markup), which_(which) {
    for (const MarkupItem& item : items_)
      if (item.kind == MarkupKind::kCode || item.kind == MarkupKind::kLink)
        known_.push_back({item.range, item.kind});
    std::sort(known_.begin(), known_.end(),
              [](const Known& a, const Known& b) { return a.range.begin < b.range.begin; });
  }

  void look_at(ByteRange block) {
    constexpr std::string_view kSigns = "{$#%[<h";
    const std::string_view to_block_end = text_.substr(0, block.end);
    for (std::size_t at = block.begin; at < block.end;) {
      at = to_block_end.find_first_of(kSigns, at);
      if (at == kNone) return;
      const Inside inside = inside_at(at);
      at = inside.code_end > at ? inside.code_end : at + take(at, block.end, at < inside.link_end);
    }
  }

 private:
  struct Known {
    ByteRange range;
    MarkupKind kind;
  };
  struct Inside {
    std::size_t code_end = 0;
    std::size_t link_end = 0;
  };

  Inside inside_at(std::size_t at) {
    for (; next_ < known_.size() && known_[next_].range.begin <= at; ++next_) {
      const Known& known = known_[next_];
      std::size_t& end = known.kind == MarkupKind::kCode ? inside_.code_end : inside_.link_end;
      end = std::max(end, known.range.end);
    }
    return inside_;
  }

  /// Takes what begins at `at`; returns how many bytes are done with.
  std::size_t take(std::size_t at, std::size_t end, bool in_link) {
    const std::string_view before_end = text_.substr(0, end);
    const std::string_view rest = before_end.substr(at);
    if (rest.front() == 'h') {
      const std::size_t length = address_length(rest);
      if (length > 0 && which_ == TextItems::kOfMarkdown && !in_link)
        add(MarkupKind::kLink, at, length, shortened_target(rest.substr(0, length)));
      return std::max<std::size_t>(length, 1);
    }
    if (rest.front() == '[') {
      const std::optional<Mark> mark = footnote_mark(rest);
      if (!mark) return 1;
      add(MarkupKind::kFootnote, at, mark->size_bytes, mark->label);
      return mark->size_bytes;
    }
    if (rest.front() == '<') {
      const std::size_t length = which_ == TextItems::kOfText ? inline_tag_length(rest) : 0;
      if (length == 0) return 1;
      add(MarkupKind::kTag, at, length, "<" + to_lower(tag_name(rest)) + ">");
      return length;
    }
    if (rest.starts_with("%%")) return 2;
    const std::optional<Placeholder> found = placeholder_at(before_end, at);
    if (!found) return 1;
    add(MarkupKind::kPlaceholder, at, found->size_bytes, found->name);
    return found->size_bytes;
  }

  void add(MarkupKind kind, std::size_t at, std::size_t size, std::string target) {
    items_.push_back({.kind = kind, .range = {at, at + size}, .target = std::move(target)});
  }

  std::string_view text_;
  std::vector<MarkupItem>& items_;
  TextItems which_;
  std::vector<Known> known_;
  std::size_t next_ = 0;
  Inside inside_;
};

}  // namespace

void add_text_items(Document& document, TextItems which) {
  Finder finder(document, which);
  for (const Block& block : document.blocks) finder.look_at(block.range);
  std::stable_sort(
      document.markup.begin(), document.markup.end(),
      [](const MarkupItem& a, const MarkupItem& b) { return a.range.begin < b.range.begin; });
}

}  // namespace muqabala::detail
