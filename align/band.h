#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace muqabala {

/// A node of the alignment grid: `source` segments and `target` segments have been read.
struct GridNode {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  bool operator==(const GridNode&) const = default;
};

/// The columns of one row of a band, `[begin, end)`.
struct ColumnRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::size_t size() const { return end - begin; }
  bool contains(std::size_t column) const { return begin <= column && column < end; }
};

/// The part of the grid in which the search looks: for every row `i` in `[0, n]` a run of columns
/// in `[0, m]`. Begins and ends never fall from row to row, neighbouring rows share a column, row 0
/// holds column 0 and row n holds column m, so that a path through the band always exists.
class Band {
 public:
  /// The whole grid of `source_count` x `target_count` segments.
  static Band full(std::size_t source_count, std::size_t target_count);

  /// The columns within `rows[i]`, one range a row, widened where needed to make them a band.
  static Band covering(std::vector<ColumnRange> rows, std::size_t target_count);

  /// All nodes at most `half_width` columns or rows away from a path. `path` leads from (0, 0) to
  /// (n, m) in increasing order; between two of its nodes the straight line counts.
  static Band around(const std::vector<GridNode>& path, std::size_t half_width);

  std::size_t source_count() const { return rows_.size() - 1; }
  std::size_t target_count() const { return target_count_; }
  std::size_t node_count() const { return offsets_.back(); }

  ColumnRange row(std::size_t i) const { return rows_[i]; }
  /// Number of the node at row `i`, column `j`, in `[0, node_count())`; the node must be inside.
  std::size_t node(std::size_t i, std::size_t j) const {
    return offsets_[i] + (j - rows_[i].begin);
  }

 private:
  Band(std::vector<ColumnRange> rows, std::size_t target_count);

  std::vector<ColumnRange> rows_;
  std::vector<std::size_t> offsets_;
  std::size_t target_count_;
};

}  // namespace muqabala
