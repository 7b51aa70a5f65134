#include "cli/reports/check_kinds.h"

#include <array>

namespace muqabala::cli {
namespace {

struct NamedKind {
  FindingKind kind;
  KindWords words;
};

/// In the order of the enumeration.
constexpr std::array kWords = {
    NamedKind{
        FindingKind::kOmission,
        {"Omission", "Sentences of the original have no counterpart in the translation.",
         "Translate them where they would stand, or accept the finding if they were left out on "
         "purpose."}},
    NamedKind{
        FindingKind::kAddition,
        {"Addition", "Sentences of the translation have no counterpart in the original.",
         "Remove them or add them to the original, or accept the finding if they were added on "
         "purpose."}},
    NamedKind{FindingKind::kPartial,
              {"Partial omission",
               "Part of a sentence of the original has no counterpart in its translation.",
               "Compare the two sentences and translate what is missing."}},
    NamedKind{
        FindingKind::kMoved,
        {"Moved text", "A passage stands in another place of the translation than in the original.",
         "Move it back, or accept the finding if the order was changed on purpose."}},
    NamedKind{FindingKind::kNumber,
              {"Number", "A number on one side is not in the sentence that translates it.",
               "Compare the numbers of the two sentences."}},
    NamedKind{FindingKind::kDate,
              {"Date", "A date on one side is not in the sentence that translates it.",
               "Compare the dates of the two sentences, their calendars too."}},
    NamedKind{FindingKind::kName,
              {"Name", "A name on one side is not in the sentence that translates it.",
               "See whether the name was left out, or stands there for somebody else."}},
    NamedKind{FindingKind::kTerm,
              {"Term", "A term of the glossary is not translated as the glossary says.",
               "Use the glossary's rendering, or add the one that was used to the glossary."}},
    NamedKind{
        FindingKind::kUntranslated,
        {"Untranslated text", "Text of the original was left in its language in the translation.",
         "Translate it, or accept the finding if it is quoted on purpose."}},
    NamedKind{FindingKind::kDuplicate,
              {"Duplicate", "A passage of the original is translated twice.",
               "Remove one of the two translations."}},
    NamedKind{FindingKind::kMarkup,
              {"Markup", "Links, images, code or placeholders of the two sides disagree.",
               "Make the markup of the translation that of the original."}},
    NamedKind{
        FindingKind::kFurniture,
        {"Page furniture",
         "Text around the translation, such as navigation or notices, has no counterpart in the "
         "original.",
         "Nothing, where it belongs to the page; else remove it."}},
    NamedKind{FindingKind::kMissingTranslation,
              {"Missing translation", "A document has no translation.",
               "Translate it, or leave it out of the map of files."}},
    NamedKind{FindingKind::kMissingOriginal,
              {"Missing original", "A translation's original is gone.",
               "Remove the translation, or mend the map of files if the original has a new name."}},
    NamedKind{FindingKind::kOutdated,
              {"Outdated translation", "The original was changed after its translation.",
               "Bring the translation up to date with what was changed."}},
};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < kWords.size(); ++i)
    if (kWords[i].kind != static_cast<FindingKind>(i)) return false;
  return true;
}
static_assert(is_in_order());

}  // namespace

const KindWords& words_of(FindingKind kind) {
  return kWords.at(static_cast<std::size_t>(kind)).words;
}

}  // namespace muqabala::cli
