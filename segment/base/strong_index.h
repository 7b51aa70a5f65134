#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace muqabala {

/// A 0-based position that cannot be mixed up with one of another kind.
///
/// `StrongIndex<A>` and `StrongIndex<B>` neither convert nor compare; a test proves that swapping
/// the sides of a bead does not compile.
template <class Tag>
class StrongIndex {
 public:
  constexpr StrongIndex() = default;
  constexpr explicit StrongIndex(std::size_t value) : value_(static_cast<std::uint32_t>(value)) {}

  constexpr std::size_t value() const { return value_; }

  constexpr StrongIndex& operator++() {
    ++value_;
    return *this;
  }
  constexpr StrongIndex operator+(std::size_t n) const { return StrongIndex(value_ + n); }
  constexpr StrongIndex operator-(std::size_t n) const { return StrongIndex(value_ - n); }
  constexpr std::size_t operator-(StrongIndex other) const { return value_ - other.value_; }
  constexpr auto operator<=>(const StrongIndex&) const = default;

 private:
  std::uint32_t value_ = 0;
};

/// A half-open run `[begin, end)` of positions of one kind.
template <class Index>
struct IndexRange {
  Index begin_index;
  Index end_index;

  constexpr std::size_t size() const { return end_index - begin_index; }
  constexpr bool empty() const { return begin_index == end_index; }
  constexpr bool contains(Index i) const { return begin_index <= i && i < end_index; }
  constexpr bool operator==(const IndexRange&) const = default;

  class Iterator {
   public:
    constexpr explicit Iterator(Index at) : at_(at) {}
    constexpr Index operator*() const { return at_; }
    constexpr Iterator& operator++() {
      ++at_;
      return *this;
    }
    constexpr bool operator==(const Iterator&) const = default;

   private:
    Index at_;
  };
  constexpr Iterator begin() const { return Iterator(begin_index); }
  constexpr Iterator end() const { return Iterator(end_index); }
};

/// Number of a segment of the original.
using SourceIndex = StrongIndex<struct SourceSide>;
/// Number of a segment of the translation.
using TargetIndex = StrongIndex<struct TargetSide>;
using SourceRange = IndexRange<SourceIndex>;
using TargetRange = IndexRange<TargetIndex>;

}  // namespace muqabala

template <class Tag>
struct std::hash<muqabala::StrongIndex<Tag>> {
  std::size_t operator()(muqabala::StrongIndex<Tag> i) const noexcept { return i.value(); }
};
