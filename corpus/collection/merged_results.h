#pragma once

#include <compare>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "corpus/collection/result.h"
#include "segment/base/place.h"

namespace muqabala {

/// A result, and the line of JSON Lines that it was read from.
struct ResultLine {
  DocumentResult result;
  std::string line;  ///< without its line end
  Place where;
};

/// Merges the results of several runs over parts of one collection, as `corpus stream --shard`
/// writes them, into the order of their numbers. Holds a result a file.
class MergedResults {
 public:
  /// Opens all files (`-` is standard input). Throws what `LineReader` throws.
  explicit MergedResults(const std::vector<std::string>& paths);
  ~MergedResults();
  MergedResults(MergedResults&&) noexcept;

  /// The result of the next number; nothing at the end. Throws `errors::malformed_record` where a
  /// line is none, a file is not in order, a number comes twice, or one is in none of the files.
  /// That the last numbers are missing cannot be seen.
  std::optional<ResultLine> next();

 private:
  class Shard;
  struct Waiting {
    std::size_t number = 0;
    std::size_t shard = 0;
    auto operator<=>(const Waiting&) const = default;
  };
  void read_from(std::size_t shard);

  std::vector<Shard> shards_;
  std::set<Waiting> waiting_;  ///< shards that have a line, the smallest number first
  std::size_t expected_ = 0;   ///< number
  Place latest_;
};

}  // namespace muqabala
