#include "align/anchors/scaled_numbers.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "segment/text/cldr.h"
#include "segment/text/folding.h"
#include "segment/text/language.h"

namespace muqabala {
namespace {

constexpr std::size_t kLeastZeros = 3;  // hundreds are written in one word or in digits
/// After 11 to 99 the counted noun stands in the accusative: 120 ألفاً.
constexpr std::string_view kAccusative = "ا";

/// Zeros of 1000..., 2000..., as CLDR's concepts of numbers are named; none for other numbers.
std::optional<std::size_t> zeros_of(std::string_view number) {
  if (number.size() <= kLeastZeros || (number[0] != '1' && number[0] != '2')) return std::nullopt;
  if (number.find_first_not_of('0', 1) != std::string_view::npos) return std::nullopt;
  return number.size() - 1;
}

/// The scale word in a name: `thousand`, the last word of `eine Million` and `zwei Millionen`; none
/// where one word names the two of them (ألفان, zweitausend).
std::string scale_word(const CldrConcept& number, const std::string& folded_name) {
  const std::size_t space = folded_name.rfind(' ');
  if (space != std::string::npos) return folded_name.substr(space + 1);
  return number.id[0] == '1' ? folded_name : std::string{};
}

}  // namespace

ScaleWords::ScaleWords(std::string_view language) {
  const bool is_arabic = same_language(language, "ar");
  for (const CldrConcept& named : cldr_concepts(language)) {
    if (named.kind != CldrConcept::Kind::kNumber) continue;
    const std::optional<std::size_t> zeros = zeros_of(named.id);
    if (!zeros) continue;
    for (const std::string& name : named.names) {
      const std::string word = scale_word(named, fold_key(name));
      if (word.empty()) continue;
      zeros_.emplace(word, *zeros);
      if (is_arabic) zeros_.emplace(word + std::string(kAccusative), *zeros);
    }
  }
}

const ScaleWords& ScaleWords::of(const std::string& language) {
  static std::mutex mutex;
  static std::map<std::string, ScaleWords> known;
  const std::lock_guard lock(mutex);
  return known.try_emplace(language, language).first->second;
}

std::optional<std::size_t> ScaleWords::zeros(const std::string& folded_word) const {
  const auto known = zeros_.find(folded_word);
  if (known == zeros_.end()) return std::nullopt;
  return known->second;
}

std::string scaled_number_key(std::string_view key, std::size_t zeros) {
  const std::size_t point = std::min(key.find('.'), key.size());
  std::string digits(key.substr(0, point));
  const std::string_view decimals = point < key.size() ? key.substr(point + 1) : std::string_view{};
  const std::size_t moved = std::min(zeros, decimals.size());
  digits.append(decimals.substr(0, moved)).append(zeros - moved, '0');
  const std::size_t first = std::min(digits.find_first_not_of('0', 1), digits.size() - 1);
  digits.erase(1, first - 1);  // 0.5 million is 500000
  if (moved < decimals.size()) digits.append(1, '.').append(decimals.substr(moved));
  return digits;
}

}  // namespace muqabala
