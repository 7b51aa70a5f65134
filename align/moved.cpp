// Moved material: null beads of the two sides that belong together, away from the monotone path.
//
// Each dropped segment looks up the added ones that hold translations of its rarer words, in an
// inverted index, and the few best are scored as a bead would be: length and words against
// unrelated text. Among n candidates chance alone gives a log-likelihood ratio of log n, so a match
// must exceed that by a margin (a Bonferroni bound), and must explain a fair share of both
// segments. The two must be each other's best, by far, also among the segments that are paired: in
// a book that says the same over and over, a dropped sentence always finds its like. Found matches
// grow: the null segments beside them on both sides join as long as they fit, for which a lower
// bound does, since their place is known. Segments dropped and added at the same place are no
// candidates: the search has seen them together and refused. O(words of the null beads) and a
// bounded number of scores for each.

#include "align/moved.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "align/word_links.h"

namespace muqabala {
namespace {

constexpr std::uint32_t kNone = 0xFFFFFFFF;
/// Words of more segments than 2 % say nothing about which one; between these bounds, so that short
/// texts have candidates and long ones take no longer for each segment.
constexpr std::size_t kUsualSegments = 20;
constexpr std::size_t kMostSegments = 200;
/// Candidates that are scored for each segment.
constexpr std::size_t kScored = 3;
/// Words times words of a candidate: beyond, scoring would take longer than aligning.
constexpr std::size_t kMostWordPairs = 250'000;
/// Nats beyond chance that a match must have, and one that continues another.
constexpr double kSeedMargin = 4;
constexpr double kGrowMargin = 1;
/// A match must be better by this than any other segment, so that of two that say much the same,
/// none is called moved.
constexpr double kRivalMargin = 4;
/// The share of both segments' linkable information that must be linked, and how much at least: a
/// heading's two words may match by chance.
constexpr double kLeastShare = 0.35;
constexpr double kLeastLinkedNats = 14;
/// Matches of the same two gaps no farther apart than this are one move.
constexpr std::size_t kReach = 2;

/// Per segment the number of the gap between two pairs that it stands in; kNone for those that have
/// a counterpart.
struct Gaps {
  std::vector<std::uint32_t> source;
  std::vector<std::uint32_t> target;
};

Gaps gaps_of(const SentenceAlignment& alignment, std::size_t sources, std::size_t targets) {
  Gaps gaps{.source = std::vector<std::uint32_t>(sources, kNone),
            .target = std::vector<std::uint32_t>(targets, kNone)};
  std::uint32_t number = 0;
  for (const Bead& bead : alignment.beads) {
    if (!bead.is_null()) {
      ++number;
      continue;
    }
    for (const SourceIndex i : bead.source) gaps.source[i.value()] = number;
    for (const TargetIndex j : bead.target) gaps.target[j.value()] = number;
  }
  return gaps;
}

struct Candidate {
  std::size_t segment = 0;
  double weight = 0;
};

struct Match {
  std::size_t source = 0;
  std::size_t target = 0;
  double score_nats = 0;  ///< log-likelihood ratio against unrelated text
};

/// The segments that hold each type.
using Index = std::unordered_map<std::uint32_t, std::vector<std::size_t>>;

class Finder {
 public:
  Finder(const SentenceAlignment& alignment, const TextSide& source, const TextSide& target,
         const TranslationTable& table, const CostModel& model)
      : source_(source),
        target_(target),
        table_(table),
        model_(model),
        gaps_(gaps_of(alignment, source.size(), target.size())),
        source_frequency_(unigram(source)),
        target_frequency_(unigram(target)),
        moved_to_(source.size(), kNone),
        moved_from_(target.size(), kNone) {}

  std::vector<Move> operator()() {
    const auto count = [](const std::vector<std::uint32_t>& gaps) {
      return gaps.size() - static_cast<std::size_t>(std::count(gaps.begin(), gaps.end(), kNone));
    };
    dropped_ = count(gaps_.source);
    added_ = count(gaps_.target);
    if (dropped_ == 0 || added_ == 0) return {};
    source_index_ = index_of(source_);
    target_index_ = index_of(target_);
    std::vector<Match> seeds = seed();
    std::sort(seeds.begin(), seeds.end(), [](const Match& a, const Match& b) {
      return std::tie(b.score_nats, a.source, a.target) <
             std::tie(a.score_nats, b.source, b.target);
    });
    std::vector<Match> taken;
    for (const Match& match : seeds) {
      if (!take(match)) continue;
      taken.push_back(match);
      grow(match, 1, taken);
      grow(match, -1, taken);
    }
    std::sort(taken.begin(), taken.end(),
              [](const Match& a, const Match& b) { return a.source < b.source; });
    return to_moves(taken);
  }

 private:
  static Index index_of(const TextSide& side) {
    Index index;
    for (std::size_t i = 0; i < side.size(); ++i)
      for (const WordUse& use : side.uses_of(i)) {
        std::vector<std::size_t>& segments = index[use.type];
        if (segments.empty() || segments.back() != i) segments.push_back(i);
      }
    return index;
  }

  /// The best match of each dropped segment, where it is its partner's best as well.
  std::vector<Match> seed() const {
    std::vector<Match> best_of_target(target_.size());
    std::vector<Match> matches;
    for (std::size_t i = 0; i < source_.size(); ++i) {
      if (gaps_.source[i] == kNone) continue;
      std::optional<Match> best;
      const auto is_elsewhere = [&](std::size_t j) {
        return gaps_.target[j] != kNone && gaps_.target[j] != gaps_.source[i];
      };
      for (const std::size_t j : targets_like(i, is_elsewhere)) {
        const std::optional<Match> match = score(i, j);
        if (!match) continue;
        if (!best || match->score_nats > best->score_nats) best = match;
        if (match->score_nats > best_of_target[j].score_nats) best_of_target[j] = *match;
      }
      if (best) matches.push_back(*best);
    }
    const double least = std::log(static_cast<double>(std::max(dropped_, added_))) + kSeedMargin;
    std::erase_if(matches, [&](const Match& match) {
      return match.score_nats < least || best_of_target[match.target].source != match.source ||
             !shares_enough(match) || has_rival(match);
    });
    return matches;
  }

  /// Whether another segment of either side, that has its counterpart already, fits nearly as well:
  /// text that says the same thing over and over.
  bool has_rival(const Match& match) const {
    const double near = match.score_nats - kRivalMargin;
    const auto fits = [near](const std::optional<Match>& rival) {
      return rival && rival->score_nats > near;
    };
    for (const std::size_t j :
         targets_like(match.source, [&](std::size_t j) { return j != match.target; }))
      if (fits(score(match.source, j))) return true;
    for (const std::size_t i :
         sources_like(match.target, [&](std::size_t i) { return i != match.source; }))
      if (fits(score(i, match.target))) return true;
    return false;
  }

  template <class Wanted>
  std::vector<std::size_t> targets_like(std::size_t i, Wanted is_wanted) const {
    return candidates(source_.uses_of(i), target_, table_.target_given_source, target_index_,
                      is_wanted);
  }
  template <class Wanted>
  std::vector<std::size_t> sources_like(std::size_t j, Wanted is_wanted) const {
    return candidates(target_.uses_of(j), source_, table_.source_given_target, source_index_,
                      is_wanted);
  }

  /// The segments of the other side that hold most translations of a segment's rarer words, of
  /// those that are wanted.
  template <class Wanted>
  static std::vector<std::size_t> candidates(std::span<const WordUse> uses, const TextSide& other,
                                             const DirectedTable& other_given_this,
                                             const Index& index, Wanted is_wanted) {
    using Row = Eigen::SparseMatrix<float, Eigen::RowMajor>::InnerIterator;
    const std::size_t most = std::clamp(other.size() / 50, kUsualSegments, kMostSegments);
    std::unordered_map<std::size_t, double> weight;
    std::unordered_set<std::uint32_t> types;
    for (const WordUse& use : uses) {
      if (!types.insert(use.type).second) continue;
      for (Row entry(other_given_this.ratio, use.type); entry; ++entry) {
        if (entry.value() < 2) continue;
        const auto posting = index.find(static_cast<std::uint32_t>(entry.col()));
        if (posting == index.end() || posting->second.size() > most) continue;
        for (const std::size_t j : posting->second)
          if (is_wanted(j)) weight[j] += std::log1p(static_cast<double>(entry.value()));
      }
    }
    std::vector<Candidate> found;
    for (const auto& [j, w] : weight)
      found.push_back({j, w / std::sqrt(static_cast<double>(other.uses_of(j).size()) + 8)});
    const std::size_t kept = std::min(found.size(), kScored);
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                      [](const Candidate& a, const Candidate& b) {
                        return std::tie(b.weight, a.segment) < std::tie(a.weight, b.segment);
                      });
    std::vector<std::size_t> segments;
    for (std::size_t k = 0; k < kept; ++k) segments.push_back(found[k].segment);
    return segments;
  }

  std::optional<Match> score(std::size_t i, std::size_t j) const {
    const std::size_t words = source_.uses_of(i).size() * target_.uses_of(j).size();
    if (words == 0 || words > kMostWordPairs) return std::nullopt;
    const double length = model_.length.cost_nats(static_cast<double>(source_.length_graphemes[i]),
                                                  static_cast<double>(target_.length_graphemes[j]));
    const double there =
        mixed(level_scores(target_, j, source_, i, i + 1, table_.target_given_source),
              model_.literality.target_given_source);
    const double back =
        mixed(level_scores(source_, i, target_, j, j + 1, table_.source_given_target),
              model_.literality.source_given_target);
    return Match{.source = i, .target = j, .score_nats = there + back - length};
  }

  static double mixed(const LevelScores& levels,
                      const std::array<float, kLiteralityLevels>& weights) {
    double sum = 0;
    for (std::size_t k = 0; k < kLiteralityLevels; ++k)
      sum += static_cast<double>(weights[k]) *
             std::exp(static_cast<double>(kWordIndependence) * static_cast<double>(levels[k]));
    return std::log(sum);
  }

  /// Whether the words of both, one for one, explain each other for a fair part.
  bool shares_enough(const Match& match) const {
    std::vector<WordLink> links;
    const SourceIndex s(match.source);
    const TargetIndex t(match.target);
    append_word_links(source_, target_, {s, s + 1}, {t, t + 1}, table_, {}, links);
    std::unordered_set<std::size_t> source_words;
    std::unordered_set<std::size_t> target_words;
    for (const WordLink& link : links) {
      source_words.insert(link.source_word.begin);
      target_words.insert(link.target_word.begin);
    }
    return shares_enough(source_, match.source, source_words, source_frequency_,
                         table_.source_given_target) &&
           shares_enough(target_, match.target, target_words, target_frequency_,
                         table_.target_given_source);
  }

  static bool shares_enough(const TextSide& side, std::size_t segment,
                            const std::unordered_set<std::size_t>& linked_words,
                            const std::vector<float>& frequency, const DirectedTable& table) {
    double linked = 0;
    double linkable = 0;
    for (const WordUse& use : side.uses_of(segment)) {
      if (!table.linkable[use.type]) continue;
      const double information = -std::log(static_cast<double>(frequency[use.type]));
      linkable += information;
      if (linked_words.contains(use.begin_bytes)) linked += information;
    }
    return linked >= kLeastLinkedNats && linked >= kLeastShare * linkable;
  }

  bool take(const Match& match) {
    if (moved_to_[match.source] != kNone || moved_from_[match.target] != kNone) return false;
    moved_to_[match.source] = static_cast<std::uint32_t>(match.target);
    moved_from_[match.target] = static_cast<std::uint32_t>(match.source);
    return true;
  }

  /// Takes the segments after (`step` 1) or before (-1) a match as well, while they fit.
  void grow(Match match, std::ptrdiff_t step, std::vector<Match>& taken) {
    while (true) {
      const std::size_t i = match.source + static_cast<std::size_t>(step);
      const std::size_t j = match.target + static_cast<std::size_t>(step);
      if (i >= source_.size() || j >= target_.size()) return;
      if (gaps_.source[i] != gaps_.source[match.source]) return;
      if (gaps_.target[j] != gaps_.target[match.target]) return;
      const std::optional<Match> next = score(i, j);
      if (!next || next->score_nats < kGrowMargin || !take(*next)) return;
      taken.push_back(*next);
      match = *next;
    }
  }

  /// One move for each run of matches that keeps its order; what stands between two of them, and
  /// has no counterpart either, moved along.
  std::vector<Move> to_moves(const std::vector<Match>& matches) const {
    std::vector<Move> moves;
    for (const Match& match : matches) {
      const SourceIndex s(match.source);
      const TargetIndex t(match.target);
      if (!moves.empty() && continues(moves.back(), match)) {
        moves.back().source.end_index = s + 1;
        moves.back().target.end_index = t + 1;
      } else {
        moves.push_back({.source = {s, s + 1}, .target = {t, t + 1}});
      }
    }
    return moves;
  }

  bool continues(const Move& move, const Match& match) const {
    const std::size_t s = move.source.end_index.value();
    const std::size_t t = move.target.end_index.value();
    if (match.target < t || match.source - s > kReach || match.target - t > kReach) return false;
    if (gaps_.source[s - 1] != gaps_.source[match.source]) return false;
    if (gaps_.target[t - 1] != gaps_.target[match.target]) return false;
    // What stands between them on one side only, or went elsewhere, did not move along.
    if ((match.source == s) != (match.target == t)) return false;
    for (std::size_t j = t; j < match.target; ++j)
      if (moved_from_[j] != kNone) return false;
    return true;
  }

  const TextSide& source_;
  const TextSide& target_;
  const TranslationTable& table_;
  const CostModel& model_;
  Gaps gaps_;
  std::vector<float> source_frequency_;
  std::vector<float> target_frequency_;
  Index source_index_;
  Index target_index_;
  std::size_t dropped_ = 0;
  std::size_t added_ = 0;
  std::vector<std::uint32_t> moved_to_;
  std::vector<std::uint32_t> moved_from_;
};

}  // namespace

std::vector<Move> find_moved(const SentenceAlignment& alignment, const TextSide& source,
                             const TextSide& target, const TranslationTable& table,
                             const CostModel& model) {
  return Finder(alignment, source, target, table, model)();
}

}  // namespace muqabala
