#include "align/coverage/finding.h"

#include <algorithm>
#include <array>

namespace muqabala {
namespace {

struct NamedKind {
  FindingKind kind;
  std::string_view name;
};

constexpr std::array kNames = {
    NamedKind{FindingKind::kOmission, "omission"},
    NamedKind{FindingKind::kAddition, "addition"},
    NamedKind{FindingKind::kPartial, "partial"},
    NamedKind{FindingKind::kMoved, "moved"},
    NamedKind{FindingKind::kNumber, "number"},
    NamedKind{FindingKind::kDate, "date"},
    NamedKind{FindingKind::kName, "name"},
    NamedKind{FindingKind::kTerm, "term"},
    NamedKind{FindingKind::kUntranslated, "untranslated"},
    NamedKind{FindingKind::kDuplicate, "duplicate"},
    NamedKind{FindingKind::kMarkup, "markup"},
    NamedKind{FindingKind::kFurniture, "furniture"},
    NamedKind{FindingKind::kMissingTranslation, "missing-translation"},
    NamedKind{FindingKind::kMissingOriginal, "missing-original"},
    NamedKind{FindingKind::kOutdated, "outdated"},
};

}  // namespace

std::string_view name(FindingKind kind) { return kNames[static_cast<std::size_t>(kind)].name; }

std::optional<FindingKind> finding_kind(std::string_view name) {
  const auto found = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const NamedKind& k) { return k.name == name; });
  if (found == kNames.end()) return std::nullopt;
  return found->kind;
}

const std::vector<FindingKind>& all_finding_kinds() {
  static const std::vector<FindingKind> kinds = [] {
    std::vector<FindingKind> all;
    for (const NamedKind& named : kNames) all.push_back(named.kind);
    return all;
  }();
  return kinds;
}

}  // namespace muqabala
