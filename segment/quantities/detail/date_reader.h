#pragma once

#include <optional>
#include <vector>

#include "segment/quantities/detail/date_names.h"
#include "segment/quantities/detail/lexed_text.h"
#include "segment/quantities/detail/number_reader.h"
#include "segment/quantities/mentions.h"

namespace muqabala::detail {

/// A number, or the name of a month or weekday, in the order of the text.
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::optional<NumberItem> number = {};
  std::optional<DateName> name = {};
  std::optional<DateMention> date = {};  ///< a date all in digits, a decade
  bool is_used = false;                  ///< as part of a date
};

/// A date that begins at word `at` and needs no neighbours: 21/11/2014, 2014-11-21, 1990s,
/// التسعينيات.
std::optional<Piece> read_whole_date(const LexedText& text, std::size_t at,
                                     const NumberReader& numbers);

/// Puts dates together from the pieces of a text and marks what they use.
std::vector<DateMention> assemble_dates(const LexedText& text, std::vector<Piece>& pieces);

}  // namespace muqabala::detail
