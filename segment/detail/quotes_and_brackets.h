#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "segment/detail/characters.h"

namespace muqabala::detail {

enum class Direction : std::uint8_t { kUnclear, kOpens, kCloses };

/// Which way the quotation mark or ornate parenthesis `mark` looks, told first from its neighbours
/// (behind white space and before a letter it opens), then from its code: writers of Arabic mix up
/// the codes, hardly ever the spaces.
Direction direction_of(const Characters& characters, const Character& mark);

/// An opening bracket whose closing one has not come yet.
struct OpenBracket {
  char32_t value = 0;
  std::size_t at = 0;
  bool leads_segment = false;  ///< nothing but marks stands between the segment's begin and it
};

/// Follows brackets and straight quotes through a block. All memory and all look-ahead is bounded;
/// an opening bracket that is never closed is forgotten at the next boundary.
class Enclosures {
 public:
  explicit Enclosures(const Characters& characters);

  /// Forgets open brackets: a new segment begins at `segment_begin`.
  void start_segment(std::size_t segment_begin);

  /// The same on a new line, where no quotation goes on either.
  void start_line(std::size_t segment_begin) {
    start_segment(segment_begin);
    in_straight_quote_ = false;
    quotation_begin_ = characters_.size();
  }

  void see_bracket(const Character& bracket);

  /// Takes note of a quotation mark and returns which way it looks, as far as can be told.
  Direction see_quote(const Character& mark);

  /// Where the last quotation of this line was opened; the size of the text if none was.
  std::size_t quotation_begin() const { return quotation_begin_; }

  /// Whether a straight double quote is open.
  bool in_straight_quote() const { return in_straight_quote_; }

  /// Whether the bracket that `closer` closes was opened in the middle of the segment.
  bool closes_inner(const Character& closer) const;

  /// Whether `at` stands inside a bracket that closes soon: for a full stop in it, the sentence
  /// outside goes on. Ornate parentheses hold whole verses and may close further away.
  bool inside(std::size_t at);

  /// Where the first letter or digit of the segment stands.
  std::size_t first_content();

 private:
  struct IsContent {
    bool operator()(const Character& c) const { return is_content(c.kind); }
  };
  struct IsCloser {
    bool operator()(const Character& c) const { return c.kind == CharClass::kClose; }
  };

  bool closes_within(const OpenBracket& bracket, std::size_t from, std::size_t limit_chars);

  const Characters& characters_;
  std::vector<OpenBracket> open_;
  bool in_straight_quote_ = false;
  std::size_t quotation_begin_;
  std::size_t segment_begin_ = 0;
  NextSuch<IsContent> next_content_;
  NextSuch<IsCloser> next_closer_;
};

}  // namespace muqabala::detail
