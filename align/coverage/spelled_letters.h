#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "align/text_side.h"

namespace muqabala {

/// Letters A to Z, bit 0 for A.
using LetterSet = std::uint32_t;

/// A run of words that name Latin letters, as Arabic spells "CNN" out: "سي إن إن".
struct SpelledLetters {
  std::vector<LetterSet> words;  ///< per word the letters that it may name; empty = no such run
  /// Those that are surely named, `[begin, end)`: what stands before and behind them are words of
  /// their own as well ("في" is V, and in).
  std::size_t begin_certain = 0;
  std::size_t end_certain = 0;
};

/// The run with which `uses`, words of one segment of `text`, begin. Other scripts than Arabic
/// write letters as they are, so that there is none.
SpelledLetters spelled_letters(std::string_view text, std::span<const WordUse> uses);

/// Whether the run spells `acronym`, capitals A to Z, or all of it but the first letter, whose name
/// may have been written together with the word before it.
bool spells(const SpelledLetters& run, std::string_view acronym);

/// Whether the run can hardly be anything but letters.
bool is_surely_spelled(const SpelledLetters& run);

/// Whether `word` is made of two capitals A to Z or more.
bool is_acronym(std::string_view word);

/// Whether an acronym is, or may be, read as a word: NATO, not CNN or EU.
bool is_read_as_word(std::string_view acronym);

}  // namespace muqabala
