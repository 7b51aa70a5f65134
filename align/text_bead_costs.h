#pragma once

#include <array>
#include <vector>

#include "align/bead_costs.h"
#include "align/bead_priors.h"
#include "align/edge_cost.h"
#include "align/length_cost.h"
#include "align/lexical_cost.h"
#include "align/text_side.h"

namespace muqabala {

/// Everything that the cost of a bead is made of, besides the texts.
struct CostModel {
  LengthModel length;
  BeadPriors priors;
  LiteralityWeights literality;
  EdgeModel edges = {};
};

/// Lexical scores of a band, worked out a block of rows at a time as a search comes down to them,
/// so that what is kept does not grow with the texts.
class ScoredRows {
 public:
  /// `block`: rows scored at once; at least as many as a bead may hold source segments.
  ScoredRows(LexicalScorer scorer, CellBand cells, std::size_t block);

  const CellBand& cells() const& { return cells_; }
  /// The scores of the block that row `i` is in. Those of it and of one neighbour are kept; rows
  /// before these can't be asked for again.
  const LexicalScores& at_row(std::size_t i);

 private:
  LexicalScorer scorer_;
  CellBand cells_;
  std::size_t block_;
  std::size_t scored_ = 0;  ///< blocks so far
  std::array<LexicalScores, 2> kept_;
};

/// How a search will go over the band.
enum class Visits {
  kOnceDown,  ///< once, from the first row to the last
  kAnyOrder,  ///< again and again
};

/// The cost of beads of two texts: prior of the shape, length, words in both directions, and edges.
///
///   cost(a-b) = - log prior(a-b) + length cost - sum_j F(T_j | S_span) - sum_i F(S_i | T_span)
///               - what the edges of segments tell
///   cost(null) = - log prior - `TextSide::alone_nats`, less a bonus at the head and tail of a
///   text, where front and back matter stands: while the other side has not begun, or is finished.
class TextBeadCosts : public BeadCosts {
 public:
  /// `source`, `target` and `table` must outlive the object. With `kAnyOrder` the words of all
  /// cells of `band` are scored at once.
  TextBeadCosts(const TextSide& source, const TextSide& target, const TranslationTable& table,
                const CostModel& model, const Band& band, Visits visits);

  const std::vector<BeadShape>& shapes() const override { return model_.priors.shapes; }
  void row(std::size_t i, ColumnRange columns, std::size_t shape,
           std::span<float> out) const override;

  /// The cost of the path on which no segment has a counterpart.
  double unpaired_nats() const;

  /// The parts of one bead's cost.
  BeadEvidence evidence(const PathStep& step) const;

 private:
  using Row = Eigen::ArrayXf;

  /// A null bead of that shape where front and back matter stands; never less than nothing.
  float edge_null_nats(std::size_t shape) const;
  Row null_row(std::size_t i, ColumnRange columns, std::size_t shape) const;
  void length_row(std::size_t i, ColumnRange columns, BeadShape shape, std::span<float> out) const;
  /// The lexical scores of a row, which stand in `words_of_row_` until the next call.
  Eigen::Map<const Row> weigh_words(std::size_t i, ColumnRange columns, BeadShape shape) const;

  CostModel model_;
  std::size_t source_count_;
  std::size_t target_count_;
  std::vector<float> log_prior_;
  std::vector<RunLengths> source_runs_;  ///< by length of the run, from 1
  std::vector<RunLengths> target_runs_;
  EdgeScores edges_;
  Row source_alone_;  ///< per segment, and 0 behind the last
  Row target_alone_;
  mutable ScoredRows words_;                 ///< scores rows when they are first asked for
  mutable std::vector<float> words_of_row_;  ///< kept from row to row for its memory
};

/// The longest runs among `shapes`.
SpanLimits span_limits(const std::vector<BeadShape>& shapes);

}  // namespace muqabala
