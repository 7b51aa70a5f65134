// How much there is on the two sides.

#include <algorithm>

#include "corpus/collection/filters/judges.h"
#include "segment/text/folding.h"
#include "segment/text/utf8_text.h"
#include "segment/text/white_space.h"

namespace muqabala {

const std::string& FilteredSide::folded() {
  if (!folded_) folded_ = fold_key(text_);
  return *folded_;
}

std::size_t FilteredSide::length() {
  if (!length_) length_ = length_of_folded(folded());
  return *length_;
}

namespace judges {
namespace {

std::size_t longest_word(std::string_view text) {
  std::size_t longest = 0;
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    at += c.size_bytes;
    length = is_white_space(c.value) ? 0 : length + 1;
    longest = std::max(longest, length);
  }
  return longest;
}

bool has_long_word(const FilteredSide& side, double most) {
  return side.tools().spaces_words() && static_cast<double>(longest_word(side.text())) > most;
}

}  // namespace

bool probability(FilteredPair& pair, Thresholds least) { return pair.probability < least[0]; }

bool too_short(FilteredPair& pair, Thresholds least_letters) {
  return static_cast<double>(std::min(pair.source.characters().letters,
                                      pair.target.characters().letters)) < least_letters[0];
}

bool too_long(FilteredPair& pair, Thresholds most_characters) {
  return static_cast<double>(std::max(pair.source.length(), pair.target.length())) >
         most_characters[0];
}

bool long_word(FilteredPair& pair, Thresholds most_characters) {
  return has_long_word(pair.source, most_characters[0]) ||
         has_long_word(pair.target, most_characters[0]);
}

bool length_ratio(FilteredPair& pair, Thresholds most) {
  // Of short texts one is easily three times as long as the other: `نعم` and `Yes, of course`.
  constexpr double kAddend = 10;
  const double source = static_cast<double>(pair.source.length()) + kAddend;
  const double target = static_cast<double>(pair.target.length()) + kAddend;
  return std::max(source, target) > most[0] * std::min(source, target);
}

}  // namespace judges

}  // namespace muqabala
