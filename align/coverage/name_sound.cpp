#include "align/coverage/name_sound.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "align/anchors/name_skeleton.h"

namespace muqabala {
namespace {

/// Words that a name may be written in.
constexpr std::size_t kMostJoined = 5;
/// Skeletons that differ by more consonants are not compared.
constexpr std::size_t kMostMissing = 2;
/// Joined words have more chances to be alike.
constexpr double kJoined = 0.9;
constexpr std::size_t kLeastJoined = 3;
constexpr std::size_t kShortForm = 3;
/// So many consonants are words between which a blank was forgotten.
constexpr std::size_t kWrittenTogether = 7;
constexpr double kShortFormLikeness = 0.8;

/// Arabic writes the sound of "ch" with two letters, which Latin reads as one.
std::string with_ch(const std::string& skeleton) {
  std::string result;
  for (std::size_t at = 0; at < skeleton.size(); ++at) {
    const bool is_ch = skeleton.compare(at, 2, "tS") == 0;
    result += is_ch ? 'C' : skeleton[at];
    at += is_ch ? 1 : 0;
  }
  return result;
}

}  // namespace

WordSound sound_of(const TextSide& side, std::span<const WordUse> uses) {
  WordSound sound;
  if (uses.empty() || side.types[uses[0].type].kind != TokenKind::kWord) return sound;
  sound.skeletons = skeletons_without_clitics(side.types[uses[0].type].surfaces);
  for (std::string& skeleton : sound.skeletons) skeleton = with_ch(skeleton);
  std::vector<std::string> joined =
      skeletons_without_clitics({side.types[uses[0].type].surfaces[0]});
  if (joined.empty()) joined.push_back(name_skeleton(side.types[uses[0].type].surfaces[0]));
  for (std::size_t k = 1; k < std::min(kMostJoined, uses.size()); ++k) {
    const WordType& next = side.types[uses[k].type];
    if (next.kind != TokenKind::kWord) break;
    const std::string tail = name_skeleton(next.surfaces[0]);
    for (std::string& front : joined) {
      front += tail;
      sound.joined.push_back(with_ch(front));
    }
  }
  return sound;
}

double sound_similarity(const WordSound& a, const WordSound& b) {
  double best = 0;
  const auto compare = [&](const std::vector<std::string>& xs, const std::vector<std::string>& ys,
                           double weight, std::size_t least) {
    for (const std::string& x : xs)
      for (const std::string& y : ys) {
        const auto [shorter, longer] = std::minmax({x.size(), y.size()});
        if (shorter + kMostMissing < longer || shorter < least) continue;
        best = std::max(best, weight * skeleton_similarity(x, y));
      }
  };
  compare(a.skeletons, b.skeletons, 1, kLeastNameConsonants);
  compare(a.joined, b.skeletons, kJoined, kLeastJoined);
  compare(a.skeletons, b.joined, kJoined, kLeastJoined);
  for (const std::string& x : a.skeletons)
    for (const std::string& y : b.skeletons) {
      const auto [shorter, longer] = x.size() < y.size()
                                         ? std::pair<const std::string&, const std::string&>(x, y)
                                         : std::pair<const std::string&, const std::string&>(y, x);
      if (shorter.size() < kShortForm) continue;
      const bool is_part = longer.size() >= kWrittenTogether
                               ? longer.find(shorter) != std::string::npos
                               : longer.starts_with(shorter);
      if (is_part) best = std::max(best, kShortFormLikeness);
    }
  return best;
}

}  // namespace muqabala
