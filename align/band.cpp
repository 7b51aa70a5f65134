#include "align/band.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace muqabala {

Band::Band(std::vector<ColumnRange> rows, std::size_t target_count)
    : rows_(std::move(rows)), target_count_(target_count) {
  offsets_.reserve(rows_.size() + 1);
  offsets_.push_back(0);
  for (const ColumnRange row : rows_) offsets_.push_back(offsets_.back() + row.size());
}

Band Band::full(std::size_t source_count, std::size_t target_count) {
  const ColumnRange all{0, static_cast<std::uint32_t>(target_count + 1)};
  return Band(std::vector<ColumnRange>(source_count + 1, all), target_count);
}

Band Band::covering(std::vector<ColumnRange> rows, std::size_t target_count) {
  assert(!rows.empty());
  const auto columns = static_cast<std::uint32_t>(target_count + 1);
  rows.front().begin = 0;
  rows.back().end = columns;
  for (ColumnRange& row : rows) {
    row.end = std::min(row.end, columns);
    row.begin = std::min(row.begin, row.end == 0 ? 0 : row.end - 1);
    row.end = std::max(row.end, row.begin + 1);
  }
  for (std::size_t i = 1; i < rows.size(); ++i)
    rows[i].end = std::max(rows[i].end, rows[i - 1].end);
  for (std::size_t i = rows.size() - 1; i-- > 0;) {
    rows[i].begin = std::min(rows[i].begin, rows[i + 1].begin);
    rows[i].end = std::max(rows[i].end, rows[i + 1].begin + 1);
  }
  for (std::size_t i = 1; i < rows.size(); ++i)
    rows[i].end = std::max(rows[i].end, rows[i - 1].end);
  return Band(std::move(rows), target_count);
}

Band Band::around(const std::vector<GridNode>& path, std::size_t half_width) {
  assert(path.size() >= 2 || (path.size() == 1 && path.front() == GridNode{}));
  const std::size_t n = path.back().source;
  const std::size_t m = path.back().target;
  const auto width = static_cast<std::uint32_t>(half_width);
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  std::vector<ColumnRange> line(n + 1, ColumnRange{kNone, 0});
  const auto include = [&](std::size_t i, std::uint32_t low, std::uint32_t high) {
    line[i].begin = std::min(line[i].begin, low);
    line[i].end = std::max(line[i].end, high + 1);
  };
  include(path.front().source, path.front().target, path.front().target);
  for (std::size_t k = 1; k < path.size(); ++k) {
    const GridNode from = path[k - 1];
    const GridNode to = path[k];
    const std::size_t rows = to.source - from.source;
    if (rows == 0) include(from.source, from.target, to.target);
    for (std::size_t step = 1; step <= rows; ++step) {
      const auto at = [&](std::size_t s) {
        return from.target + static_cast<std::uint32_t>(
                                 static_cast<std::uint64_t>(to.target - from.target) * s / rows);
      };
      include(from.source + step, at(step - 1), at(step));
    }
  }
  std::vector<ColumnRange> rows(n + 1);
  for (std::size_t i = 0; i <= n; ++i) {
    const ColumnRange above = line[i < half_width ? 0 : i - half_width];
    const ColumnRange below = line[std::min(n, i + half_width)];
    rows[i].begin = std::min(above.begin, line[i].begin < width ? 0 : line[i].begin - width);
    rows[i].end = std::max(below.end, line[i].end + width);
  }
  return covering(std::move(rows), m);
}

}  // namespace muqabala
