#include "align/coverage/clause_bounds.h"

#include <algorithm>

#include "segment/text/utf8_text.h"
#include "segment/text/white_space.h"

namespace muqabala {
namespace {

// The costs of a span of dropped words that begins or ends at such a place. Sentences are dropped
// whole more often than clauses, and hardly ever words out of their midst: with 0.7 and 3 more
// spans of the development sets begin a few words early or late, beyond 1.2 short clauses are lost.
constexpr double kMarkNats = 0.9;
constexpr double kNoMarkNats = 4.5;

constexpr std::u32string_view kStops = U".!?…\u061F\u06D4\u3002\uFF01\uFF1F";
/// Written right before the next word by many: need no space behind.
constexpr std::u32string_view kGluedMarks = U",;:\u060C\u061B()[]{}«»“”„\u3001\uFF0C";

bool is_one_of(char32_t c, std::u32string_view marks) {
  return marks.find(c) != std::u32string_view::npos;
}

}  // namespace

ClauseBound clause_bound(std::string_view text, std::size_t left_end, std::size_t right_begin) {
  ClauseBound bound{.cost_nats = kNoMarkNats, .left_end = left_end, .right_begin = right_begin};
  std::size_t first_right = std::string_view::npos;  // the first mark behind white space
  bool has_mark = false;
  bool has_space = false;
  bool after_space = false;
  for (std::size_t at = left_end; at < right_begin;) {
    const CodePoint c = code_point_at(text, at);
    const bool is_space = is_white_space(c.value);
    if (!is_space) {
      if (!has_space) bound.left_end = at + c.size_bytes;
      if (after_space && first_right == std::string_view::npos) first_right = at;
      if (is_one_of(c.value, kStops)) bound.cost_nats = 0;
      if (is_one_of(c.value, kGluedMarks)) bound.cost_nats = std::min(bound.cost_nats, kMarkNats);
      has_mark = true;
    }
    has_space = has_space || is_space;
    after_space = is_space;
    at += c.size_bytes;
  }
  if (has_space && has_mark) bound.cost_nats = std::min(bound.cost_nats, kMarkNats);
  if (!has_space)
    bound.right_begin = bound.left_end;
  else if (first_right != std::string_view::npos)
    bound.right_begin = first_right;
  return bound;
}

}  // namespace muqabala
