#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace muqabala::detail {

/// What a word does in an Arabic number.
enum class ArabicPart : std::uint8_t {
  kUnit,         ///< 1 to 10
  kTens,         ///< 20 to 90
  kHundred,      ///< مئة
  kHundreds,     ///< 200 to 900 in one word
  kScale,        ///< ألف, مليون
  kScales,       ///< آلاف, ملايين: after a number a scale, alone a vague number
  kScaleDual,    ///< ألفان, مليونين
  kScaleOrDual,  ///< ألفا, مليونا: a scale after a number, alone 1000 or 2000
  kOrdinal,      ///< أول to عاشر, حادي
  kFraction,     ///< نصف
  kParts,        ///< أرباع: after a number so many of it
  kVague,        ///< عشرات, مئات
  kDualUnit,     ///< يومين, مرتين
};

struct ArabicNumberWord {
  ArabicPart part = ArabicPart::kUnit;
  double value = 0;
};

/// A word of a number and what is written onto it.
struct ArabicNumberToken {
  ArabicNumberWord word;
  bool has_and = false;          ///< و or ف before it
  bool has_preposition = false;  ///< ب, ل or ك
  bool has_article = false;
};

/// `folded_word` as part of a number, with as little taken off its front as may be. `written` is
/// the word before folding, which makes one of مئتا (200) and ميتا (dead).
std::optional<ArabicNumberToken> arabic_number_token(std::string_view folded_word,
                                                     std::string_view written);

}  // namespace muqabala::detail
