// Names in two scripts, found by their consonants.
//
// Comparing every name with every word of the other side is quadratic, so candidates come from an
// index of consonant classes in which one consonant may be missing (the deletion neighbourhoods of
// spelling correctors); only those are compared by weighted edit distance. Weights and thresholds:
// the fewer consonants a name has, the more alike two must be, and the less they prove.

#include <algorithm>
#include <string>
#include <unordered_map>

#include "align/anchors/anchors.h"
#include "align/anchors/name_skeleton.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

constexpr double kFloor = 0.6;
constexpr double kFullWeight = 2.0;
constexpr std::size_t kLeastConsonants = 2;

/// Words that follow one of these with the rest intact are tried without it: و ف ب ل ك and ال.
constexpr std::string_view kClitics[] = {"",   "و",   "ب",   "ل",  "ف",  "ك",
                                         "ال", "وال", "بال", "لل", "كال"};

double least_similarity(std::size_t consonants) {
  if (consonants <= 2) return 0.94;
  return consonants == 3 ? 0.85 : 0.80;
}

double trust(std::size_t consonants) {
  if (consonants <= 2) return 0.3;
  return consonants == 3 ? 0.7 : 1.0;
}

bool is_cased_script(std::string_view folded_word) {
  const char32_t first = code_point_at(folded_word, 0).value;
  return first < 0x0590;  // Latin, Greek, Cyrillic, Armenian
}

bool is_name(const WordType& type) {
  return type.kind == TokenKind::kWord && is_cased_script(type.surfaces.front()) &&
         type.inner_count > 0 && 2 * type.inner_capitalised >= type.inner_count;
}

/// The class key itself and all keys with one class left out.
std::vector<std::string> neighbourhood(const std::string& classes) {
  std::vector<std::string> keys{classes};
  for (std::size_t k = 0; classes.size() > kLeastConsonants && k < classes.size(); ++k)
    keys.push_back(classes.substr(0, k) + classes.substr(k + 1));
  return keys;
}

struct Name {
  std::uint32_t type;
  std::string skeleton;
};

/// Links names of `cased` with words of `other`; `link` gets the two types in that order.
template <class Link>
void link_names(const TextSide& cased, const TextSide& other, Link link) {
  std::vector<Name> names;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_classes;
  for (std::uint32_t t = 0; t < cased.types.size(); ++t) {
    if (!is_name(cased.types[t])) continue;
    std::string skeleton = name_skeleton(cased.types[t].surfaces.front());
    if (skeleton.size() < kLeastConsonants) continue;
    for (const std::string& key : neighbourhood(skeleton_class(skeleton)))
      by_classes[key].push_back(static_cast<std::uint32_t>(names.size()));
    names.push_back({t, std::move(skeleton)});
  }
  if (names.empty()) return;
  std::unordered_map<std::uint32_t, double> best;  // by number of the name
  for (std::uint32_t o = 0; o < other.types.size(); ++o) {
    const WordType& type = other.types[o];
    if (type.kind != TokenKind::kWord || is_cased_script(type.surfaces.front())) continue;
    best.clear();
    for (const std::string& surface : type.surfaces)
      for (const std::string_view clitic : kClitics) {
        if (!surface.starts_with(clitic)) continue;
        const std::string skeleton = name_skeleton(std::string_view(surface).substr(clitic.size()));
        if (skeleton.size() < kLeastConsonants) continue;
        for (const std::string& key : neighbourhood(skeleton_class(skeleton))) {
          const auto candidates = by_classes.find(key);
          if (candidates == by_classes.end()) continue;
          for (const std::uint32_t n : candidates->second) {
            const std::size_t consonants = std::max(skeleton.size(), names[n].skeleton.size());
            const double likeness = skeleton_similarity(names[n].skeleton, skeleton);
            if (likeness < least_similarity(consonants)) continue;
            const double weight =
                kFullWeight * trust(consonants) * (likeness - kFloor) / (1 - kFloor);
            best[n] = std::max(best[n], weight);
          }
        }
      }
    for (const auto& [n, weight] : best) link(names[n].type, o, static_cast<float>(weight));
  }
}

}  // namespace

void link_transliterated(const TextSide& source, const TextSide& target,
                         std::vector<TypeLink>& links) {
  link_names(target, source, [&](std::uint32_t t, std::uint32_t s, float weight) {
    links.push_back({s, t, weight, LinkOrigin::kTransliteration});
  });
  link_names(source, target, [&](std::uint32_t s, std::uint32_t t, float weight) {
    links.push_back({s, t, weight, LinkOrigin::kTransliteration});
  });
}

}  // namespace muqabala
