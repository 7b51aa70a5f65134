// One full stop behind an Arabic word. There are no capitals: the form of the word is the only
// evidence. Single letters and letters joined by dots abbreviate; whole words end.

#include "segment/detail/decide.h"

namespace muqabala::detail {
namespace {

Opinion goes_on_if(bool condition) { return condition ? Opinion::kGoesOn : Opinion::kNone; }

/// توفي سنة 456 هـ. وترك كتبا: the era closes the year, unless a bracket or dash goes on with it.
Opinion era(const Situation& s) {
  if (!s.before.is_on(WordList::kEra) || s.earlier().digits == 0) return Opinion::kNone;
  const CharClass next = s.candidate.next.kind;
  return next == CharClass::kOpen || next == CharClass::kDash ? Opinion::kGoesOn : Opinion::kEnds;
}

/// على النقطة ب. ثم نرسم; من خط ح ب. وزاوية: the letter is a name behind a noun that has such
/// names, and behind a letter without a stop of its own.
Opinion named_letter(const Situation& s) {
  if (!s.before.is_single_letter()) return Opinion::kNone;
  const Word earlier = s.earlier();
  const bool named =
      earlier.is_on(WordList::kNaming) || (earlier.is_single_letter() && earlier.is_arabic());
  return named ? Opinion::kEnds : Opinion::kNone;
}

Opinion single_letter(const Situation& s) { return goes_on_if(s.before.is_single_letter()); }

Opinion dotted_letters(const Situation& s) { return goes_on_if(s.before.is_dotted()); }

Opinion siglum(const Situation& s) { return goes_on_if(s.before.is_on(WordList::kNever)); }

constexpr Rule kRules[] = {
    {"era", era},
    {"named-letter", named_letter},
    {"letter", single_letter},
    {"letters-joined-by-dots", dotted_letters},
    {"siglum", siglum},
};

}  // namespace

std::span<const Rule> arabic_rules() { return kRules; }

}  // namespace muqabala::detail
