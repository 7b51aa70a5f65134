// Arabic numbers in words. A number goes on with words that و joins (مئة وخمسة وعشرون ألفا), with
// the tail of 11 to 19 (خمسة عشر), with a hundred after 3 to 9 and with a scale. Case and gender of
// the forms say nothing about the value and are not checked.

#include <cmath>

#include "segment/quantities/detail/arabic_number_words.h"
#include "segment/quantities/detail/spelled_numbers.h"
#include "segment/text/folding.h"

namespace muqabala::detail {
namespace {

using Part = ArabicPart;

bool is_scale(Part part) {
  return part == Part::kScale || part == Part::kScales || part == Part::kScaleOrDual;
}

bool is_hundred(Part part) { return part == Part::kHundred || part == Part::kHundreds; }

constexpr double kThousand = 1000;

/// The state while a cardinal is read: the scales closed so far and the group below a thousand.
class Cardinal {
 public:
  /// Takes the first word of a number.
  explicit Cardinal(ArabicNumberWord first) {
    if (is_scale(first.part)) {
      close(first.value, 1);
    } else if (first.part == Part::kScaleDual) {
      close(first.value / 2, 2);
    } else {
      group_ = first.value;
    }
    last_ = first;
  }

  /// Takes the next word if the number can go on with it.
  bool take(const ArabicNumberToken& token) {
    if (token.has_preposition) return false;
    const bool taken = token.has_and ? take_joined(token.word) : take_adjacent(token.word);
    if (taken) last_ = token.word;
    return taken;
  }

  double value() const { return total_ + group_; }

 private:
  void close(double scale, double count) {
    total_ += count * scale;
    group_ = 0;
    last_scale_ = scale;
  }

  bool take_adjacent(ArabicNumberWord word) {
    const bool after_unit = last_.part == Part::kUnit && last_.value >= 1;
    if (word.part == Part::kUnit && word.value == 10 && after_unit && last_.value < 10) {
      group_ += 10;
      return true;
    }
    if (word.part == Part::kHundred && after_unit && last_.value >= 3 && last_.value < 10) {
      group_ += last_.value * 99;
      return true;
    }
    if (word.part == Part::kParts && after_unit && total_ == 0 && group_ == last_.value) {
      group_ *= word.value;
      return true;
    }
    if (!is_scale(word.part)) return false;
    if (group_ == 0 && last_scale_ > 0 && total_ == last_scale_ && word.value > last_scale_) {
      total_ *= word.value;  // ألف مليون
      last_scale_ = word.value;
      return true;
    }
    if (group_ == 0 || (last_scale_ > 0 && word.value >= last_scale_)) return false;
    close(word.value, group_);
    return true;
  }

  bool take_joined(ArabicNumberWord word) {
    const bool group_is_open = std::fmod(group_, 100) == 0 && group_ == std::floor(group_);
    switch (word.part) {
      case Part::kTens:
        if (!group_is_open && !(last_.part == Part::kUnit && last_.value < 10)) return false;
        break;
      case Part::kUnit:
        if (!group_is_open || word.value == 0) return false;
        break;
      case Part::kHundred:
      case Part::kHundreds:
        // The old way begins with the smallest: ست وسبعين وأربعمائة.
        if (total_ == 0 ? group_ <= 0 || group_ >= 100 : group_ != 0) return false;
        break;
      case Part::kScale:
      case Part::kScaleDual:
      case Part::kScaleOrDual: {
        const double scale = word.part == Part::kScaleDual ? word.value / 2 : word.value;
        if (total_ == 0 && scale == kThousand && is_hundred(last_.part)) {
          total_ = word.value;  // خمس وعشرين وثلاثمائة وألف
          last_scale_ = scale;
          return true;
        }
        if (group_ != 0 || scale >= last_scale_) return false;
        close(scale, word.value / scale);
        return true;
      }
      case Part::kFraction:
        // مليون ونصف is half a million more.
        if (group_ == 0 && last_scale_ > 0)
          total_ += word.value * last_scale_;
        else
          group_ += word.value;
        return true;
      default:
        return false;
    }
    if (total_ > 0 && word.value >= last_scale_) return false;
    group_ += word.value;
    return true;
  }

  double total_ = 0;
  double group_ = 0;
  double last_scale_ = 0;
  ArabicNumberWord last_;
};

std::optional<ArabicNumberToken> token_at(const LexedText& text, std::size_t at) {
  if (at >= text.size() || text.words[at].kind != TokenKind::kWord) return std::nullopt;
  return arabic_number_token(text.key(at), text.raw(at));
}

/// Past a scale that only says what the half is of: مليونين ونصف المليون.
std::size_t after_repeated_scale(const LexedText& text, std::size_t at) {
  const auto token = token_at(text, at);
  return token && !token->has_and && token->word.part == Part::kScale ? at + 1 : at;
}

/// دولتين, تسديدتان: two of a feminine noun. The masculine looks like the plural of people.
bool is_feminine_dual(const LexedText& text, std::size_t at) {
  constexpr std::size_t kLeast = 12;  // bytes; shorter ones are متين, كتان
  const std::string& key = text.key(at);
  if (key.size() < kLeast) return false;
  static const std::string gardens = fold_key("بساتين");
  if (key.ends_with("تين")) return !key.ends_with(gardens);
  return key.ends_with("تان") && !key.ends_with("ستان");  // not باكستان
}

SpelledNumber read_ordinal(const LexedText& text, std::size_t at, double value) {
  SpelledNumber number{at + 1, NumberForm::kOrdinal, {value}};
  const auto next = token_at(text, at + 1);
  if (!next || next->has_preposition) return number;
  const bool is_tail = !next->has_and && next->word.part == Part::kUnit && next->word.value == 10;
  if (is_tail || (next->has_and && next->word.part == Part::kTens)) {
    number.values[0] += next->word.value;
    ++number.end;
  }
  return number;
}

SpelledNumber read_vague(const LexedText& text, std::size_t at, double value) {
  SpelledNumber number{at + 1, NumberForm::kVague, {value}};
  if (value == 10) number.values.push_back(12);  // عشرات stands for dozens, too
  for (auto next = token_at(text, number.end);
       next && !next->has_and && !next->has_preposition &&
       (next->word.part == Part::kScales || next->word.part == Part::kVague);
       next = token_at(text, number.end)) {
    for (double& of_all : number.values) of_all *= next->word.value;
    ++number.end;
  }
  return number;
}

SpelledNumber read_fraction(const LexedText& text, std::size_t at, double value) {
  const auto next = token_at(text, at + 1);
  if (next && !next->has_and && !next->has_preposition && next->word.part == Part::kScale)
    return {at + 2, NumberForm::kCardinal, {value * next->word.value}};
  return {at + 1, NumberForm::kFraction, {value}};
}

}  // namespace

double arabic_scale(const LexedText& text, std::size_t at) {
  const auto token = token_at(text, at);
  const bool is_bare = token && !token->has_and && !token->has_preposition;
  return is_bare && is_scale(token->word.part) ? token->word.value : 0;
}

AddedFraction read_arabic_addition(const LexedText& text, std::size_t at) {
  const auto token = token_at(text, at);
  if (!token || !token->has_and) return {};
  if (token->word.part == Part::kFraction) return {at + 1, token->word.value};
  const auto next = token_at(text, at + 1);
  if (token->word.part == Part::kUnit && next && next->word.part == Part::kParts)
    return {at + 2, token->word.value * next->word.value};
  return {};
}

std::optional<SpelledNumber> read_arabic_number(const LexedText& text, std::size_t at) {
  const auto first = token_at(text, at);
  if (!first) {
    if (!is_feminine_dual(text, at)) return std::nullopt;
    return SpelledNumber{at + 1, NumberForm::kDual, {2}};
  }
  const ArabicNumberWord word = first->word;
  switch (word.part) {
    case Part::kOrdinal:
      return read_ordinal(text, at, word.value);
    case Part::kVague:
    case Part::kScales:
      return read_vague(text, at, word.value);
    case Part::kFraction: {
      SpelledNumber number = read_fraction(text, at, word.value);
      // ثلثا is a third, and two of them before what they are of
      if (text.key(at).ends_with("ثلثا") && number.form == NumberForm::kFraction)
        number.values = std::vector<double>{2.0 / 3, 1.0 / 3};
      return number;
    }
    case Part::kDualUnit:
      return SpelledNumber{at + 1, NumberForm::kDual, {2}};
    case Part::kParts:
      return std::nullopt;
    default:
      break;
  }
  Cardinal cardinal(word);
  SpelledNumber number{at + 1, NumberForm::kCardinal, {}};
  bool has_parts = false;
  for (auto next = token_at(text, number.end); next && cardinal.take(*next);
       next = token_at(text, number.end)) {
    ++number.end;
    has_parts |= next->word.part == Part::kParts;
    if (next->word.part == Part::kFraction) {
      const auto scale = token_at(text, number.end);
      if (scale && !scale->has_article && cardinal.take(*scale))
        ++number.end;
      else
        number.end = after_repeated_scale(text, number.end);
      break;
    }
  }
  number.values = {cardinal.value()};
  if (has_parts) {
    number.form = NumberForm::kFraction;
    if (const auto scale = token_at(text, number.end);
        scale && !scale->has_and && scale->word.part == Part::kScale) {
      number = {number.end + 1, NumberForm::kCardinal, {cardinal.value() * scale->word.value}};
    }
  }
  if (word.part == Part::kScaleOrDual && number.end == at + 1)
    number.values.push_back(2 * word.value);
  return number;
}

}  // namespace muqabala::detail
