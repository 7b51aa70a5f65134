#include "align/lexicon/cldr_entries.h"

#include <unordered_map>

#include "segment/text/cldr.h"

namespace muqabala {
namespace {

/// Months and numbers are surer than a dictionary's gloss, names of countries as sure.
constexpr float kSureWeight = 2.0F;
constexpr float kPlainWeight = 1.0F;

struct Evidence {
  LinkOrigin origin;
  float weight;
};

Evidence evidence_of(CldrConcept::Kind kind) {
  switch (kind) {
    case CldrConcept::Kind::kMonth:
    case CldrConcept::Kind::kWeekday:
      return {LinkOrigin::kDate, kSureWeight};
    case CldrConcept::Kind::kNumber:
      return {LinkOrigin::kNumber, kSureWeight};
    case CldrConcept::Kind::kTerritory:
    case CldrConcept::Kind::kLanguage:
    case CldrConcept::Kind::kCurrency:
      break;
  }
  return {LinkOrigin::kCldr, kPlainWeight};
}

}  // namespace

std::size_t add_cldr(LexiconBuilder& lexicon, std::string_view source_language,
                     std::string_view target_language) {
  const std::vector<CldrConcept> targets = cldr_concepts(target_language);
  std::unordered_map<std::string, const CldrConcept*> by_id;
  for (const CldrConcept& named : targets) {
    by_id.emplace(named.id, &named);
    if (named.kind == CldrConcept::Kind::kNumber)
      for (const std::string& name : named.names)
        lexicon.add(named.id, name, kSureWeight, LinkOrigin::kNumber);
  }
  std::size_t names = 0;
  for (const CldrConcept& named : cldr_concepts(source_language)) {
    names += named.names.size();
    const Evidence evidence = evidence_of(named.kind);
    if (named.kind == CldrConcept::Kind::kNumber)
      for (const std::string& name : named.names)
        lexicon.add(name, named.id, kSureWeight, LinkOrigin::kNumber);
    const auto other = by_id.find(named.id);
    if (other == by_id.end()) continue;
    for (const std::string& source : named.names)
      for (const std::string& target : other->second->names)
        lexicon.add(source, target, evidence.weight, evidence.origin);
  }
  return names;
}

}  // namespace muqabala
