#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "corpus/collection/result_reader.h"

namespace muqabala {

/// Merges the results of several runs over parts of one collection, as `corpus stream --shard`
/// writes them, into the order of their numbers. Holds a result a file.
class MergedResults {
 public:
  /// Opens all files (`-` is standard input). Throws what `ResultReader` throws.
  explicit MergedResults(const std::vector<std::string>& paths);

  /// The result of the next number; nothing at the end. Throws what `ResultReader` throws, and
  /// `errors::malformed_record` where a number comes twice, or one is in none of the files. That
  /// the last numbers are missing cannot be seen.
  std::optional<ResultLine> next();

 private:
  struct Shard {
    ResultReader reader;
    ResultLine next = {};
  };
  /// A shard that has a result, by the result's number.
  struct Waiting {
    std::size_t number = 0;
    std::size_t shard = 0;
    auto operator<=>(const Waiting&) const = default;
  };
  void read_from(std::size_t shard);

  std::vector<Shard> shards_;
  std::set<Waiting> waiting_;
  std::size_t expected_ = 0;  ///< number
  Place latest_;
};

}  // namespace muqabala
