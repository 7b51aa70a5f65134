// Hard-wrapped prose or lines of their own?
//
// Idea: an editor that wraps at a width breaks a line only where the next word would not fit. So in
// wrapped prose (nearly) every line plus the first word of the next is longer than the longest
// line; in lists, verse and one sentence a line this holds for hardly any. Blocks of a few lines do
// not tell; there, single lines are judged: long, without a stop, and going on in small letters (or
// in Arabic, which has none) means wrapped.
//
// Cost: two passes over the lines of a block that has any newline; then a bounded look around each.

#include "segment/detail/line_breaks.h"

#include <algorithm>

namespace muqabala::detail {
namespace {

/// Narrower columns are lists and verse; wider ones are paragraphs, a line each.
constexpr std::size_t kMinWidth = 50;
constexpr std::size_t kMaxWidth = 140;
/// The shortest line whose lower-case continuation is no list of words.
constexpr std::size_t kMinContinued = 25;
/// Lines, the last left out, that make evidence for the one and for the other.
constexpr std::size_t kMinWrapped = 2;
constexpr std::size_t kMinLoose = 3;
/// Of ten lines of wrapped prose, this many are full (others end a paragraph) ...
constexpr std::size_t kFullOfTen = 8;
/// ... and of ten lines with one sentence each, more than this many end in a stop.
constexpr std::size_t kMaxStopsOfTen = 6;

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;   ///< without the newline
  std::size_t next = 0;  ///< where the next line begins
};

Line line_at(const Characters& characters, std::size_t begin) {
  const std::string_view text = characters.text();
  const std::size_t newline = std::min(text.find('\n', begin), text.size());
  const bool is_crlf = newline > begin && text[newline - 1] == '\r';
  return {begin, is_crlf ? newline - 1 : newline, std::min(newline + 1, text.size())};
}

/// The first character of the line at `at` that is no white space; its newline if it has none.
Character first_in_line(const Characters& characters, std::size_t at) {
  Character c = characters.visible_at(at);
  while (c.kind == CharClass::kSpace) c = characters.visible_at(c.end);
  return c;
}

std::size_t first_word_length(const Characters& characters, std::size_t at) {
  std::size_t length = 0;
  for (Character c = first_in_line(characters, at);
       c.kind != CharClass::kEnd && !is_gap(c.kind) && length <= kMaxWidth;
       c = characters.visible_at(c.end))
    ++length;
  return length;
}

/// The last character of the line that ends at `end`, white space and closing marks left out; the
/// newline before it where nothing else is in the line.
Character last_word_or_stop(const Characters& characters, std::size_t end) {
  Character c = characters.visible_before(end);
  while (c.kind == CharClass::kSpace || c.kind == CharClass::kQuote ||
         c.kind == CharClass::kClose || c.kind == CharClass::kNote)
    c = characters.visible_before(c.begin);
  return c;
}

std::size_t line_length(const Characters& characters, const Line& line, std::size_t limit) {
  return characters.count_visible(line.begin, line.end, limit);
}

/// What is counted over the lines of a block, the last left out.
struct LineCounts {
  std::size_t lines = 0;
  std::size_t full = 0;
  std::size_t stops = 0;
  std::size_t continued = 0;  ///< the next line goes on in small letters, or without case
};

std::size_t longest_line(const Characters& characters) {
  std::size_t longest = 0;
  for (Line line = line_at(characters, 0); line.begin < characters.size();
       line = line_at(characters, line.next))
    longest = std::max(longest, line_length(characters, line, kMaxWidth + 1));
  return longest;
}

bool is_full(const Characters& characters, const Line& line, std::size_t width) {
  return line_length(characters, line, width + 1) + 1 + first_word_length(characters, line.next) >
         width;
}

bool goes_on(CharClass first) {
  return first == CharClass::kLower || first == CharClass::kArabic || first == CharClass::kLetter;
}

LineCounts count_lines(const Characters& characters, std::size_t width) {
  LineCounts counts;
  for (Line line = line_at(characters, 0); line.next < characters.size();
       line = line_at(characters, line.next)) {
    ++counts.lines;
    counts.full += is_full(characters, line, width);
    counts.stops += is_stop(last_word_or_stop(characters, line.end).kind);
    counts.continued += goes_on(first_in_line(characters, line.next).kind);
  }
  return counts;
}

bool looks_wrapped(const LineCounts& counts) {
  return 10 * counts.full >= kFullOfTen * counts.lines &&
         10 * counts.stops <= kMaxStopsOfTen * counts.lines && counts.continued > 0;
}

/// A line that begins like `- item`, `* item`, `1. item`, `٢) item`, `a) item`.
bool begins_item(const Characters& characters, std::size_t at) {
  constexpr int kMaxMarker = 3;
  Character c = characters.solid_at(at);
  if (c.kind == CharClass::kDash || c.kind == CharClass::kNote || c.value == U'\u2022')
    return is_gap(characters.visible_at(c.end).kind) || c.kind == CharClass::kNote;
  if (c.kind == CharClass::kOpen) c = characters.visible_at(c.end);
  const CharClass kind = c.kind;
  int length = 0;
  for (; c.kind == kind && is_content(kind) && length <= kMaxMarker;
       c = characters.visible_at(c.end))
    ++length;
  if (length == 0 || length > (kind == CharClass::kDigit ? kMaxMarker : 1)) return false;
  if (c.kind != CharClass::kPeriod && c.value != U')' && c.kind != CharClass::kDash) return false;
  return is_gap(characters.visible_at(c.end).kind);
}

/// Columns: hemistichs of verse, tables. A tab, or three spaces in a row.
bool has_columns(const Characters& characters, const Line& line) {
  constexpr std::size_t kLookAt = 1000;
  const std::string_view text =
      characters.text().substr(line.begin, std::min(line.end - line.begin, kLookAt));
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return false;
  return text.find('\t', first) != std::string_view::npos ||
         text.find("   ", first) != std::string_view::npos ||
         text.find("***", first) != std::string_view::npos;
}

/// The line that ends at `newline`; only its last characters, where it is very long.
Line line_before(const Characters& characters, std::size_t newline) {
  constexpr std::size_t kLookAt = 2000;
  const std::string_view text = characters.text();
  const std::size_t from = newline > kLookAt ? newline - kLookAt : 0;
  const std::size_t found = text.substr(from, newline - from).rfind('\n');
  std::size_t begin = found == std::string_view::npos ? from : from + found + 1;
  while (begin < newline && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
  return {begin, newline, newline};
}

}  // namespace

LineBreaks::LineBreaks(const Characters& characters) : characters_(characters) {
  if (characters.text().find('\n') == std::string_view::npos) return;
  width_ = longest_line(characters);
  const LineCounts counts = count_lines(characters, width_);
  const bool has_width = width_ >= kMinWidth && width_ <= kMaxWidth;
  if (has_width && counts.lines >= kMinWrapped && looks_wrapped(counts))
    style_ = LineStyle::kWrapped;
  else if (counts.lines >= kMinLoose && 2 * counts.full <= counts.lines)
    style_ = LineStyle::kLoose;
}

LineBreak LineBreaks::operator()(std::size_t newline) const {
  Line line = line_before(characters_, newline);
  Character end = characters_.at(newline);
  const Character after = characters_.at(end.end);
  if (end.value == U'\r' && after.value == U'\n') end = after;
  line.next = end.end;
  const Character first = characters_.solid_at(line.next);
  if (characters_.visible_at(line.next).kind == CharClass::kNewline) return {true, "blank-line"};
  if (first.kind == CharClass::kEnd) return {true, "end-of-block"};
  if (begins_item(characters_, line.next)) return {true, "list-item"};
  if (has_columns(characters_, line)) return {true, "columns"};

  if (style_ == LineStyle::kWrapped)
    return is_full(characters_, line, width_) ? LineBreak{false, "wrapped-block"}
                                              : LineBreak{true, "short-line-of-wrapped-block"};

  const std::size_t length = line_length(characters_, line, kMinWidth);
  const Character last = last_word_or_stop(characters_, newline);
  if (is_stop(last.kind)) return {true, "line-ends-in-stop"};
  if (first.kind == CharClass::kLower && length >= kMinContinued)
    return {false, "lower-case-continues-line"};
  if (length < kMinWidth) return {true, "short-line"};
  if (last.kind == CharClass::kSeparator && last.value != U':') return {false, "comma-ends-line"};
  if (first.kind == CharClass::kArabic && style_ == LineStyle::kUnknown)
    return {false, "long-line-continues"};
  return {true, "line"};
}

}  // namespace muqabala::detail
