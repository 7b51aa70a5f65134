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

/// Tells which pairs of a collection were there before. Results must come in the order of their
/// numbers; of equal pairs the first stays.
class Duplicates {
 public:
  explicit Duplicates(const DuplicateOptions& options);
  ~Duplicates();
  Duplicates(const Duplicates&) = delete;
  Duplicates& operator=(const Duplicates&) = delete;

  /// Marks what no filter rejected but was there before: `rejected_by` becomes `duplicate` or
  /// `near-duplicate`.
  void mark(DocumentResult& result);

  /// Memory that the index takes.
  std::size_t bytes() const;

 private:
  struct Index;
  std::unique_ptr<Index> index_;
};

}  // namespace muqabala
