#include <charconv>

#include "segment/quantities/detail/spelled_numbers.h"
#include "segment/text/cldr.h"
#include "segment/text/folding.h"

namespace muqabala::detail {
namespace {

constexpr double kLeastScale = 1000;

}  // namespace

CldrNumberWords::CldrNumberWords(const std::string& language) {
  for (const CldrConcept& number : cldr_concepts(language)) {
    if (number.kind != CldrConcept::Kind::kNumber) continue;
    double value = 0;
    std::from_chars(number.id.data(), number.id.data() + number.id.size(), value);
    for (const std::string& name : number.names) {
      const std::string key = fold_key(name);
      const std::size_t space = key.rfind(' ');
      if (space == std::string::npos) values_.emplace(key, value);
      // The last word of `eine Million` and `zwei Millionen`; `zweitausend` is no scale.
      if (value < kLeastScale) continue;
      const bool is_two = number.id[0] == '2';
      if (space != std::string::npos)
        scales_.emplace(key.substr(space + 1), is_two ? value / 2 : value);
      else if (!is_two)
        scales_.emplace(key, value);
    }
  }
}

std::optional<SpelledNumber> CldrNumberWords::read(const LexedText& text, std::size_t at) const {
  const auto found = values_.find(text.key(at));
  if (found == values_.end()) return std::nullopt;
  SpelledNumber number{at + 1, NumberForm::kLoose, {found->second}};
  if (const double factor = scale(text.key(at + 1)); factor > found->second) {
    number.values[0] *= factor;
    ++number.end;
  }
  return number;
}

double CldrNumberWords::scale(const std::string& key) const {
  const auto found = scales_.find(key);
  return found == scales_.end() ? 0 : found->second;
}

}  // namespace muqabala::detail
