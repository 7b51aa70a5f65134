#include "segment/detail/candidates.h"

namespace muqabala::detail {
namespace {

/// Opening marks and dashes before the first word of a sentence: — “(.
constexpr int kMaxOpeners = 4;
/// [123] and (12): longer numbers in brackets are years and texts.
constexpr int kMaxNoteDigits = 3;

/// The stop that continues a run which ends at `end`: right there, or behind one space (`. . .`).
Character next_stop(const Characters& characters, std::size_t end, bool only_periods) {
  Character c = characters.visible_at(end);
  if (c.kind == CharClass::kSpace && only_periods) {
    c = characters.visible_at(c.end);
    const bool loose =
        c.kind == CharClass::kPeriod && !is_content(characters.visible_at(c.end).kind);
    return loose ? c : Character{};
  }
  return is_stop(c.kind) ? c : Character{};
}

void read_stops(const Characters& characters, Candidate& candidate) {
  bool strong = false;
  bool only_periods = true;
  for (Character c = characters.at(candidate.begin); c.kind != CharClass::kEnd;
       c = next_stop(characters, candidate.stops_end, only_periods)) {
    strong |= c.kind == CharClass::kStrong;
    only_periods &= c.kind == CharClass::kPeriod;
    candidate.periods += c.kind == CharClass::kPeriod ? 1 : c.kind == CharClass::kEllipsis ? 3 : 0;
    candidate.stops_end = c.end;
  }
  candidate.kind = strong                  ? StopKind::kStrong
                   : candidate.periods > 1 ? StopKind::kEllipsis
                                           : StopKind::kPeriod;
}

/// Behind a footnote's number in brackets that is glued to `at`; `at` if there is none.
std::size_t skip_note_number(const Characters& characters, std::size_t at) {
  const Character open = characters.visible_at(at);
  if (open.value != U'(' && open.value != U'[') return at;
  Character c = characters.visible_at(open.end);
  int digits = 0;
  for (; c.kind == CharClass::kDigit && digits <= kMaxNoteDigits; c = characters.visible_at(c.end))
    ++digits;
  const bool is_note =
      digits > 0 && digits <= kMaxNoteDigits && c.value == (open.value == U'(' ? U')' : U']');
  return is_note ? c.end : at;
}

/// Whether the quotation mark `c`, glued to what ended, belongs to it.
bool closes_glued(const Characters& characters, const Character& c) {
  return direction_of(characters, c) == Direction::kCloses;
}

/// The closing mark that one space parts from what ended, as in French and much Arabic typesetting.
Character spaced_closer(const Characters& characters, bool in_straight_quote,
                        const Character& space) {
  if (space.kind != CharClass::kSpace) return {};
  const Character c = characters.visible_at(space.end);
  if (c.kind == CharClass::kClose) return c;
  if (c.kind != CharClass::kQuote || is_content(characters.visible_at(c.end).kind)) return {};
  const Direction direction = direction_of(characters, c);
  const bool closes = direction == Direction::kCloses ||
                      (direction == Direction::kUnclear && c.value == U'"' && in_straight_quote);
  return closes ? c : Character{};
}

/// The closing mark that follows `at`, if any.
Character next_closer(const Characters& characters, bool in_straight_quote, std::size_t at) {
  const Character c = characters.visible_at(at);
  if (c.kind == CharClass::kClose || c.kind == CharClass::kNote) return c;
  if (c.kind == CharClass::kQuote) return closes_glued(characters, c) ? c : Character{};
  return spaced_closer(characters, in_straight_quote, c);
}

void read_closers(const Characters& characters, bool in_straight_quote, Candidate& candidate) {
  candidate.end = candidate.stops_end;
  for (;;) {
    const std::size_t behind_note = skip_note_number(characters, candidate.end);
    if (behind_note > candidate.end) {
      candidate.end = behind_note;
      continue;
    }
    const Character c = next_closer(characters, in_straight_quote, candidate.end);
    if (c.kind == CharClass::kEnd) break;
    if (c.value == U'"') in_straight_quote = false;
    candidate.quote_closes |= c.kind == CharClass::kQuote;
    if (c.kind == CharClass::kClose && candidate.bracket.kind == CharClass::kEnd)
      candidate.bracket = c;
    candidate.end = c.end;
  }
  candidate.end = characters.skip_transparent(candidate.end);
}

/// The next visible character from `at` on; none behind a newline that ends the segment.
Character next_in_segment(const Characters& characters, const LineBreaks& lines, std::size_t at,
                          bool& line_ends) {
  Character c = characters.visible_at(at);
  while (is_gap(c.kind)) {
    if (c.kind == CharClass::kNewline) {
      line_ends = lines(c.begin).ends;
      return line_ends ? Character{.begin = c.begin, .end = c.begin} : characters.solid_at(c.end);
    }
    c = characters.visible_at(c.end);
  }
  return c;
}

Character behind_openers(const Characters& characters, Character c) {
  for (int i = 0; i < kMaxOpeners; ++i) {
    const bool opener =
        c.kind == CharClass::kOpen || c.kind == CharClass::kDash ||
        (c.kind == CharClass::kQuote && direction_of(characters, c) != Direction::kCloses);
    if (!opener) break;
    c = characters.solid_at(c.end);
  }
  return c;
}

}  // namespace

Candidate read_candidate(const Characters& characters, const LineBreaks& lines,
                         const Enclosures& enclosures, std::size_t at) {
  Candidate candidate;
  candidate.begin = candidate.stops_end = at;
  read_stops(characters, candidate);
  read_closers(characters, enclosures.in_straight_quote(), candidate);

  candidate.previous = characters.visible_before(at);
  candidate.space_before = is_gap(candidate.previous.kind);
  if (candidate.space_before) candidate.previous = characters.solid_before(at);
  candidate.mark_before = candidate.previous.kind == CharClass::kQuote ||
                          candidate.previous.kind == CharClass::kClose ||
                          candidate.previous.kind == CharClass::kNote;

  const Character after = characters.at(candidate.end);
  candidate.space_after = after.kind == CharClass::kEnd || is_gap(after.kind);
  candidate.next = next_in_segment(characters, lines, candidate.end, candidate.line_ends);
  candidate.next_word = behind_openers(characters, candidate.next);
  return candidate;
}

}  // namespace muqabala::detail
