#pragma once

#include <vector>

#include "align/bead_costs.h"
#include "align/bead_priors.h"
#include "align/length_cost.h"
#include "align/lexical_cost.h"
#include "align/text_side.h"

namespace muqabala {

/// Everything that the cost of a bead is made of, besides the texts.
struct CostModel {
  LengthModel length;
  BeadPriors priors;
  LiteralityWeights literality;
};

/// The cost of beads of two texts: prior of the shape, length, and words in both directions.
///
///   cost(a-b) = - log prior(a-b) + length cost - sum_j F(T_j | S_span) - sum_i F(S_i | T_span)
///   cost(null) = - log prior, less a bonus at the head and tail of a text, where front and back
///   matter stands: while the other side has not begun, or is finished.
class TextBeadCosts : public BeadCosts {
 public:
  /// Scores the words of all cells of `band`; `source` and `target` must outlive the object.
  TextBeadCosts(const TextSide& source, const TextSide& target, const TranslationTable& table,
                const CostModel& model, const Band& band);

  const std::vector<BeadShape>& shapes() const override { return model_.priors.shapes; }
  void row(std::size_t i, ColumnRange columns, std::size_t shape,
           std::span<float> out) const override;

  /// The cost of the path on which no segment has a counterpart.
  double unpaired_nats() const;

  /// The parts of one bead's cost.
  BeadEvidence evidence(const PathStep& step) const;

 private:
  using Row = Eigen::ArrayXf;

  Row null_row(std::size_t i, ColumnRange columns, BeadShape shape) const;
  Row length_row(std::size_t i, ColumnRange columns, BeadShape shape) const;
  Row words_row(std::size_t i, ColumnRange columns, BeadShape shape) const;

  CostModel model_;
  std::size_t source_count_;
  std::size_t target_count_;
  std::vector<float> log_prior_;
  std::vector<RunLengths> source_runs_;  ///< by length of the run, from 1
  std::vector<RunLengths> target_runs_;
  CellBand cells_;
  LexicalScores words_;
};

/// The longest runs among `shapes`.
SpanLimits span_limits(const std::vector<BeadShape>& shapes);

}  // namespace muqabala
