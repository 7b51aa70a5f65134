#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "segment/quantities/detail/lexed_text.h"
#include "segment/quantities/units.h"

namespace muqabala::detail {

// What stands around a number: words [begin, end) are the number's own.

/// A sign of money before word `at`: `$`, `US$`, `£`.
bool is_money_sign(const LexedText& text, std::size_t at);

/// A unit beside a number, and its words.
struct UnitWords {
  std::span<const UnitSense> senses = {};
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The unit that follows the number, or the sign before it.
UnitWords units_around(const LexedText& text, std::size_t begin, std::size_t end);

/// The unit a word names, with an Arabic article or preposition before it or without.
std::span<const UnitSense> unit_of_word(const std::string& folded_word);

/// `am`, `p.m.`, مساء, صباحا at word `at`.
bool is_half_of_day(const LexedText& text, std::size_t at);

/// ما بين or `between` just before word `at`: what و joins then are two numbers.
bool follows_between(const LexedText& text, std::size_t at);

/// بالمئة at word `at`, which says of what a number is and is none itself.
bool is_lone_percent(const LexedText& text, std::size_t at);

/// The number of a list item, note, verse or page: at the front of the text with a mark after it,
/// in square brackets, in brackets at either end, or all there is.
bool is_marker(const LexedText& text, std::size_t begin, std::size_t end);

/// A note's or reference's number: see `NumberMention::in_note`.
bool is_reference(const LexedText& text, std::size_t begin, std::size_t end);

/// The value of a Roman numeral up to 39 in capitals, of two letters at least; 0 if it is none.
/// Longer ones are words and abbreviations too often (MIX, CD).
int roman_value(std::string_view word);

}  // namespace muqabala::detail
