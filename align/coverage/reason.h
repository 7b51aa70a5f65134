#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace muqabala {

/// What a reason can say, in a clause each. The words are in `reason.cpp`; the page says them in
/// the language of its reader, by their names (`cli/reports/html/reason.js`).
enum class Wording : std::uint8_t {
  kNoTranslation,  ///< {n}: segments in a row
  kNoOriginal,
  kNothingPaired,
  // How sure the pairs around are ({0}, {1}: in per cent); the count is that of the segments.
  kStartFits,
  kStartDoubtful,
  kEndFits,
  kEndDoubtful,
  kAroundFit,
  kAroundDoubtful,
  kAfterDoubtful,
  kBeforeDoubtful,
  // {0}: how many stand alone on the other side; the count is that of the segments.
  kOneAddedBeside,
  kSomeAddedBeside,
  kOneDroppedBeside,
  kSomeDroppedBeside,
  kFurniture,  ///< {all}: what they look like
  kMoved,
  kNamesDiffer,
  kUnknownName,
  kRepeated,
  kToldAgain,
  // {n} of {0} words, {1} per cent too short.
  kNoneToldAndShort,
  kNoneToldYetLong,
  kFewToldAndShort,
  kFewToldYetLong,
  kValuesDiffer,
  kOtherWeekday,
  kValueMissing,
  kDateMissing,
  kValueExtra,
  kDateExtra,
  kUntranslated,
  kTerm,  ///< {any}: the renderings that the glossary gives
  kPlaceholderOrder,
  // {0} {1}: what the markup is and how it reads.
  kMarkupChanged,
  kMarkupMissing,
  kMarkupExtra,
  kNoMarkup,
  kNewMarkup,
  kCodeLacks,
  kCodeHas,
  kCodeLacksAndHas,
  // Of files, and of what a policy says.
  kFileMissing,
  kFileExtra,
  kOriginalCommitted,
  kOriginalUncommitted,
  kOfThese,
  kTooManyInRow,
  kTooMuchMissing,
};

/// The name of a wording as the page knows it: `no-translation`, `around-fit`, ...
std::string_view name(Wording wording);

/// What fills a place in a wording.
struct ReasonValue {
  enum class Kind : std::uint8_t {
    kQuote,   ///< words of a document or a file's name
    kTerm,    ///< one of our own words, which the page translates: `a menu`, `link`
    kNumber,  ///< digits, with a point where there are decimals
  };

  // NOLINTBEGIN(google-explicit-constructor): lists of values read as what they hold
  ReasonValue(std::string quote) : text(std::move(quote)) {}
  ReasonValue(std::string_view quote) : text(quote) {}
  ReasonValue(std::size_t number) : kind(Kind::kNumber), text(std::to_string(number)) {}
  // NOLINTEND(google-explicit-constructor)
  static ReasonValue term(std::string_view word);
  /// `share` in [0,1], without or with `decimals`.
  static ReasonValue percent(double share, int decimals = 0);

  Kind kind = Kind::kQuote;
  std::string text;
};

struct ReasonClause {
  Wording wording;
  std::vector<ReasonValue> values = {};
  std::size_t count = 1;  ///< `{n}`; chooses the wording's form for one or for many
};

/// Why a finding is thought to be right: the clauses of one sentence.
struct Reason {
  std::vector<ReasonClause> clauses = {};

  bool empty() const { return clauses.empty(); }
  Reason& also(ReasonClause clause) &;
  /// In English, without a stop at the end.
  std::string text() const;
};

/// A reason of one clause.
Reason because(Wording wording, std::vector<ReasonValue> values = {}, std::size_t count = 1);

}  // namespace muqabala
