// Where in the grid the alignment must run.
//
// Candidate points come from rare words that translate each other; the alignment follows the
// heaviest increasing chain of them (a weighted longest increasing subsequence, by a Fenwick tree
// of prefix maxima), as in Melamed (1999), "Bitext Maps and Alignment via Pattern Recognition",
// Computational Linguistics 25(1): single points may be chance, a chain is not. The dynamic program
// then looks only near the chain. Cost: linear in the texts for translations.

#include "align/anchor_chain.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "align/type_counts.h"

namespace muqabala {
namespace {

/// Grids up to this size are searched whole: a band would save nothing.
constexpr std::size_t kFullGrid = 60'000;
/// What a band may hold at most: some where nothing is known of the way, and for each segment as
/// much as the margins take and a little more. A book of 10,000 segments without any anchor is
/// searched 300 segments each way.
constexpr std::size_t kMostNodes = 6'000'000;
constexpr std::size_t kMostNodesPerSegment = 80;
constexpr std::size_t kCandidatesPerSegment = 8;
constexpr double kRareShare = 0.02;
constexpr std::uint32_t kRareCount = 20;
/// Short segments win by accident; this many words are taken for granted.
constexpr float kLengthPadding = 8.0F;
constexpr std::size_t kNeighbours = 4;
constexpr int kNeededSupport = 2;
constexpr double kSupportDistance = 15;
constexpr double kMargin = 30;
constexpr double kGapShare = 0.15;

float inverse_frequency(std::size_t segments, std::size_t with_type) {
  return std::log(static_cast<float>(segments + 1) / static_cast<float>(with_type));
}

/// Prefix maxima over columns, with the point that reached each.
class PrefixMaxima {
 public:
  struct Best {
    double weight = 0;
    std::int64_t point = -1;
  };

  explicit PrefixMaxima(std::size_t columns) : tree_(columns + 1) {}

  void raise(std::size_t column, Best best) {
    for (std::size_t k = column + 1; k < tree_.size(); k += k & (~k + 1))
      if (best.weight > tree_[k].weight) tree_[k] = best;
  }
  /// Over columns before `column`.
  Best before(std::size_t column) const {
    Best best;
    for (std::size_t k = column; k > 0; k -= k & (~k + 1))
      if (tree_[k].weight > best.weight) best = tree_[k];
    return best;
  }

 private:
  std::vector<Best> tree_;
};

std::vector<AnchorPoint> heaviest_chain(const std::vector<AnchorPoint>& points,
                                        std::size_t target_count) {
  PrefixMaxima maxima(target_count);
  std::vector<PrefixMaxima::Best> best(points.size());
  for (std::size_t k = 0; k < points.size();) {
    std::size_t end = k;
    for (; end < points.size() && points[end].source == points[k].source; ++end) {
      best[end] = maxima.before(points[end].target);
      best[end].weight += static_cast<double>(points[end].weight);
    }
    for (; k < end; ++k)
      maxima.raise(points[k].target, {best[k].weight, static_cast<std::int64_t>(k)});
  }
  std::vector<AnchorPoint> chain;
  for (std::int64_t at = maxima.before(target_count).point; at >= 0;) {
    chain.push_back(points[static_cast<std::size_t>(at)]);
    at = best[static_cast<std::size_t>(at)].point;
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

/// Width of the band at a gap of the chain, each way.
double half_width(const AnchorPoint& from, const AnchorPoint& to, double slope) {
  const double rows = static_cast<double>(to.source) - static_cast<double>(from.source);
  const double columns = static_cast<double>(to.target) - static_cast<double>(from.target);
  return kMargin + kGapShare * std::max(rows, columns) + std::abs(columns - slope * rows);
}

Band band_along(const std::vector<AnchorPoint>& chain, std::size_t n, std::size_t m,
                double width_share) {
  std::vector<AnchorPoint> knots{{0, 0, 0}};
  for (const AnchorPoint& point : chain)
    if (point.source > 0 && point.target > 0) knots.push_back(point);
  knots.push_back({static_cast<std::uint32_t>(n), static_cast<std::uint32_t>(m), 0});
  const double slope = static_cast<double>(m) / static_cast<double>(n);
  std::vector<ColumnRange> rows(n + 1, ColumnRange{static_cast<std::uint32_t>(m), 0});
  for (std::size_t k = 1; k < knots.size(); ++k) {
    const AnchorPoint from = knots[k - 1];
    const AnchorPoint to = knots[k];
    const double width = width_share * half_width(from, to, slope);
    const double steps = std::max(1.0, static_cast<double>(to.source - from.source));
    for (std::uint32_t i = from.source; i <= to.source; ++i) {
      const double share = (i - from.source) / steps;
      const double centre =
          from.target + share * (static_cast<double>(to.target) - static_cast<double>(from.target));
      const double low = std::max(0.0, centre - width);
      const double high = std::min(static_cast<double>(m), centre + width);
      rows[i].begin = std::min(rows[i].begin, static_cast<std::uint32_t>(low));
      rows[i].end = std::max(rows[i].end, static_cast<std::uint32_t>(high) + 1);
    }
  }
  return Band::covering(std::move(rows), m);
}

}  // namespace

std::vector<AnchorPoint> find_candidates(const TextSide& source, const TextSide& target,
                                         const TranslationTable& table) {
  using Row = Eigen::SparseMatrix<float, Eigen::RowMajor>::InnerIterator;
  const Postings in_source(TypeCounts::of_segments(source), source.types.size());
  const Postings in_target(TypeCounts::of_segments(target), target.types.size());
  const std::vector<float> frequency = unigram(target);
  const std::size_t most = std::max<std::size_t>(
      kRareCount, static_cast<std::size_t>(kRareShare * static_cast<double>(target.size())));
  std::vector<float> scores(target.size(), 0.0F);
  std::vector<std::uint32_t> touched;
  std::vector<AnchorPoint> points;
  for (std::uint32_t i = 0; i < source.size(); ++i) {
    touched.clear();
    for (const WordUse& use : source.uses_of(i)) {
      const float rarity = inverse_frequency(source.size(), in_source.of(use.type).size());
      for (Row entry(table.target_given_source.ratio, use.type); entry; ++entry) {
        const auto type = static_cast<std::size_t>(entry.col());
        const std::span<const Posting> where = in_target.of(type);
        if (where.size() > most) continue;
        const float probability = entry.value() * frequency[type];
        const float weight = std::min(1.0F, 2 * probability) * rarity *
                             inverse_frequency(target.size(), where.size());
        for (const Posting& posting : where) {
          if (scores[posting.group] == 0) touched.push_back(posting.group);
          scores[posting.group] += weight;
        }
      }
    }
    std::vector<AnchorPoint> here;
    for (const std::uint32_t j : touched) {
      const auto words = static_cast<float>(target.uses_of(j).size());
      here.push_back({i, j, scores[j] / std::sqrt(words + kLengthPadding)});
      scores[j] = 0;
    }
    const std::size_t kept = std::min(kCandidatesPerSegment, here.size());
    std::partial_sort(here.begin(), here.begin() + static_cast<std::ptrdiff_t>(kept), here.end(),
                      [](const AnchorPoint& a, const AnchorPoint& b) {
                        return a.weight != b.weight ? a.weight > b.weight : a.target < b.target;
                      });
    here.resize(kept);
    float total = 0;
    for (const AnchorPoint& point : here) total += point.weight;
    // A candidate counts by its share among its rivals: many equal ones prove nothing.
    for (AnchorPoint& point : here) point.weight *= point.weight / total;
    points.insert(points.end(), here.begin(), here.end());
  }
  return points;
}

std::vector<AnchorPoint> anchor_chain(const std::vector<AnchorPoint>& candidates,
                                      std::size_t source_count, std::size_t target_count) {
  const std::vector<AnchorPoint> chain = heaviest_chain(candidates, target_count);
  const double slope = static_cast<double>(target_count) / static_cast<double>(source_count);
  std::vector<AnchorPoint> kept;
  for (std::size_t k = 0; k < chain.size(); ++k) {
    int support = 0;
    const std::size_t last = std::min(chain.size() - 1, k + kNeighbours);
    for (std::size_t other = k < kNeighbours ? 0 : k - kNeighbours; other <= last; ++other) {
      if (other == k) continue;
      const double rows = static_cast<double>(chain[other].source) - chain[k].source;
      const double columns = static_cast<double>(chain[other].target) - chain[k].target;
      support += std::abs(columns - slope * rows) < kSupportDistance ? 1 : 0;
    }
    if (support >= kNeededSupport) kept.push_back(chain[k]);
  }
  return kept;
}

Band initial_band(const TextSide& source, const TextSide& target, const TranslationTable& table) {
  const std::size_t n = source.size();
  const std::size_t m = target.size();
  if (n * m <= kFullGrid) return Band::full(n, m);
  const std::vector<AnchorPoint> chain = anchor_chain(find_candidates(source, target, table), n, m);
  double share = 1;
  Band band = band_along(chain, n, m, share);
  const std::size_t most = kMostNodes + kMostNodesPerSegment * std::max(n, m);
  while (band.node_count() > most && share > 1e-3) {
    share *= 0.7;
    band = band_along(chain, n, m, share);
  }
  return band;
}

}  // namespace muqabala
