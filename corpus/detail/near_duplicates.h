#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/detail/hash_table.h"

namespace muqabala::detail {

/// Remembers pairs and tells of a new one whether it is much like one of them.
class NearDuplicates {
 public:
  /// What stands for a pair: so many values, each the smallest hash of some shingle.
  static constexpr std::size_t kValues = 64;
  using Signature = std::array<std::uint8_t, kValues>;

  /// `similarity` in (0,1]: the Jaccard similarity of shingles from which on two pairs are alike.
  explicit NearDuplicates(double similarity);

  /// Both sides as `fold_letters` gives them. False where a pair like it is remembered; otherwise
  /// it is remembered from now on. O(length), whatever is remembered.
  bool insert(std::string_view source, std::string_view target);

  std::size_t bytes() const;

 private:
  /// A band's hash and the first pair that had it.
  struct Slot {
    std::uint32_t band = 0;
    std::uint32_t pair_plus_1 = 0;
    bool is_free() const { return pair_plus_1 == 0; }
    std::uint64_t hash() const { return band; }
  };

  double similarity_;
  std::size_t rows_;  ///< values in a band
  std::vector<Signature> signatures_;
  HashTable<Slot> bands_;
};

/// How many values to put into a band for pairs of `similarity` to be found with a probability of
/// 0.95 or more.
std::size_t rows_of_bands(double similarity);

}  // namespace muqabala::detail
