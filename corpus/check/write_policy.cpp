#include "corpus/check/write_policy.h"

#include <fmt/format.h>

#include <ostream>
#include <string>
#include <string_view>

#include "corpus/check/policy.h"
#include "corpus/check/read_policy.h"

namespace muqabala {
namespace {

std::string_view meaning(FindingKind kind) {
  switch (kind) {
    case FindingKind::kOmission:
      return "sentences of the original that the translation leaves out";
    case FindingKind::kAddition:
      return "sentences of the translation that the original does not have";
    case FindingKind::kPartial:
      return "a part of a translated sentence that is left out";
    case FindingKind::kMoved:
      return "text that stands in another place of the translation";
    case FindingKind::kNumber:
      return "a number that the other side does not have";
    case FindingKind::kDate:
      return "a date that the other side does not have";
    case FindingKind::kName:
      return "a name that the other side does not have";
    case FindingKind::kTerm:
      return "a term that is not rendered as the glossary says";
    case FindingKind::kUntranslated:
      return "text of the original that was left as it is";
    case FindingKind::kDuplicate:
      return "a passage that is translated twice";
    case FindingKind::kMarkup:
      return "links, images, code or placeholders that disagree";
    case FindingKind::kFurniture:
      return "navigation, notices, captions of a page: no fault";
    case FindingKind::kMissingTranslation:
      return "a whole original without a translation";
    case FindingKind::kMissingOriginal:
      return "a whole translation whose original is gone";
    case FindingKind::kOutdated:
      return "an original that was changed after its translation";
  }
  return "";
}

constexpr std::string_view kHead =
    R"(# What 'muqabala check' is to make of its findings. As it stands this file changes nothing: it holds the
# defaults. Change what should be otherwise; what is left out stays as it is.
# Named {0}, it is used in the folder in which it lies; any other is named by --policy FILE.

# Findings of this level or above make the check fail (exit code 1): note, warning or error.
fail-at = "{1}"

# How much each kind of finding matters: error, warning, note, or off (not reported at all).
[levels]
)";

constexpr std::string_view kConfidence =
    R"(
# How sure a finding must be, from 0 to 1, to count as above. Those that are less sure are shown as notes.
# 'default' is for all kinds that are not named.
[confidence]
default = {}
{}# name = 0.9

# What may be missing. A number here makes the check fail when open omissions exceed it, whatever the level
# of omissions (unsure ones aside): with omission = "note" above, a text may be abridged, but not beyond these limits.
[limits]
# missing-share = 0.1   # of the original's characters
# missing-run = 3       # segments in a row
)";

constexpr std::string_view kTail =
    R"(
# What is never to be reported, any number of times. 'pattern' and 'section' are regular expressions (ICU):
# the first is looked for in a segment, the second in the headings under which it stands. 'kind' is one of the
# kinds above. What fits all that is given is left out; every rule says why it is there.
# [[ignore]]
# pattern = '^Subscribe to our newsletter'
# reason = "in every footer"
#
# [[ignore]]
# section = '^Acknowledgements$'
# kind = "omission"
# reason = "for readers of the original only"

# Other settings for some files, any number of times; the last that fits wins. 'path' is that of the original or
# of the translation: * stands for any characters but /, **/ for any folders.
# [[override]]
# path = "blog/**"
# levels.omission = "warning"
# confidence.addition = 0.8
# limits.missing-share = 0.3
)";

}  // namespace

void write_default_policy(std::ostream& out) {
  const Policy policy;
  out << fmt::format(fmt::runtime(kHead), kPolicyName, name(policy.fails_at));
  for (const FindingKind kind : all_finding_kinds()) {
    const std::string setting =
        fmt::format("{} = \"{}\"", name(kind), name(policy.rules.levels[kind]));
    out << fmt::format("{:<32} # {}\n", setting, meaning(kind));
  }
  std::string others;
  for (const FindingKind kind : all_finding_kinds())
    if (const double least = policy.rules.least_confidence[kind]; least != kLeastConfidence)
      others += fmt::format("{} = {}\n", name(kind), least);
  out << fmt::format(fmt::runtime(kConfidence), kLeastConfidence, others) << kTail;
}

}  // namespace muqabala
