// The words of every reason in one place, as `segment/base/error.cpp` holds those of errors. A
// reason is kept as what it says, not as a sentence, so that it can be told in other languages too.

#include "align/coverage/reason.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace muqabala {
namespace {

/// Places: `{n}` the count; `{0}`, `{1}` a value; `{all}` all values as `a, b and c`; `{any}` the
/// values behind the first as `"b" or "c"`.
struct Words {
  Wording wording;
  std::string_view name;
  std::string_view one;
  std::string_view many = {};  ///< where it differs from `one`
};

constexpr std::array kWords = {
    Words{Wording::kNoTranslation, "no-translation",
          "1 segment has no counterpart in the translation",
          "{n} segments in a row have no counterpart in the translation"},
    Words{Wording::kNoOriginal, "no-original", "1 segment has no counterpart in the original",
          "{n} segments in a row have no counterpart in the original"},
    Words{Wording::kNothingPaired, "nothing-paired", "no segment at all is paired"},
    Words{Wording::kStartFits, "start-fits",
          "at the beginning of the text; the pair after it fits ({0}%)",
          "at the beginning of the text; the pair after them fits ({0}%)"},
    Words{Wording::kStartDoubtful, "start-doubtful",
          "at the beginning of the text; the pair after it is doubtful ({0}%)",
          "at the beginning of the text; the pair after them is doubtful ({0}%)"},
    Words{Wording::kEndFits, "end-fits", "at the end of the text; the pair before it fits ({0}%)",
          "at the end of the text; the pair before them fits ({0}%)"},
    Words{Wording::kEndDoubtful, "end-doubtful",
          "at the end of the text; the pair before it is doubtful ({0}%)",
          "at the end of the text; the pair before them is doubtful ({0}%)"},
    Words{Wording::kAroundFit, "around-fit", "the pairs around it fit without it ({0}% and {1}%)",
          "the pairs around them fit without them ({0}% and {1}%)"},
    Words{Wording::kAroundDoubtful, "around-doubtful",
          "both pairs around it are doubtful ({0}% and {1}%)",
          "both pairs around them are doubtful ({0}% and {1}%)"},
    Words{Wording::kAfterDoubtful, "after-doubtful",
          "the pair after it is doubtful ({0}% and {1}%)",
          "the pair after them is doubtful ({0}% and {1}%)"},
    Words{Wording::kBeforeDoubtful, "before-doubtful",
          "the pair before it is doubtful ({0}% and {1}%)",
          "the pair before them is doubtful ({0}% and {1}%)"},
    Words{Wording::kOneAddedBeside, "one-added-beside",
          "1 segment added at the same place may stand for it",
          "1 segment added at the same place may stand for them"},
    Words{Wording::kSomeAddedBeside, "some-added-beside",
          "{0} segments added at the same place may stand for it",
          "{0} segments added at the same place may stand for them"},
    Words{Wording::kOneDroppedBeside, "one-dropped-beside",
          "1 segment dropped at the same place may stand for it",
          "1 segment dropped at the same place may stand for them"},
    Words{Wording::kSomeDroppedBeside, "some-dropped-beside",
          "{0} segments dropped at the same place may stand for it",
          "{0} segments dropped at the same place may stand for them"},
    Words{Wording::kFurniture, "furniture", "1 segment without a counterpart looks like {all}",
          "{n} segments without a counterpart look like {all}"},
    Words{Wording::kMoved, "moved",
          "1 segment of the original stands in another place of the translation",
          "{n} segments of the original stand in another place of the translation"},
    Words{Wording::kNamesDiffer, "names-differ",
          "the original names \"{0}\" where the translation names \"{1}\""},
    Words{Wording::kUnknownName, "unknown-name",
          "nothing in the original answers to the name \"{0}\""},
    Words{Wording::kRepeated, "repeated",
          "the same words stand earlier in the translation, and the original does not repeat "
          "itself"},
    Words{Wording::kToldAgain, "told-again",
          "tells again what the original says once: {0}% of its words are those of a segment that "
          "is translated beside it"},
    Words{Wording::kNoneToldAndShort, "none-told-and-short",
          "none of these {0} words has a counterpart in the translation, which is {1}% shorter "
          "than the length of the original calls for"},
    Words{Wording::kNoneToldYetLong, "none-told-yet-long",
          "none of these {0} words has a counterpart in the translation, although that is long "
          "enough for the original"},
    Words{Wording::kFewToldAndShort, "few-told-and-short",
          "only 1 of these {0} words has a counterpart in the translation, which is {1}% shorter "
          "than the length of the original calls for",
          "only {n} of these {0} words have a counterpart in the translation, which is {1}% "
          "shorter than the length of the original calls for"},
    Words{Wording::kFewToldYetLong, "few-told-yet-long",
          "only 1 of these {0} words has a counterpart in the translation, although that is long "
          "enough for the original",
          "only {n} of these {0} words have a counterpart in the translation, although that is "
          "long enough for the original"},
    Words{Wording::kValuesDiffer, "values-differ",
          "the original says \"{0}\"; the translation says \"{1}\""},
    Words{Wording::kOtherWeekday, "other-weekday",
          "\"{0}\" in the translation falls on another weekday"},
    Words{Wording::kValueMissing, "value-missing",
          "the original says \"{0}\"; the translation has no such value, here or nearby"},
    Words{Wording::kDateMissing, "date-missing",
          "the original says \"{0}\"; the translation has no such date, here or nearby"},
    Words{Wording::kValueExtra, "value-extra",
          "the translation says \"{0}\"; the original has no such value, here or nearby"},
    Words{Wording::kDateExtra, "date-extra",
          "the translation says \"{0}\"; the original has no such date, here or nearby"},
    Words{Wording::kUntranslated, "untranslated", "a word of the original is left as it is",
          "words of the original are left as they are"},
    Words{Wording::kTerm, "term",
          "the glossary renders \"{0}\" as {any}, which the translation does not hold here"},
    Words{Wording::kPlaceholderOrder, "placeholder-order",
          "the placeholders {0} stand as {1} in the translation, but are filled in their order"},
    Words{Wording::kMarkupChanged, "markup-changed",
          "the {0} {1} of the original is {2} in the translation"},
    Words{Wording::kMarkupMissing, "markup-missing",
          "the {0} {1} of the original is missing in the translation"},
    Words{Wording::kMarkupExtra, "markup-extra",
          "the {0} {1} of the translation is not in the original"},
    Words{Wording::kNoMarkup, "no-markup",
          "the translation has none of the {n} {0} of the original, the first of which is {1}"},
    Words{Wording::kNewMarkup, "new-markup",
          "the original has none of the {n} {0} of the translation, the first of which is {1}"},
    Words{Wording::kCodeLacks, "code-lacks", "the {0} {1} differs: the translation lacks {2}"},
    Words{Wording::kCodeHas, "code-has", "the {0} {1} differs: the translation has {2}"},
    Words{Wording::kCodeLacksAndHas, "code-lacks-and-has",
          "the {0} {1} differs: the translation lacks {2} and has {3}"},
    Words{Wording::kFileMissing, "file-missing",
          "the original has no translation; it would be {0}"},
    Words{Wording::kFileExtra, "file-extra", "the translation has no original; it would be {0}"},
    Words{Wording::kOriginalCommitted, "original-committed",
          "the original was last changed in commit {0}, of which the translation's last, {1}, does "
          "not know"},
    Words{Wording::kOriginalUncommitted, "original-uncommitted",
          "the original has changes that are not committed, the translation has none"},
    Words{Wording::kOfThese, "of-these", "{n} of these:"},
    Words{Wording::kTooManyInRow, "too-many-in-row", "the policy allows no more than {n} in a row"},
    Words{Wording::kTooMuchMissing, "too-much-missing",
          "{0} % of the original is missing in all; the policy allows no more than {1} %"},
};

constexpr bool are_in_order() {
  for (std::size_t i = 0; i < kWords.size(); ++i)
    if (kWords[i].wording != static_cast<Wording>(i)) return false;
  return kWords.back().wording == Wording::kTooMuchMissing;
}
static_assert(are_in_order(), "each wording has its words, in the order of the enumeration");

const Words& words_of(Wording wording) { return kWords.at(static_cast<std::size_t>(wording)); }

std::string joined(const std::vector<ReasonValue>& values, std::size_t first,
                   std::string_view quote, std::string_view last_join) {
  const std::string_view join = quote.empty() ? ", " : last_join;
  std::string list;
  for (std::size_t k = first; k < values.size(); ++k) {
    if (k > first) list += k + 1 == values.size() ? last_join : join;
    list += fmt::format("{0}{1}{0}", quote, values[k].text);
  }
  return list;
}

std::string value_at(const ReasonClause& clause, std::string_view place) {
  if (place == "n") return std::to_string(clause.count);
  if (place == "all") return joined(clause.values, 0, "", " and ");
  if (place == "any") return joined(clause.values, 1, "\"", " or ");
  return clause.values.at(static_cast<std::size_t>(place[0] - '0')).text;
}

std::string text_of(const ReasonClause& clause) {
  const Words& words = words_of(clause.wording);
  std::string_view rest = clause.count == 1 || words.many.empty() ? words.one : words.many;
  std::string text;
  for (std::size_t open = rest.find('{'); open != std::string_view::npos; open = rest.find('{')) {
    const std::size_t close = rest.find('}', open);
    text += rest.substr(0, open);
    text += value_at(clause, rest.substr(open + 1, close - open - 1));
    rest.remove_prefix(close + 1);
  }
  return text.append(rest);
}

}  // namespace

std::string_view name(Wording wording) { return words_of(wording).name; }

ReasonValue ReasonValue::term(std::string_view word) {
  ReasonValue value(word);
  value.kind = Kind::kTerm;
  return value;
}

ReasonValue ReasonValue::percent(double share, int decimals) {
  ReasonValue value(fmt::format("{:.{}f}", 100 * share, decimals));
  value.kind = Kind::kNumber;
  return value;
}

Reason& Reason::also(ReasonClause clause) & {
  clauses.push_back(std::move(clause));
  return *this;
}

std::string Reason::text() const {
  std::string text;
  bool leads_on = false;
  for (const ReasonClause& clause : clauses) {
    if (!text.empty()) text += leads_on ? " " : "; ";
    text += text_of(clause);
    leads_on = clause.wording == Wording::kOfThese;
  }
  return text;
}

Reason because(Wording wording, std::vector<ReasonValue> values, std::size_t count) {
  return {.clauses = {{.wording = wording, .values = std::move(values), .count = count}}};
}

}  // namespace muqabala
