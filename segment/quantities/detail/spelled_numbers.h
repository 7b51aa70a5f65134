#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "segment/quantities/detail/lexed_text.h"
#include "segment/quantities/mentions.h"

namespace muqabala::detail {

/// A number in words.
struct SpelledNumber {
  std::size_t end = 0;  ///< the word after it
  NumberForm form = NumberForm::kCardinal;
  std::vector<double> values;
};

/// The number that begins at word `at`, if one does.
std::optional<SpelledNumber> read_english_number(const LexedText& text, std::size_t at);
std::optional<SpelledNumber> read_arabic_number(const LexedText& text, std::size_t at);

/// What an English or Arabic word (at `at`) after a number multiplies it by (`million`, `آلاف`); 0
/// if nothing.
double english_scale(const std::string& key);
double arabic_scale(const LexedText& text, std::size_t at);

/// What `and a half`, `ونصف` at word `at` add, and the word after it; an end of 0 if nothing.
struct AddedFraction {
  std::size_t end = 0;
  double value = 0;
};
AddedFraction read_english_addition(const LexedText& text, std::size_t at);
AddedFraction read_arabic_addition(const LexedText& text, std::size_t at);

/// Number words of a language we have no grammar of: what CLDR has as single words.
class CldrNumberWords {
 public:
  explicit CldrNumberWords(const std::string& language);

  std::optional<SpelledNumber> read(const LexedText& text, std::size_t at) const;
  double scale(const std::string& key) const;

 private:
  std::unordered_map<std::string, double> values_;
  std::unordered_map<std::string, double> scales_;
};

}  // namespace muqabala::detail
