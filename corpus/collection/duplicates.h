#pragma once

#include <cstddef>
#include <memory>

#include "corpus/collection/result.h"

namespace muqabala {

struct DuplicateOptions {
  bool exact = true;
  /// Least estimated Jaccard similarity of the shingles of both sides at which two pairs are near
  /// duplicates, in (0,1]; 0 = near duplicates are kept.
  double near_similarity = 0;
};

/// What a pair is that was there before, as `CollectedBead::rejected_by` says it.
inline constexpr const char* kExactDuplicate = "duplicate";
inline constexpr const char* kNearDuplicate = "near-duplicate";

/// Tells which pairs of a collection were there before. Results must come in the order of their
/// numbers; of equal pairs the first stays. Two pairs are equal if both their sides have the same
/// letters and digits (`fold_letters`): case, vowel signs, punctuation and spaces do not count.
class Duplicates {
 public:
  explicit Duplicates(const DuplicateOptions& options);
  ~Duplicates();
  Duplicates(const Duplicates&) = delete;
  Duplicates& operator=(const Duplicates&) = delete;

  /// Marks what no filter rejected but was there before: `rejected_by` becomes `kExactDuplicate` or
  /// `kNearDuplicate`.
  void mark(DocumentResult& result);

  /// Memory that the index takes: 11 to 22 bytes a pair that stays for exact duplicates, about
  /// 200 more for near ones at 0.8 (tests/corpus/collection/duplicates.cpp measures).
  std::size_t bytes() const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

}  // namespace muqabala
