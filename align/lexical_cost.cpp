#include "align/lexical_cost.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace muqabala {

CellBand::CellBand(const Band& band, SpanLimits limits) : offsets_{0} {
  const std::size_t n = band.source_count();
  const auto m = static_cast<std::uint32_t>(band.target_count());
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t begin = band.row(i < limits.source ? 0 : i + 1 - limits.source).begin;
    const std::uint32_t end = band.row(std::min(n, i + limits.source)).end;
    const ColumnRange row{std::min(begin, m), std::min(end, m)};
    rows_.push_back(row);
    offsets_.push_back(offsets_.back() + row.size());
  }
}

std::vector<ColumnRange> CellBand::rows(std::size_t begin, std::size_t end) const {
  return {rows_.begin() + static_cast<std::ptrdiff_t>(begin),
          rows_.begin() + static_cast<std::ptrdiff_t>(end)};
}

std::vector<ColumnRange> CellBand::columns(std::size_t begin, std::size_t end) const {
  const std::uint32_t first = rows_[begin].begin;
  std::vector<ColumnRange> columns(rows_[end - 1].end - first);
  for (auto i = static_cast<std::uint32_t>(begin); i < end; ++i)
    for (std::uint32_t j = rows_[i].begin; j < rows_[i].end; ++j) {
      ColumnRange& column = columns[j - first];
      if (column.end == 0) column.begin = i;
      column.end = i + 1;
    }
  return columns;
}

LexicalScorer::LexicalScorer(const TextSide& source, const TextSide& target,
                             const TranslationTable& table, const LiteralityWeights& weights,
                             SpanLimits limits, double length_ratio)
    : limits_(limits),
      forwards_(source, target, table.target_given_source, weights.target_given_source,
                limits.source, length_ratio),
      backwards_(target, source, table.source_given_target, weights.source_given_target,
                 limits.target, 1 / length_ratio) {}

LexicalScores LexicalScorer::score(const CellBand& cells, std::size_t begin, std::size_t end) {
  constexpr float kNever = -std::numeric_limits<float>::infinity();
  LexicalScores scores;
  scores.first_cell = cells.first(begin);
  const auto size = static_cast<Eigen::Index>(cells.first(end) - cells.first(begin));
  scores.target_given_source.resize(size, static_cast<Eigen::Index>(limits_.source));
  scores.source_given_target.setConstant(size, static_cast<Eigen::Index>(limits_.target), kNever);
  if (size == 0) return scores;

  forwards_.look_at(begin, cells.rows(begin, end));
  for (std::size_t i = begin; i < end; ++i) {
    const auto values = forwards_.score_runs(i);
    scores.target_given_source.middleRows(
        static_cast<Eigen::Index>(cells.first(i) - scores.first_cell), values.rows()) = values;
  }

  const std::size_t first = cells.row(begin).begin;
  const std::vector<ColumnRange> columns = cells.columns(begin, end);
  backwards_.look_at(first, columns);
  for (std::size_t k = 0; k < columns.size(); ++k) {
    const auto values = backwards_.score_runs(first + k);
    for (std::uint32_t i = columns[k].begin; i < columns[k].end; ++i)
      scores.source_given_target.row(
          static_cast<Eigen::Index>(cells.cell(i, first + k) - scores.first_cell)) =
          values.row(static_cast<Eigen::Index>(i - columns[k].begin));
  }
  return scores;
}

LevelScores level_scores(const TextSide& told, std::size_t segment, const TextSide& given,
                         std::size_t given_begin, std::size_t given_end,
                         const DirectedTable& table) {
  LevelScores scores{};
  std::size_t words = 0;
  for (std::size_t g = given_begin; g < given_end; ++g) words += given.uses_of(g).size();
  for (const WordUse& y : told.uses_of(segment)) {
    if (!table.linkable[y.type]) continue;
    float mass = 0;
    for (std::size_t g = given_begin; g < given_end; ++g)
      for (const WordUse& x : given.uses_of(g)) mass += table.ratio.coeff(x.type, y.type);
    const float explained = words > 0 ? mass / static_cast<float>(words) : 0;
    for (std::size_t k = 0; k < kLiteralityLevels; ++k) {
      const float drawn = (1 - table.background[y.type]) * kLiterality[k];
      scores[k] += std::min(kMaxWordScore, std::log(1 - drawn + drawn * explained));
    }
  }
  return scores;
}

}  // namespace muqabala
