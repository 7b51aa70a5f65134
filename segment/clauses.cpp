// Long prose is translated clause by clause: where one sentence of the original runs over half a
// page, the translation has five, and none of them corresponds to a segment. So long segments are
// cut where a clause may begin.
//
// One pass over a segment collects the places: behind ; : and the pilcrow; behind a comma or a
// closing mark where a word follows that opens a clause; before a few Arabic words also without any
// mark. A bare comma is no such place: it parts nouns as often. A bracket that closes soon takes
// back the places inside it. A second pass, over the places, takes every one that leaves enough
// letters on both sides, from left to right. Both passes are linear: an opening bracket is
// remembered, its partner never searched for.
//
// The two lengths were chosen on four classical books and their translations, where 40 of 100
// letters did best for finding omissions; 30 of 110 reach more of the hand-made boundaries, and
// cost the aligner as much again in pieces that it leaves without a partner.

#include "segment/clauses.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "segment/detail/characters.h"
#include "segment/detail/clause_openers.h"
#include "segment/detail/words.h"

namespace muqabala {
namespace {

using detail::Character;
using detail::Characters;
using detail::CharClass;
using detail::ClauseOpeners;

/// Letters and digits of a bracket inside which nothing is cut; a longer one is no aside but a text
/// of its own, or was never closed.
constexpr std::size_t kBracketLetters = 300;
/// Brackets in brackets that are followed.
constexpr std::size_t kMaxDepth = 32;

bool is_semicolon(char32_t c) { return c == U';' || c == U'\u061B' || c == U'\uFF1B'; }
bool is_colon(char32_t c) { return c == U':' || c == U'\uFF1A'; }
bool is_comma(char32_t c) { return c == U',' || c == U'\u060C' || c == U'\uFF0C'; }
bool is_pilcrow(char32_t c) { return c == U'\u00B6'; }

/// Written right before the next word by many: needs no space behind to part clauses.
bool is_arabic_mark(char32_t c) { return c == U'\u060C' || c == U'\u061B'; }

bool is_closing(const Character& c) {
  return c.kind == CharClass::kClose || c.kind == CharClass::kQuote;
}
bool is_opening(const Character& c) {
  return c.kind == CharClass::kOpen || c.kind == CharClass::kQuote;
}

/// A place where a clause may begin.
struct Opening {
  std::size_t at = 0;       ///< bytes in the text: its first character
  std::size_t letters = 0;  ///< letters and digits of the segment before it
};

class SegmentScan {
 public:
  SegmentScan(const Characters& characters, const ClauseOpeners& openers)
      : characters_(characters), openers_(openers) {}

  /// Looks through `range`.
  void run(ByteRange range) {
    places_.clear();
    open_.clear();
    letters_ = 0;
    last_ = body_ = before_body_ = Character{};
    bool after_gap = false;
    for (Character c = characters_.visible_at(range.begin); c.begin < range.end;
         c = characters_.visible_at(c.end)) {
      if (detail::is_gap(c.kind)) {
        after_gap = true;
        continue;
      }
      const bool glued = is_arabic_mark(last_.value) && c.kind == CharClass::kArabic;
      if ((after_gap || glued) && begins_clause(c)) places_.push_back({c.begin, letters_});
      after_gap = false;
      see(c);
    }
  }

  const std::vector<Opening>& places() const { return places_; }
  std::size_t letters() const { return letters_; }

 private:
  struct OpenBracket {
    std::size_t letters = 0;  ///< before it
    std::size_t places = 0;
  };

  void see(const Character& c) {
    if (detail::is_content(c.kind)) ++letters_;
    if (c.kind == CharClass::kOpen && open_.size() < kMaxDepth)
      open_.push_back({letters_, places_.size()});
    if (c.kind == CharClass::kClose && !open_.empty()) {
      if (letters_ - open_.back().letters <= kBracketLetters)
        places_.resize(std::min(places_.size(), open_.back().places));
      open_.pop_back();
    }
    last_ = c;
    if (is_closing(c)) return;
    before_body_ = body_;
    body_ = c;
  }

  /// Whether `next`, the first character behind a gap, begins a clause.
  bool begins_clause(const Character& next) const {
    if (next.kind == CharClass::kSeparator || next.kind == CharClass::kClose ||
        detail::is_stop(next.kind))
      return false;
    if (is_semicolon(body_.value) || is_pilcrow(body_.value) || is_pilcrow(next.value)) return true;
    if (is_colon(body_.value))
      return before_body_.kind != CharClass::kDigit || next.kind != CharClass::kDigit;
    if (is_comma(body_.value) && is_closing(last_)) return true;
    if (is_comma(body_.value) || closes_clause(next))
      return openers_.opens_behind_comma(word_from(next));
    return openers_.may_open_anywhere(next.value) && openers_.opens_anywhere(word_from(next));
  }

  /// Whether the mark before `next` closes as a comma would. Behind a bracket English goes on with
  /// the same clause; Arabic, which cites in brackets, with the next.
  bool closes_clause(const Character& next) const {
    return last_.kind == CharClass::kQuote ||
           (last_.kind == CharClass::kClose && next.kind == CharClass::kArabic);
  }

  detail::Word word_from(Character c) const {
    while (is_opening(c)) c = characters_.visible_at(c.end);
    return detail::word_at(characters_, c.begin);
  }

  const Characters& characters_;
  const ClauseOpeners& openers_;
  std::vector<Opening> places_;
  std::vector<OpenBracket> open_;
  std::size_t letters_ = 0;
  Character last_;         ///< the last visible character
  Character body_;         ///< the last one that is no closing mark
  Character before_body_;  ///< the one before that
};

std::size_t skip_gap(const Characters& characters, std::size_t at) {
  while (detail::is_gap(characters.at(at).kind)) at = characters.at(at).end;
  return at;
}

std::size_t end_before(const Characters& characters, std::size_t begin) {
  return characters.skip_transparent(characters.solid_before(begin).end);
}

}  // namespace

SegmentedDocument cut_into_clauses(SegmentedDocument segmented) {
  const Characters characters(segmented.document.text.view());
  SegmentScan scan(characters, ClauseOpeners::of(segmented.document.language));
  std::vector<Segment> pieces;
  pieces.reserve(segmented.segments.size());
  for (Segment segment : segmented.segments) {
    scan.run(segment.range);
    std::size_t letters_before = 0;
    for (const Opening& place : scan.places()) {
      if (scan.letters() <= kLongestWholeLetters ||
          place.letters - letters_before < kShortestClauseLetters ||
          scan.letters() - place.letters < kShortestClauseLetters)
        continue;
      const std::size_t end = end_before(characters, place.at);
      pieces.push_back({{segment.range.begin, end}, segment.block});
      segment.range.begin = skip_gap(characters, end);
      letters_before = place.letters;
    }
    pieces.push_back(segment);
  }
  segmented.segments = std::move(pieces);
  return segmented;
}

}  // namespace muqabala
