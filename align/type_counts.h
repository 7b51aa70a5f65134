#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "align/text_side.h"

namespace muqabala {

/// A type and how often it stands in a group of segments.
struct TypeCount {
  std::uint32_t type = 0;
  float count = 0;
};

/// The distinct types of groups of segments, sorted by type, with their counts.
class TypeCounts {
 public:
  /// One group a segment.
  static TypeCounts of_segments(const TextSide& side);

  /// Appends the group of segments `[begin, end)`.
  void add_group(const TextSide& side, std::size_t begin, std::size_t end);

  std::size_t size() const { return totals_.size(); }
  std::span<const TypeCount> of(std::size_t group) const& {
    return std::span(counts_).subspan(first_[group], first_[group + 1] - first_[group]);
  }
  /// Words of a group, repetitions counted.
  float total(std::size_t group) const { return totals_[group]; }

  /// All groups one after the other; group g begins at `first(g)`.
  const std::vector<TypeCount>& all() const& { return counts_; }
  std::size_t first(std::size_t group) const { return first_[group]; }

 private:
  std::vector<TypeCount> counts_;
  std::vector<std::size_t> first_{0};
  std::vector<float> totals_;
};

/// A group in which a type stands.
struct Posting {
  std::uint32_t group = 0;
  float count = 0;
};

/// The inverse: for every type the groups that hold it, in order.
class Postings {
 public:
  /// `types`: number of types of the side.
  Postings(const TypeCounts& groups, std::size_t types);

  std::size_t types() const { return first_.size() - 1; }
  std::span<const Posting> of(std::size_t type) const& {
    return std::span(postings_).subspan(first_[type], first_[type + 1] - first_[type]);
  }

 private:
  std::vector<Posting> postings_;
  std::vector<std::size_t> first_;
};

}  // namespace muqabala
