#pragma once

#include <cstddef>
#include <cstdint>

#include "segment/detail/characters.h"
#include "segment/detail/line_breaks.h"
#include "segment/detail/quotes_and_brackets.h"

namespace muqabala::detail {

enum class StopKind : std::uint8_t {
  kPeriod,    ///< one full stop, which may belong to an abbreviation
  kEllipsis,  ///< several, or the sign
  kStrong,    ///< with a question or exclamation mark in it
};

/// A run of stops with what hangs on it, and what stands around it.
struct Candidate {
  StopKind kind = StopKind::kPeriod;
  std::size_t begin = 0;      ///< of the first stop
  std::size_t stops_end = 0;  ///< behind the last stop
  std::size_t end = 0;  ///< behind closing marks and format characters: the boundary, if it is one
  std::size_t periods = 0;  ///< full stops in the run; the sign counts as three

  Character previous;         ///< before the run, white space left out
  bool space_before = false;  ///< between `previous` and the run
  bool mark_before = false;   ///< `previous` is a closing mark: no abbreviation ends there
  bool quote_closes = false;  ///< a quotation ends between `stops_end` and `end`
  Character bracket;          ///< the first bracket that closes there; `kEnd` if none does

  bool space_after = false;  ///< white space, or the end of the block, follows `end`
  bool line_ends = false;    ///< the segment ends with its line here anyhow
  Character next;            ///< the next visible character; `kEnd` at the end of block or line
  Character next_word;       ///< the same behind opening marks and dashes
};

/// Reads the candidate whose first stop begins at `at`. O(its length).
Candidate read_candidate(const Characters& characters, const LineBreaks& lines,
                         const Enclosures& enclosures, std::size_t at);

}  // namespace muqabala::detail
