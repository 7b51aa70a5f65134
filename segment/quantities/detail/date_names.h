#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

#include "segment/quantities/calendar_date.h"
#include "segment/quantities/detail/lexed_text.h"

namespace muqabala::detail {

/// The name of a month or weekday in a text.
struct DateName {
  std::size_t begin = 0;  ///< its first word
  std::size_t end = 0;    ///< the word after it
  bool is_weekday = false;
  Calendar calendar = Calendar::kGregorian;
  int number = 0;             ///< of the month, or of the weekday (1 is Sunday)
  bool is_ambiguous = false;  ///< also another word: May, آب (in the spelling أب), صفر
};

/// The names of months and weekdays of one language, from CLDR and its additions.
class DateNames {
 public:
  explicit DateNames(const std::string& language);

  /// The name that begins at word `at`, if one does.
  std::optional<DateName> read(const LexedText& text, std::size_t at) const;

 private:
  std::optional<DateName> find(const LexedText& text, std::size_t at, std::string phrase) const;

  std::unordered_map<std::string, DateName> names_;  ///< by folded words joined by spaces
  bool is_arabic_;
  bool is_cased_;  ///< a language that writes these names with a capital
};

}  // namespace muqabala::detail
