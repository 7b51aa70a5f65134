#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace muqabala {

/// The words of a language that multiply the number before them: thousand, million, ألف, ملايين ...
class ScaleWords {
 public:
  /// Reads them from CLDR; `language` is a BCP 47 tag.
  explicit ScaleWords(std::string_view language);

  /// The same, read once a program: CLDR takes milliseconds, a short article no more.
  static const ScaleWords& of(const std::string& language);

  /// How many zeros `folded_word` adds to a number, if it is such a word.
  std::optional<std::size_t> zeros(const std::string& folded_word) const;

 private:
  std::unordered_map<std::string, std::size_t> zeros_;
};

/// A number's key (see `number_key`) times ten to the `zeros`: `#6.5` with 6 zeros is `#6500000`.
std::string scaled_number_key(std::string_view key, std::size_t zeros);

}  // namespace muqabala
