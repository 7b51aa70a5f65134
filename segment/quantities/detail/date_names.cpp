#include "segment/quantities/detail/date_names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "segment/text/cldr.h"
#include "segment/text/folding.h"
#include "segment/text/language.h"

namespace muqabala::detail {
namespace {

constexpr std::size_t kMaxWords = 4;   // Rabi al Awwal, Dhu l Hijja
constexpr std::size_t kShortName = 3;  // letters of an abbreviation that may be another word

/// Months that are other words as well, names of people among them.
constexpr std::array<std::string_view, 7> kAmbiguousArabic = {"مارس", "ماي", "جوان",   "أوت",
                                                              "مايس", "آب",  "الاثنين"};
constexpr std::array<std::string_view, 2> kAmbiguousEnglish = {"may", "march"};
constexpr int kRamadan = 9;

int number_in(std::string_view id) {
  int number = 0;
  const std::size_t dash = id.find('-');
  if (dash != std::string_view::npos)
    std::from_chars(id.data() + dash + 1, id.data() + id.size(), number);
  return number;
}

bool is_other_word(const std::string& phrase, std::string_view language) {
  const auto is_it = [&](std::string_view word) { return fold_key(word) == phrase; };
  if (language == "ar") return std::any_of(kAmbiguousArabic.begin(), kAmbiguousArabic.end(), is_it);
  if (language == "en")
    return std::any_of(kAmbiguousEnglish.begin(), kAmbiguousEnglish.end(), is_it);
  return phrase.size() <= kShortName;
}

}  // namespace

DateNames::DateNames(const std::string& language)
    : is_arabic_(same_language(language, "ar")),
      is_cased_(same_language(language, "en") || same_language(language, "de")) {
  Tokenizer tokenizer(language);
  const std::string_view known = is_arabic_ ? "ar" : same_language(language, "en") ? "en" : "";
  for (const CldrConcept& named : cldr_concepts(language)) {
    const bool is_weekday = named.kind == CldrConcept::Kind::kWeekday;
    if (!is_weekday && named.kind != CldrConcept::Kind::kMonth) continue;
    const bool is_islamic = named.id.starts_with("islamic");
    for (const std::string& name : named.names) {
      const LexedText words = lex(name, tokenizer);
      std::string phrase;
      for (const Word& word : words.words) {
        if (word.kind == TokenKind::kPunctuation) continue;
        phrase += (phrase.empty() ? "" : " ") + word.key;
      }
      const int number = number_in(named.id);
      const bool is_ambiguous = is_other_word(phrase, known) || (is_islamic && number != kRamadan);
      names_.emplace(phrase,
                     DateName{.is_weekday = is_weekday,
                              .calendar = is_islamic ? Calendar::kIslamic : Calendar::kGregorian,
                              .number = number,
                              .is_ambiguous = is_ambiguous});
    }
  }
}

std::optional<DateName> DateNames::find(const LexedText& text, std::size_t at,
                                        std::string phrase) const {
  std::optional<DateName> longest;
  for (std::size_t end = at + 1;; ++end) {
    const auto found = names_.find(phrase);
    if (found != names_.end()) {
      longest = found->second;
      longest->begin = at;
      longest->end = end;
    }
    if (end >= text.size() || end - at >= kMaxWords ||
        text.words[end].kind == TokenKind::kPunctuation)
      break;
    phrase += " " + text.key(end);
  }
  return longest;
}

std::optional<DateName> DateNames::read(const LexedText& text, std::size_t at) const {
  const Word& word = text.words[at];
  if (word.kind != TokenKind::kWord || (is_cased_ && !word.capitalised)) return std::nullopt;
  std::optional<DateName> name = find(text, at, word.key);
  if (!name && is_arabic_) {
    static const std::string article = fold_key("ال");
    static const std::array<std::string, 5> prefixes = {fold_key("و"), fold_key("ل"), fold_key("ب"),
                                                        fold_key("ف"), article};
    for (const std::string& prefix : prefixes) {
      if (!word.key.starts_with(prefix) || word.key.size() == prefix.size()) continue;
      const std::string rest = word.key.substr(prefix.size());
      name = find(text, at, rest);
      if (!name && rest.starts_with(fold_key("ل")))
        name = find(text, at, article + rest.substr(fold_key("ل").size()));  // للسبت
      if (name) break;
    }
  }
  // August is written with a madda, a father is not.
  if (name && name->is_ambiguous && is_arabic_ && !name->is_weekday && name->number == 8 &&
      name->calendar == Calendar::kGregorian)
    name->is_ambiguous = text.raw(at).find("آ") == std::string_view::npos;
  return name;
}

}  // namespace muqabala::detail
