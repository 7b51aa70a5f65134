#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "segment/quantities/detail/lexed_text.h"
#include "segment/quantities/detail/spelled_numbers.h"
#include "segment/quantities/mentions.h"

namespace muqabala::detail {

/// A number with the words it takes up; the reader of dates looks at these.
struct NumberItem {
  NumberMention mention = {};
  std::size_t begin = 0;   ///< its first word
  std::size_t end = 0;     ///< the word after it, unit and percent sign left out
  int integer = -1;        ///< where it is a whole number without separators or scale
  std::size_t digits = 0;  ///< how many digits it was written with
};

/// Reads the numbers of one language.
class NumberReader {
 public:
  explicit NumberReader(const std::string& language);

  /// The number that begins at word `at`, if one does.
  std::optional<NumberItem> read(const LexedText& text, std::size_t at) const;

 private:
  enum class Grammar { kEnglish, kArabic, kCldr };

  std::optional<NumberItem> read_digits(const LexedText& text, std::size_t at) const;
  std::optional<NumberItem> read_prefixed(const LexedText& text, std::size_t at) const;
  std::optional<NumberItem> read_spelled(const LexedText& text, std::size_t at) const;
  std::optional<SpelledNumber> spelled(const LexedText& text, std::size_t at) const;
  double scale(const LexedText& text, std::size_t at) const;
  AddedFraction addition(const LexedText& text, std::size_t at) const;
  void add_scale(const LexedText& text, NumberItem& item) const;
  void add_fraction_after_noun(const LexedText& text, NumberItem& item) const;

  Grammar grammar_;
  bool groups_by_space_;
  std::optional<CldrNumberWords> words_;
};

}  // namespace muqabala::detail
