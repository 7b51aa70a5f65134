// What the marks at the edges of segments tell of where beads begin and end.
//
// A translator seldom keeps a sentence's commas, but what ends with a colon or begins with a number
// or a dash does so in most translations; and a segment that ends with a semicolon, or begins with
// a small letter, mostly goes on in the next. For a bead whose sides begin with s and t, and
// likewise for its ends and for the boundaries that it covers on one side,
//   nats = log p(s, t | begin of a bead) - log p(s) - log p(t),   nats = log p(s | inside) - log
//   p(s)
// where p(s) is a side's share of segments of that kind. p(.|.) is counted over trusted beads and
// drawn, as by 20 more of them, towards texts half of whose beads keep their edges. So customs that
// differ are learned, and where marks tell nothing they count for nothing.
//
// Simard and Plamondon (1998), "Bilingual Sentence Alignment: Balancing Robustness and Accuracy",
// took punctuation for cognates; here each side may have its own. As of words, only part of the
// evidence counts, for it is not independent of the rest.

#include "align/edge_cost.h"

#include <cmath>

#include "align/direction_scorer.h"

namespace muqabala {
namespace {

using Kinds = EdgeModel::Kinds;
using Pairs = EdgeModel::Pairs;

constexpr float kPseudoBeads = 20;
constexpr float kKeptEdges = 0.5F;
/// Keeps kinds from having no share at all.
constexpr float kPseudoSegments = 0.1F;
/// No edge may decide: exp(3) is about 20 times likelier than chance.
constexpr float kMaxEdgeScore = 3;

Eigen::Index kind(SegmentBegin begin) { return static_cast<Eigen::Index>(begin); }
Eigen::Index kind(SegmentEnd end) { return static_cast<Eigen::Index>(end); }

struct Shares {
  Kinds begins = Kinds::Constant(kPseudoSegments);
  Kinds ends = Kinds::Constant(kPseudoSegments);
};

Shares shares_of(const TextSide& side) {
  Shares shares;
  for (const SegmentEdges edges : side.edges) {
    shares.begins[kind(edges.begin)] += 1;
    shares.ends[kind(edges.end)] += 1;
  }
  shares.begins /= shares.begins.sum();
  shares.ends /= shares.ends.sum();
  return shares;
}

/// Counts to begin with.
Pairs first_pairs(const Kinds& source, const Kinds& target) {
  Pairs counts = (1 - kKeptEdges) * (source.matrix() * target.matrix().transpose()).array();
  counts.matrix().diagonal() += (kKeptEdges / 2 * (source + target)).matrix();
  return kPseudoBeads * counts;
}

template <class Counts>
Counts nats(const Counts& counts, const Counts& by_chance) {
  const Counts ratio = (counts / counts.sum() / by_chance).log();
  return kWordIndependence * ratio.max(-kMaxEdgeScore).min(kMaxEdgeScore);
}

Pairs pair_nats(const Pairs& counts, const Kinds& source, const Kinds& target) {
  return nats<Pairs>(counts, (source.matrix() * target.matrix().transpose()).array());
}

/// Counts the boundaries between the segments of one side of a bead.
template <class Range>
void count_inside(const TextSide& side, const Range& range, Shares& counts) {
  const std::size_t end = range.end_index.value();
  for (std::size_t i = range.begin_index.value(); i + 1 < end; ++i) {
    counts.ends[kind(side.edges[i].end)] += 1;
    counts.begins[kind(side.edges[i + 1].begin)] += 1;
  }
}

EdgeModel::Inside inside_nats(const Shares& counts, const Shares& shares) {
  return {.ends = nats<Kinds>(counts.ends, shares.ends),
          .begins = nats<Kinds>(counts.begins, shares.begins)};
}

Eigen::ArrayXd inside_sums(const TextSide& side, const EdgeModel::Inside& inside) {
  Eigen::ArrayXd sums = Eigen::ArrayXd::Zero(static_cast<Eigen::Index>(side.size()));
  for (std::size_t i = 1; i < side.size(); ++i) {
    const auto at = static_cast<Eigen::Index>(i);
    const float here =
        inside.ends[kind(side.edges[i - 1].end)] + inside.begins[kind(side.edges[i].begin)];
    sums[at] = sums[at - 1] + static_cast<double>(here);
  }
  return sums;
}

}  // namespace

EdgeModel estimate_edge_model(const std::vector<SegmentPair>& beads, const TextSide& source,
                              const TextSide& target) {
  const Shares from = shares_of(source);
  const Shares to = shares_of(target);
  Pairs begins = first_pairs(from.begins, to.begins);
  Pairs ends = first_pairs(from.ends, to.ends);
  Shares inside_source{.begins = kPseudoBeads * from.begins, .ends = kPseudoBeads * from.ends};
  Shares inside_target{.begins = kPseudoBeads * to.begins, .ends = kPseudoBeads * to.ends};
  for (const SegmentPair& bead : beads) {
    begins(kind(source.edges[bead.source.begin_index.value()].begin),
           kind(target.edges[bead.target.begin_index.value()].begin)) += 1;
    ends(kind(source.edges[bead.source.end_index.value() - 1].end),
         kind(target.edges[bead.target.end_index.value() - 1].end)) += 1;
    count_inside(source, bead.source, inside_source);
    count_inside(target, bead.target, inside_target);
  }
  return {.begins = pair_nats(begins, from.begins, to.begins),
          .ends = pair_nats(ends, from.ends, to.ends),
          .source = inside_nats(inside_source, from),
          .target = inside_nats(inside_target, to)};
}

EdgeScores::EdgeScores(const TextSide& source, const TextSide& target, const EdgeModel& model)
    : source_(source),
      source_inside_(inside_sums(source, model.source)),
      target_inside_(inside_sums(target, model.target)) {
  for (std::size_t s = 0; s < kEdgeKinds; ++s) {
    const auto row = static_cast<Eigen::Index>(s);
    begins_[s].setZero(static_cast<Eigen::Index>(target.size()));
    ends_[s].setZero(static_cast<Eigen::Index>(target.size()));
    for (std::size_t j = 0; j < target.size(); ++j) {
      if (target.is_expected_alone(j)) continue;
      const auto at = static_cast<Eigen::Index>(j);
      begins_[s][at] = model.begins(row, kind(target.edges[j].begin));
      ends_[s][at] = model.ends(row, kind(target.edges[j].end));
    }
  }
}

void EdgeScores::add_row(std::size_t i, ColumnRange columns, BeadShape shape,
                         std::span<float> nats) const {
  const auto width = static_cast<Eigen::Index>(columns.size());
  const auto first = static_cast<Eigen::Index>(columns.begin);
  const auto last = first + shape.target - 1;
  const auto above = static_cast<Eigen::Index>(i);
  const auto below = above + shape.source - 1;
  Eigen::Map<Row> result(nats.data(), width);
  result += (target_inside_.segment(last, width) - target_inside_.segment(first, width) +
             (source_inside_[below] - source_inside_[above]))
                .cast<float>();
  if (!source_.is_expected_alone(i))
    result += begins_[static_cast<std::size_t>(source_.edges[i].begin)].segment(first, width);
  const std::size_t end = i + shape.source - 1;
  if (!source_.is_expected_alone(end))
    result += ends_[static_cast<std::size_t>(source_.edges[end].end)].segment(last, width);
}

}  // namespace muqabala
