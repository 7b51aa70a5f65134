#include "segment/detail/quotes_and_brackets.h"

#include <algorithm>

namespace muqabala::detail {
namespace {

/// Real brackets nest two or three deep; more is an attack or a drawing.
constexpr std::size_t kMaxDepth = 16;
/// A parenthesis that holds more than this is a text of its own (measured on news and prose).
constexpr std::size_t kBracketChars = 100;
/// Long enough for the longest verse of the Quran (2:282, fully vowelled); without a bound, one
/// lost parenthesis would swallow a book.
constexpr std::size_t kVerseChars = 1200;
constexpr std::size_t kMaxBytesPerChar = 4;
/// Quotes nest three deep at most: “‘«.
constexpr int kAdjacentMarks = 3;

constexpr char32_t kOrnateOpen = U'\uFD3F';   // ﴿, the opening one in Arabic
constexpr char32_t kOrnateClose = U'\uFD3E';  // ﴾

struct BracketPair {
  char32_t open;
  char32_t close;
};
constexpr BracketPair kPairs[] = {{U'(', U')'},           {U'[', U']'},
                                  {U'{', U'}'},           {kOrnateOpen, kOrnateClose},
                                  {U'\uFF08', U'\uFF09'}, {U'\u300C', U'\u300D'}};

/// The closing partner of `open`; 0 for brackets that are not followed.
char32_t partner(char32_t open) {
  for (const BracketPair& pair : kPairs)
    if (pair.open == open) return pair.close;
  return 0;
}

bool is_ornate(char32_t value) { return value == kOrnateOpen || value == kOrnateClose; }

struct MarkByCode {
  char32_t value;
  Direction direction;
};
constexpr MarkByCode kMarks[] = {
    {U'\u201C', Direction::kOpens},   {U'\u2018', Direction::kOpens},
    {U'\u00AB', Direction::kOpens},   {U'\u2039', Direction::kOpens},
    {U'\u201E', Direction::kOpens},   {U'\u201A', Direction::kOpens},
    {kOrnateOpen, Direction::kOpens}, {U'\u201D', Direction::kCloses},
    {U'\u2019', Direction::kCloses},  {U'\u00BB', Direction::kCloses},
    {U'\u203A', Direction::kCloses},  {kOrnateClose, Direction::kCloses}};

Direction direction_by_code(char32_t value) {
  for (const MarkByCode& mark : kMarks)
    if (mark.value == value) return mark.direction;
  return Direction::kUnclear;
}

bool is_mark(const Character& c) { return c.kind == CharClass::kQuote; }

/// Whether a mark behind `c` can open: text has not begun there.
bool is_open_side(const Character& c) {
  return c.kind == CharClass::kEnd || is_gap(c.kind) || c.kind == CharClass::kOpen ||
         c.kind == CharClass::kDash;
}

/// Whether a mark before `c` can close: text has ended there.
bool is_close_side(const Character& c) {
  return c.kind == CharClass::kEnd || is_gap(c.kind) || c.kind == CharClass::kClose ||
         c.kind == CharClass::kSeparator || c.kind == CharClass::kDash || is_stop(c.kind);
}

}  // namespace

Direction direction_of(const Characters& characters, const Character& mark) {
  Character left = characters.visible_before(mark.begin);
  for (int i = 0; i < kAdjacentMarks && is_mark(left); ++i)
    left = characters.visible_before(left.begin);
  Character right = characters.visible_at(mark.end);
  for (int i = 0; i < kAdjacentMarks && is_mark(right); ++i)
    right = characters.visible_at(right.end);
  const bool can_open = is_open_side(left) && !is_close_side(right);
  const bool can_close = !is_open_side(left) && is_close_side(right);
  if (can_open != can_close) return can_open ? Direction::kOpens : Direction::kCloses;
  return direction_by_code(mark.value);
}

Enclosures::Enclosures(const Characters& characters)
    : characters_(characters),
      quotation_begin_(characters.size()),
      next_content_(characters, {}),
      next_closer_(characters, {}) {}

void Enclosures::start_segment(std::size_t segment_begin) {
  open_.clear();
  segment_begin_ = segment_begin;
}

std::size_t Enclosures::first_content() { return next_content_(segment_begin_); }

void Enclosures::see_bracket(const Character& bracket) {
  const bool opens = is_ornate(bracket.value)
                         ? direction_of(characters_, bracket) == Direction::kOpens
                         : bracket.kind == CharClass::kOpen;
  if (opens) {
    const char32_t value = is_ornate(bracket.value) ? kOrnateOpen : bracket.value;
    if (open_.size() < kMaxDepth && partner(value) != 0)
      open_.push_back({value, bracket.begin, bracket.begin <= first_content()});
    return;
  }
  const char32_t close = is_ornate(bracket.value) ? kOrnateClose : bracket.value;
  const auto match = std::find_if(open_.rbegin(), open_.rend(), [&](const OpenBracket& open) {
    return partner(open.value) == close;
  });
  if (match != open_.rend()) open_.erase(std::next(match).base(), open_.end());
}

Direction Enclosures::see_quote(const Character& mark) {
  Direction direction = direction_of(characters_, mark);
  if (mark.value == U'"') {
    if (direction == Direction::kUnclear)
      direction = in_straight_quote_ ? Direction::kCloses : Direction::kOpens;
    in_straight_quote_ = direction == Direction::kOpens;
  }
  if (direction == Direction::kOpens) quotation_begin_ = mark.begin;
  return direction;
}

bool Enclosures::closes_inner(const Character& closer) const {
  const auto match = std::find_if(open_.rbegin(), open_.rend(), [&](const OpenBracket& open) {
    return partner(open.value) == closer.value;
  });
  return match != open_.rend() && !match->leads_segment;
}

bool Enclosures::closes_within(const OpenBracket& bracket, std::size_t from,
                               std::size_t limit_chars) {
  const std::size_t limit = from + kMaxBytesPerChar * limit_chars;
  if (next_closer_(from) > limit) return false;
  const char32_t close = partner(bracket.value);
  std::size_t depth = 1;
  Character c = characters_.visible_at(from);
  for (std::size_t count = 0; count < limit_chars && c.begin < limit; ++count) {
    if (c.kind == CharClass::kEnd) return false;
    const bool ornate_closes = is_ornate(c.value) && bracket.value == kOrnateOpen &&
                               direction_of(characters_, c) == Direction::kCloses;
    if (c.value == bracket.value && !ornate_closes) ++depth;
    if ((c.value == close || ornate_closes) && --depth == 0) return true;
    c = characters_.visible_at(c.end);
  }
  return false;
}

bool Enclosures::inside(std::size_t at) {
  return std::any_of(open_.begin(), open_.end(), [&](const OpenBracket& bracket) {
    return closes_within(bracket, at, bracket.value == kOrnateOpen ? kVerseChars : kBracketChars);
  });
}

}  // namespace muqabala::detail
