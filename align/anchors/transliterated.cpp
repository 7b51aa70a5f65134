// Names in two scripts, found by their consonants.
//
// Comparing every name with every word of the other side is quadratic, so candidates come from an
// index of consonant classes in which one consonant may be missing (the deletion neighbourhoods of
// spelling correctors); only those are compared by weighted edit distance. Weights and thresholds:
// the fewer consonants a name has, the more alike two must be, and the less they prove.

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "align/anchors/anchors.h"
#include "align/anchors/name_skeleton.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

constexpr double kFloor = 0.6;
constexpr double kFullWeight = 2.0;

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
  for (std::size_t k = 0; classes.size() > kLeastNameConsonants && k < classes.size(); ++k)
    keys.push_back(classes.substr(0, k) + classes.substr(k + 1));
  return keys;
}

/// The names of one side, to be found by the consonants of words in another script.
class NameIndex {
 public:
  struct Match {
    std::uint32_t type = 0;  ///< of the name
    double weight = 0;
  };

  explicit NameIndex(const TextSide& side) {
    for (std::uint32_t t = 0; t < side.types.size(); ++t) {
      if (!is_name(side.types[t])) continue;
      std::string skeleton = name_skeleton(side.types[t].surfaces.front());
      if (skeleton.size() < kLeastNameConsonants) continue;
      for (const std::string& key : neighbourhood(skeleton_class(skeleton)))
        by_classes_[key].push_back(static_cast<std::uint32_t>(names_.size()));
      names_.push_back({.type = t, .skeleton = std::move(skeleton)});
    }
  }

  bool empty() const { return names_.empty(); }

  /// The names that a word with this skeleton may be; each once.
  const std::vector<Match>& matches(const std::string& skeleton) {
    const auto [known, is_new] = matches_.try_emplace(skeleton);
    if (is_new) known->second = compare(skeleton);
    return known->second;
  }

 private:
  struct Name {
    std::uint32_t type = 0;
    std::string skeleton;
    std::size_t compared = 0;  ///< number of the last skeleton that it was compared with
  };

  std::vector<Match> compare(const std::string& skeleton) {
    std::vector<Match> found;
    ++comparisons_;
    for (const std::string& key : neighbourhood(skeleton_class(skeleton))) {
      const auto candidates = by_classes_.find(key);
      if (candidates == by_classes_.end()) continue;
      for (const std::uint32_t n : candidates->second) {
        Name& name = names_[n];
        if (std::exchange(name.compared, comparisons_) == comparisons_) continue;
        const std::size_t consonants = std::max(skeleton.size(), name.skeleton.size());
        const double likeness = skeleton_similarity(name.skeleton, skeleton);
        if (likeness < least_similarity(consonants)) continue;
        found.push_back(
            {.type = name.type,
             .weight = kFullWeight * trust(consonants) * (likeness - kFloor) / (1 - kFloor)});
      }
    }
    return found;
  }

  std::vector<Name> names_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_classes_;
  std::unordered_map<std::string, std::vector<Match>> matches_;  ///< by skeleton
  std::size_t comparisons_ = 0;
};

/// Links names of `cased` with words of `other`; `link` gets the two types in that order.
template <class Link>
void link_names(const TextSide& cased, const TextSide& other, Link link) {
  NameIndex names(cased);
  if (names.empty()) return;
  std::unordered_map<std::uint32_t, double> best;  // by type of the name
  for (std::uint32_t o = 0; o < other.types.size(); ++o) {
    const WordType& type = other.types[o];
    if (type.kind != TokenKind::kWord || is_cased_script(type.surfaces.front())) continue;
    best.clear();
    for (const std::string& skeleton : skeletons_without_clitics(type.surfaces))
      for (const NameIndex::Match& match : names.matches(skeleton))
        best[match.type] = std::max(best[match.type], match.weight);
    for (const auto& [name, weight] : best) link(name, o, static_cast<float>(weight));
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
