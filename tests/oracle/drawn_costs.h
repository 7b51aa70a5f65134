#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "align/bead_costs.h"

namespace muqabala::oracle {

/// Costs drawn from a seed, one for each bead; some beads are forbidden.
class DrawnCosts : public BeadCosts {
 public:
  explicit DrawnCosts(std::uint64_t seed, bool mirrored = false)
      : seed_(seed), mirrored_(mirrored) {}

  const std::vector<BeadShape>& shapes() const override { return shapes_; }

  void row(std::size_t i, ColumnRange columns, std::size_t shape,
           std::span<float> out) const override {
    for (std::size_t k = 0; k < columns.size(); ++k)
      out[k] = cost(i, columns.begin + k, shapes_[shape]);
  }

  float cost(std::size_t i, std::size_t j, BeadShape shape) const {
    const auto [a, b] =
        mirrored_ ? std::pair(shape.target, shape.source) : std::pair(shape.source, shape.target);
    if (mirrored_) std::swap(i, j);
    std::uint64_t x = seed_ ^ (i * 0x9E3779B97F4A7C15ULL) ^ (j * 0xC2B2AE3D27D4EB4FULL) ^
                      (std::uint64_t{a} << 40) ^ (std::uint64_t{b} << 48);
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    x ^= x >> 31;
    const bool is_null = a == 0 || b == 0;
    if (!is_null && x % 7 == 0) return std::numeric_limits<float>::infinity();
    return static_cast<float>(x % 1000) / 100.0F - 4.0F;
  }

 private:
  std::vector<BeadShape> shapes_{{0, 1}, {1, 0}, {1, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}, {3, 1}};
  std::uint64_t seed_;
  bool mirrored_;
};

}  // namespace muqabala::oracle
