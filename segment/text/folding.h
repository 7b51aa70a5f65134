#pragma once

#include <string>
#include <string_view>

#include "segment/text/offset_map.h"

namespace muqabala {

/// A text made comparable, and the way back.
struct FoldedText {
  std::string text;
  OffsetMap to_original;
};

/// Folds well-formed `text` so that spellings of one word become one:
/// case (Unicode simple folding); Latin, Greek and Cyrillic letters without their marks;
/// Arabic without diacritics (U+064B-065F, 0670, 0610-061A, 06D6-06ED), tatweel, with one alef, ya
/// for alef maqsura, ha for ta marbuta, waw and ya for their hamza forms; Hebrew without points;
/// decimal digits of every script as 0-9; bidi marks, joiners and zero-width characters left out;
/// typographic quotes and dashes as ASCII, Arabic comma, semicolon and question mark as theirs;
/// ayn and hamza signs of transliteration (U+02BE, 02BF, 02BB, 02BC) left out.
/// NFC and NFD input give the same output.
FoldedText fold(std::string_view text);

/// `fold(text).text` without the cost of the map.
std::string fold_key(std::string_view text);

/// What is left of `fold_key(text)` when its spelling is all that counts: letters, marks and
/// digits, and signs that stand between two digits (`2.5` is not `25`). Of a text without any of
/// these, all but its white space.
std::string fold_letters(std::string_view text);

/// Number of code points of `fold(text).text`, white space left out: the length that alignment
/// compares, equal for vocalised and bare Arabic.
std::size_t folded_length(std::string_view text);
/// The same, of the folded text.
std::size_t length_of_folded(std::string_view folded);

}  // namespace muqabala
