#include "corpus/collection/merged_results.h"

#include <fmt/format.h>

#include <utility>

#include "segment/base/error.h"

namespace muqabala {

MergedResults::MergedResults(const std::vector<std::string>& paths) {
  shards_.reserve(paths.size());
  for (const std::string& path : paths) shards_.push_back({.reader = ResultReader(path)});
  for (std::size_t shard = 0; shard < shards_.size(); ++shard) read_from(shard);
}

void MergedResults::read_from(std::size_t shard) {
  auto next = shards_[shard].reader.next();
  if (!next) return;
  shards_[shard].next = std::move(*next);
  waiting_.insert({shards_[shard].next.result.number, shard});
}

std::optional<ResultLine> MergedResults::next() {
  if (waiting_.empty()) return std::nullopt;
  const auto [number, shard] = *waiting_.begin();
  waiting_.erase(waiting_.begin());
  ResultLine line = std::move(shards_[shard].next);
  if (number > expected_)
    throw errors::malformed_record(
        line.where,
        fmt::format("is number {}, but number {} has not come: it is in none of the files, or they "
                    "are not in order; give all shards of a run that came to its end",
                    number, expected_));
  if (number < expected_)
    throw errors::malformed_record(
        line.where,
        fmt::format("number {} is in {}, too; give each shard once", number, to_string(latest_)));
  expected_ = number + 1;
  latest_ = line.where;
  read_from(shard);
  return line;
}

}  // namespace muqabala
