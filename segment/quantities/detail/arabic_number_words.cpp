#include "segment/quantities/detail/arabic_number_words.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "segment/text/folding.h"

namespace muqabala::detail {
namespace {

struct Entry {
  ArabicPart part;
  double value;
  std::string_view words;  // parted by spaces
};

constexpr Entry kEntries[] = {
    {ArabicPart::kUnit, 0, "صفر"},
    {ArabicPart::kUnit, 1, "واحد واحدة واحدا أحد إحدى"},
    {ArabicPart::kUnit, 2, "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي ثنتان"},
    {ArabicPart::kUnit, 3, "ثلاثة ثلاث ثلاثا"},
    {ArabicPart::kUnit, 4, "أربعة أربع أربعا"},
    {ArabicPart::kUnit, 5, "خمسة خمس خمسا"},
    {ArabicPart::kUnit, 6, "ستة ست ستا"},
    {ArabicPart::kUnit, 7, "سبعة سبع سبعا"},
    {ArabicPart::kUnit, 8, "ثمانية ثماني ثمان ثمانيا"},
    {ArabicPart::kUnit, 9, "تسعة تسع تسعا"},
    {ArabicPart::kUnit, 10, "عشرة عشر عشرا"},
    {ArabicPart::kTens, 20, "عشرون عشرين"},
    {ArabicPart::kTens, 30, "ثلاثون ثلاثين"},
    {ArabicPart::kTens, 40, "أربعون أربعين"},
    {ArabicPart::kTens, 50, "خمسون خمسين"},
    {ArabicPart::kTens, 60, "ستون ستين"},
    {ArabicPart::kTens, 70, "سبعون سبعين"},
    {ArabicPart::kTens, 80, "ثمانون ثمانين"},
    {ArabicPart::kTens, 90, "تسعون تسعين"},
    {ArabicPart::kHundred, 100, "مئة مائة ماية"},
    {ArabicPart::kHundreds, 200, "مئتان مئتين مائتان مائتين مئتي مائتي مئتا مائتا"},
    {ArabicPart::kScale, 1e3, "ألف"},
    {ArabicPart::kScales, 1e3, "آلاف ألوف"},
    {ArabicPart::kScaleDual, 2e3, "ألفان ألفين ألفي"},
    {ArabicPart::kScaleOrDual, 1e3, "ألفا"},
    {ArabicPart::kScale, 1e6, "مليون"},
    {ArabicPart::kScales, 1e6, "ملايين"},
    {ArabicPart::kScaleDual, 2e6, "مليونان مليونين مليوني"},
    {ArabicPart::kScaleOrDual, 1e6, "مليونا"},
    {ArabicPart::kScale, 1e9, "مليار بليون"},
    {ArabicPart::kScales, 1e9, "مليارات بلايين"},
    {ArabicPart::kScaleDual, 2e9, "ملياران مليارين ملياري"},
    {ArabicPart::kScaleOrDual, 1e9, "مليارا بليونا"},
    {ArabicPart::kScale, 1e12, "تريليون ترليون"},
    {ArabicPart::kScales, 1e12, "تريليونات ترليونات"},
    {ArabicPart::kScaleDual, 2e12, "تريليونان تريليونين"},
    {ArabicPart::kScaleOrDual, 1e12, "تريليونا"},
    {ArabicPart::kOrdinal, 1, "أول أولى حادي حادية"},
    {ArabicPart::kOrdinal, 2, "ثاني ثانية ثان ثانيا"},
    {ArabicPart::kOrdinal, 3, "ثالث ثالثة ثالثا"},
    {ArabicPart::kOrdinal, 4, "رابع رابعة رابعا"},
    {ArabicPart::kOrdinal, 5, "خامس خامسة خامسا"},
    {ArabicPart::kOrdinal, 6, "سادس سادسة سادسا"},
    {ArabicPart::kOrdinal, 7, "سابع سابعة سابعا"},
    {ArabicPart::kOrdinal, 8, "ثامن ثامنة ثامنا"},
    {ArabicPart::kOrdinal, 9, "تاسع تاسعة تاسعا"},
    {ArabicPart::kOrdinal, 10, "عاشر عاشرة عاشرا"},
    {ArabicPart::kFraction, 0.5, "نصف نصفا"},
    {ArabicPart::kFraction, 1.0 / 3, "ثلث ثلثا"},
    {ArabicPart::kFraction, 2.0 / 3, "ثلثي ثلثين ثلثان"},
    {ArabicPart::kFraction, 0.25, "ربع ربعا"},
    {ArabicPart::kFraction, 1.0 / 6, "سدس"},
    {ArabicPart::kParts, 0.25, "أرباع"},
    {ArabicPart::kParts, 0.2, "أخماس"},
    {ArabicPart::kParts, 1.0 / 6, "أسداس"},
    {ArabicPart::kParts, 0.125, "أثمان"},
    {ArabicPart::kParts, 0.1, "أعشار"},
    {ArabicPart::kVague, 10, "عشرات"},
    {ArabicPart::kVague, 100, "مئات مائات"},
    {ArabicPart::kDualUnit, 2,
     "يومين يومان عامين عامان سنتين سنتان شهرين شهران أسبوعين أسبوعان ساعتين ساعتان دقيقتين "
     "دقيقتان ثانيتين ليلتين ليلتان قرنين قرنان عقدين عقدان مرتين مرتان ضعفين ضعفي ضعف كلا كلتا "
     "كلي "
     "كيلومترين مترين ميلين"},
};

constexpr std::string_view kThreeToNine[] = {"ثلاث", "أربع", "خمس",   "ست",
                                             "سبع",  "ثمان", "ثماني", "تسع"};
constexpr double kHundreds[] = {300, 400, 500, 600, 700, 800, 800, 900};

using Table = std::unordered_map<std::string, ArabicNumberWord>;

Table make_table() {
  Table table;
  for (const Entry& entry : kEntries) {
    std::string_view rest = entry.words;
    while (!rest.empty()) {
      const std::size_t space = std::min(rest.find(' '), rest.size());
      table.emplace(fold_key(rest.substr(0, space)), ArabicNumberWord{entry.part, entry.value});
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
  }
  for (std::size_t i = 0; i < std::size(kThreeToNine); ++i) {
    for (const std::string_view hundred : {"مئة", "مائة", "ماية"}) {
      const std::string word = std::string(kThreeToNine[i]) + std::string(hundred);
      table.emplace(fold_key(word), ArabicNumberWord{ArabicPart::kHundreds, kHundreds[i]});
    }
  }
  return table;
}

/// Takes `prefix` off the front of `word`, where it stands there.
bool take_off(std::string_view& word, std::string_view prefix) {
  if (!word.starts_with(prefix) || word.size() == prefix.size()) return false;
  word.remove_prefix(prefix.size());
  return true;
}

/// Common words that look like a preposition on a number: `لست` (I am not), `لتسع` (to hold).
bool is_other_word(std::string_view word) {
  static const std::string not_i_am = fold_key("لست");
  static const std::string and_not = fold_key("ولست");
  static const std::string the_lady = fold_key("الست");
  return word == not_i_am || word == and_not || word == the_lady;
}

/// مئة is written with a hamza or, the old way, with an alef (مائة, ماية).
bool has_hamza_or_alef(std::string_view written) {
  return written.find("ئ") != std::string_view::npos ||
         written.find("ما") != std::string_view::npos ||
         written.find("\u0654") != std::string_view::npos;
}

std::optional<ArabicNumberToken> token_of(std::string_view folded_word) {
  static const Table table = make_table();
  constexpr std::size_t kLongest = 40;  // bytes; longer than any number word with its prefixes
  if (folded_word.size() > kLongest || is_other_word(folded_word)) return std::nullopt;
  const auto find = [&](std::string_view word) {
    const auto found = table.find(std::string(word));
    return found == table.end() ? nullptr : &found->second;
  };
  if (const auto* word = find(folded_word)) return ArabicNumberToken{.word = *word};
  for (const bool with_and : {false, true}) {
    ArabicNumberToken token;
    std::string_view rest = folded_word;
    if (with_and) {
      if (!take_off(rest, "و") && !take_off(rest, "ف")) break;
      token.has_and = true;
      if (const auto* word = find(rest)) {
        token.word = *word;
        return token;
      }
    }
    std::string_view bare = rest;
    if (take_off(bare, "ال")) {
      if (const auto* word = find(bare)) {
        token.word = *word;
        token.has_article = true;
        return token;
      }
    }
    for (const std::string_view preposition : {"ب", "ل", "ك"}) {
      std::string_view inner = rest;
      if (!take_off(inner, preposition)) continue;
      token.has_preposition = true;
      if (const auto* word = find(inner)) {
        token.word = *word;
        return token;
      }
      if (take_off(inner, preposition == "ل" ? "ل" : "ال")) {
        if (const auto* word = find(inner)) {
          token.word = *word;
          token.has_article = true;
          return token;
        }
      }
      token.has_preposition = false;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<ArabicNumberToken> arabic_number_token(std::string_view folded_word,
                                                     std::string_view written) {
  std::optional<ArabicNumberToken> token = token_of(folded_word);
  if (!token) return token;
  const bool is_hundred =
      token->word.part == ArabicPart::kHundred || token->word.part == ArabicPart::kHundreds;
  if (is_hundred && !has_hamza_or_alef(written)) return std::nullopt;
  // ألّف is a verb.
  const bool has_shadda = written.find("\u0651") != std::string_view::npos;
  if (has_shadda && token->word.part == ArabicPart::kScale && token->word.value < 1e6)
    return std::nullopt;
  return token;
}

}  // namespace muqabala::detail
