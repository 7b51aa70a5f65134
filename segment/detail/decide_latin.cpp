// One full stop behind a word in Latin letters (or Greek, Cyrillic; or a number): does it
// abbreviate the word, or end the sentence, or both? Classes of words after Kiss and Strunk (2006)
// and Moses' prefix lists: what may follow tells most, so every class names the followers it ends
// before.

#include "segment/detail/decide.h"

namespace muqabala::detail {
namespace {

/// At 5 a.m. the market opens: an opener of so few words is no sentence.
constexpr std::size_t kMaxOpenerWords = 3;

Opinion ends_or_goes_on(bool ends) { return ends ? Opinion::kEnds : Opinion::kGoesOn; }

bool digit_follows(const Situation& s) { return s.after.first == CharClass::kDigit; }

/// Whether the word before is not plainly a name: in small letters, one that opens sentences, or
/// one whose capital comes from its place.
bool common_word_before(const Situation& s) {
  const Word earlier = s.earlier();
  return !earlier.empty() &&
         (earlier.first == CharClass::kLower || earlier.is_on(WordList::kStarter) ||
          earlier.begin <= s.enclosures.first_content());
}

/// In °C and $A, the letter is no initial.
bool behind_sign(const Situation& s) {
  return s.characters.visible_before(s.before.begin).kind == CharClass::kOther;
}

/// لحرف u. وذكرت: a Latin letter abbreviates no Arabic name.
Opinion letter_in_arabic(const Situation& s) {
  return s.before.is_single_letter() && s.after.first == CharClass::kArabic ? Opinion::kEnds
                                                                            : Opinion::kNone;
}

Opinion initial(const Situation& s) {
  const Word& word = s.before;
  if (!word.is_single_letter() || !word.is_capitalised() || word.joined || behind_sign(s))
    return Opinion::kNone;
  if (digit_follows(s)) return Opinion::kGoesOn;
  const bool speaker = word.text() == "I" && s.after.is_capitalised();
  const bool sentence_follows = starter_follows(s) && !s.after.is_single_letter();
  return ends_or_goes_on((speaker || sentence_follows) && common_word_before(s));
}

Opinion small_letter(const Situation& s) {
  const Word& word = s.before;
  if (!word.is_single_letter() || word.first != CharClass::kLower || word.joined)
    return Opinion::kNone;
  if (word.is_on(WordList::kNever)) return Opinion::kGoesOn;
  return ends_or_goes_on(starter_follows(s));
}

Opinion title(const Situation& s) {
  return s.before.is_on(WordList::kTitle) ? Opinion::kGoesOn : Opinion::kNone;
}

Opinion never(const Situation& s) {
  const bool capital = s.before.is_single_letter() && s.before.is_capitalised();
  return s.before.is_on(WordList::kNever) && !capital ? Opinion::kGoesOn : Opinion::kNone;
}

/// Vol. II and Fig. B, but not “No. I never did”.
bool numeral_follows(const Situation& s) {
  if (digit_follows(s)) return true;
  const bool is_letter_name = s.after.is_single_letter() && s.after.is_capitalised();
  if (!is_roman(s.after) && !is_letter_name) return false;
  const Character next = s.characters.solid_at(s.after.end);
  return !(is_letter_name && next.kind == CharClass::kLower && starter_follows(s));
}

Opinion number(const Situation& s) {
  if (!s.before.is_on(WordList::kNumber)) return Opinion::kNone;
  return ends_or_goes_on(!numeral_follows(s));
}

Opinion month(const Situation& s) {
  if (!s.before.is_on(WordList::kMonth) && !s.before.is_on(WordList::kDay)) return Opinion::kNone;
  const bool date_follows = s.after.is_on(WordList::kMonth) || s.after.is_on(WordList::kDay);
  return ends_or_goes_on(!digit_follows(s) && !date_follows);
}

/// In 146 B.C. Carthage fell; but A.D. 70 goes on.
Opinion era(const Situation& s) {
  if (!s.before.is_on(WordList::kEra) || s.earlier().digits == 0) return Opinion::kNone;
  return ends_or_goes_on(!digit_follows(s));
}

std::size_t words_of_segment(const Situation& s, std::size_t limit) {
  std::size_t words = 0;
  const std::size_t begin = s.enclosures.first_content();
  for (Character c = s.characters.solid_before(s.before.end); words < limit && c.end > begin;
       ++words) {
    while (c.kind != CharClass::kEnd && !is_gap(c.kind) && c.end > begin)
      c = s.characters.before(c.begin);
    c = s.characters.solid_before(c.end);
  }
  return words;
}

Opinion hour(const Situation& s) {
  if (!s.before.is_on(WordList::kHour)) return Opinion::kNone;
  const bool belongs = s.after.is_on(WordList::kDay) || s.after.is_on(WordList::kZone);
  const bool opener = words_of_segment(s, kMaxOpenerWords + 1) <= kMaxOpenerWords;
  return ends_or_goes_on(!belongs && !opener);
}

Opinion list_end(const Situation& s) {
  return s.before.is_on(WordList::kListEnd) ? Opinion::kEnds : Opinion::kNone;
}

Opinion may_end(const Situation& s) {
  if (!s.before.is_on(WordList::kMayEnd) && !s.before.is_dotted()) return Opinion::kNone;
  return ends_or_goes_on(starter_follows(s) || s.candidate.quote_closes);
}

constexpr Rule kRules[] = {
    {"letter-in-arabic", letter_in_arabic},
    {"initial", initial},
    {"letter", small_letter},
    {"hour", hour},
    {"era", era},
    {"title", title},
    {"abbreviation", never},
    {"number-follows", number},
    {"date", month},
    {"end-of-list", list_end},
    {"abbreviation-before-starter", may_end},
};

}  // namespace

std::span<const Rule> latin_rules() { return kRules; }

}  // namespace muqabala::detail
