// One pass over a block, character by character; only at stops, brackets, quotes, newlines and list
// markers is anything looked at more closely, with a bounded look around (or one that remembers
// what it has searched). So the time is linear, and the memory constant, for any input.

#include "segment/detail/block_boundaries.h"

#include <array>

#include "segment/detail/candidates.h"
#include "segment/detail/characters.h"
#include "segment/detail/decide.h"
#include "segment/detail/headline.h"
#include "segment/detail/inline_lists.h"
#include "segment/detail/line_breaks.h"
#include "segment/detail/quotes_and_brackets.h"

namespace muqabala::detail {
namespace {

/// Characters of a quotation that is more than a name or a title.
constexpr std::size_t kMinQuotation = 30;

class BlockScan {
 public:
  BlockScan(std::string_view block, Keep keep)
      : characters_(block),
        lines_(characters_),
        enclosures_(characters_),
        lists_(characters_),
        keep_(keep) {}

  std::vector<Decision> run();

 private:
  /// Looks at one character and returns where to go on.
  using Handler = std::size_t (BlockScan::*)(const Character&);
  using Handlers = std::array<Handler, static_cast<std::size_t>(CharClass::kCount)>;

  static constexpr Handlers handlers() {
    Handlers made{};
    const auto set = [&](CharClass kind, Handler handler) {
      made[static_cast<std::size_t>(kind)] = handler;
    };
    set(CharClass::kPeriod, &BlockScan::see_stop);
    set(CharClass::kEllipsis, &BlockScan::see_stop);
    set(CharClass::kStrong, &BlockScan::see_stop);
    set(CharClass::kOpen, &BlockScan::see_bracket);
    set(CharClass::kClose, &BlockScan::see_bracket);
    set(CharClass::kQuote, &BlockScan::see_quote);
    set(CharClass::kDash, &BlockScan::see_dash);
    set(CharClass::kNewline, &BlockScan::see_newline);
    set(CharClass::kAyah, &BlockScan::see_ayah);
    return made;
  }

  void record(std::size_t at, bool ends, const char* rule) {
    if (ends || keep_ == Keep::kAll) decisions_.push_back({at, ends, rule});
    if (!ends) return;
    segment_begin_ = at;
    enclosures_.start_segment(at);
  }

  /// Whether `c` was already taken into the last segment, as a mark behind its end.
  bool is_past(const Character& c) const { return c.begin < segment_begin_; }

  void see_marker(const Character& sign) {
    if (is_content(characters_.visible_at(sign.end).kind)) return;
    const Word word = word_before(characters_, sign.begin);
    if (!word.empty() && lists_.see_sign(word, sign) && lists_.marker_begin() > segment_begin_)
      end_before(lists_.marker_begin(), "list-item-follows");
  }

  /// Ends the segment at the last visible character before `begin`.
  void end_before(std::size_t begin, const char* rule) {
    const Character last = characters_.solid_before(begin);
    const std::size_t end = characters_.skip_transparent(last.end);
    if (end > segment_begin_) record(end, true, rule);
  }

  std::size_t see_stop(const Character& c) {
    if (is_past(c)) return c.end;
    if (c.kind == CharClass::kPeriod) see_marker(c);
    const Candidate candidate = read_candidate(characters_, lines_, enclosures_, c.begin);
    if (!candidate.line_ends && candidate.next.kind != CharClass::kEnd) judge(candidate);
    return candidate.stops_end;
  }

  void judge(const Candidate& candidate) {
    if (segment_begin_ == line_begin_ && enclosures_.first_content() > candidate.begin)
      return record(candidate.end, false, "no-word-yet");
    const Verdict verdict = decide(characters_, candidate, enclosures_);
    record(candidate.end, verdict.ends, verdict.rule);
  }

  std::size_t see_bracket(const Character& c) {
    if (is_past(c)) return c.end;
    if (c.value == U')') see_marker(c);
    enclosures_.see_bracket(c);
    return c.end;
  }

  /// Two quotations side by side are two sentences, also without a stop between them.
  std::size_t see_quote(const Character& c) {
    const bool closes = enclosures_.see_quote(c) == Direction::kCloses;
    if (!closes || is_past(c) || !quotation_follows(c)) return c.end;
    const std::size_t begin = enclosures_.quotation_begin();
    if (begin < c.begin && begin >= segment_begin_ &&
        characters_.count_visible(begin, c.end, kMinQuotation) == kMinQuotation)
      record(characters_.skip_transparent(c.end), true, "quotation-follows-quotation");
    return c.end;
  }

  bool quotation_follows(const Character& c) const {
    const Character space = characters_.visible_at(c.end);
    if (space.kind != CharClass::kSpace) return false;
    const Character mark = characters_.visible_at(space.end);
    return mark.kind == CharClass::kQuote && direction_of(characters_, mark) == Direction::kOpens;
  }

  std::size_t see_dash(const Character& c) {
    see_marker(c);
    return c.end;
  }

  /// Judges a newline with all the white space around it.
  std::size_t see_newline(const Character& c) {
    const LineBreak judgement = lines_(c.begin);
    const std::size_t next = characters_.solid_at(c.end).begin;
    if (next < characters_.size()) {
      const std::size_t end = characters_.skip_transparent(characters_.solid_before(c.begin).end);
      if (end > segment_begin_ || !judgement.ends) record(end, judgement.ends, judgement.rule);
      if (judgement.ends) {
        segment_begin_ = line_begin_ = next;
        enclosures_.start_line(next);
        lists_.start_line();
        return see_headline(next);
      }
    }
    return next;
  }

  /// Looks for a headline at the begin of a line, and returns where to go on.
  std::size_t see_headline(std::size_t begin) {
    const std::size_t end = headline_end(characters_, begin);
    if (end > begin) record(end, true, "headline-before-sentence");
    return end;
  }

  /// ۝ and the number of the verse.
  std::size_t see_ayah(const Character& c) {
    std::size_t end = c.end;
    for (Character d = characters_.visible_at(end); d.kind == CharClass::kDigit;
         d = characters_.visible_at(end))
      end = d.end;
    end = characters_.skip_transparent(end);
    if (characters_.solid_at(end).kind != CharClass::kEnd && !enclosures_.inside(end))
      record(end, true, "end-of-verse");
    return end;
  }

  Characters characters_;
  LineBreaks lines_;
  Enclosures enclosures_;
  InlineLists lists_;
  Keep keep_;
  std::size_t segment_begin_ = 0;
  std::size_t line_begin_ = 0;  ///< of the line, where lines end segments
  std::vector<Decision> decisions_;
};

std::vector<Decision> BlockScan::run() {
  static constexpr Handlers kHandlers = handlers();
  for (std::size_t at = see_headline(0); at < characters_.size();) {
    const Character c = characters_.at(at);
    const Handler handler = kHandlers[static_cast<std::size_t>(c.kind)];
    at = handler == nullptr ? c.end : (this->*handler)(c);
  }
  return std::move(decisions_);
}

}  // namespace

std::vector<Decision> find_boundaries(std::string_view block, Keep keep) {
  return BlockScan(block, keep).run();
}

}  // namespace muqabala::detail
