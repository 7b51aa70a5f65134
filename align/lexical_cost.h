#pragma once

#include <Eigen/Core>
#include <array>
#include <cstddef>
#include <vector>

#include "align/band.h"
#include "align/direction_scorer.h"
#include "align/text_side.h"
#include "align/translation_table.h"

namespace muqabala {

/// How common each level is, per direction; each sums to 1. The defaults are tuned starting values.
struct LiteralityWeights {
  std::array<float, kLiteralityLevels> target_given_source{0.5F, 0.35F, 0.15F};
  std::array<float, kLiteralityLevels> source_given_target{0.5F, 0.35F, 0.15F};
};

/// The longest runs of segments on each side that a bead may join.
struct SpanLimits {
  std::size_t source = 1;
  std::size_t target = 1;
};

/// The cells of a band: `(i, j)` is source segment i beside target segment j. Holds every cell that
/// a bead inside the band covers, for beads within the span limits.
class CellBand {
 public:
  CellBand(const Band& band, SpanLimits limits);

  std::size_t row_count() const { return rows_.size(); }
  std::size_t size() const { return offsets_.back(); }
  ColumnRange row(std::size_t i) const { return rows_[i]; }
  std::size_t cell(std::size_t i, std::size_t j) const {
    return offsets_[i] + (j - rows_[i].begin);
  }
  /// The first cell of row `i`, which may be one past the last row.
  std::size_t first(std::size_t i) const { return offsets_[i]; }
  /// The rows `[begin, end)`.
  std::vector<ColumnRange> rows(std::size_t begin, std::size_t end) const;
  /// Per target segment, from the first in row `begin` on, which of the rows `[begin, end)` hold
  /// it.
  std::vector<ColumnRange> columns(std::size_t begin, std::size_t end) const;

 private:
  std::vector<ColumnRange> rows_;
  std::vector<std::size_t> offsets_;
};

/// How well the words of single segments are explained by runs of segments of the other side, for
/// some rows of a band, in nats against unrelated text (larger is better). Cells are counted from
/// `first_cell`.
struct LexicalScores {
  std::size_t first_cell = 0;
  /// `(cell(i, j), a - 1)`: target segment j, given source segments `[i, i + a)`.
  Eigen::ArrayXXf target_given_source;
  /// `(cell(i, j), b - 1)`: source segment i, given target segments `[j, j + b)`.
  Eigen::ArrayXXf source_given_target;
};

/// Scores the cells of a band. Runs longer than four are scored only where the lengths allow them
/// at all (`length_ratio` = target characters a source character); the rest is minus infinity.
/// O(cells x spans + links in the band).
class LexicalScorer {
 public:
  /// The texts and the table must outlive the object.
  LexicalScorer(const TextSide& source, const TextSide& target, const TranslationTable& table,
                const LiteralityWeights& weights, SpanLimits limits, double length_ratio);

  /// The scores of the rows `[begin, end)` of a band; `begin` must not go back from call to call.
  LexicalScores score(const CellBand& cells, std::size_t begin, std::size_t end);

 private:
  SpanLimits limits_;
  DirectionScorer forwards_;
  DirectionScorer backwards_;
};

/// Scores of each literality level for one segment given a run of the other side, in nats: the
/// `e_k` of which a `LexicalScores` entry is the log-mixture. For re-estimating the weights.
using LevelScores = std::array<float, kLiteralityLevels>;
LevelScores level_scores(const TextSide& told, std::size_t segment, const TextSide& given,
                         std::size_t given_begin, std::size_t given_end,
                         const DirectedTable& table);

}  // namespace muqabala
