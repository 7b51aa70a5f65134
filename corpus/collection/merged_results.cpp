#include "corpus/collection/merged_results.h"

#include <fmt/format.h>

#include <utility>

#include "segment/base/error.h"
#include "segment/base/line_reader.h"

namespace muqabala {
namespace {

/// A book of a million segments a side has about 500 MB.
constexpr std::size_t kLongestLineBytes = std::size_t{2} << 30;

}  // namespace

/// A file of results, and the one that comes next.
class MergedResults::Shard {
 public:
  explicit Shard(std::string path) : path_(std::move(path)), lines_(path_, kLongestLineBytes) {}

  /// False at the end.
  bool read() {
    const auto line = lines_.next();
    if (!line) return false;
    const Place where{
        .path = path_, .line = lines_.number(), .offset_bytes = lines_.offset_bytes()};
    if (lines_.is_cut()) throw errors::malformed_record(where, "the line is too long");
    ResultLine next{
        .result = result_of_json(*line, where), .line = std::string(*line), .where = where};
    if (has_read_ && next.result.number < latest_number_)
      throw errors::malformed_record(
          where, fmt::format("number {} comes behind number {}; sort the file by number first",
                             next.result.number, latest_number_));
    latest_number_ = next.result.number;
    has_read_ = true;
    next_ = std::move(next);
    return true;
  }

  std::size_t number() const { return latest_number_; }
  ResultLine take() { return std::move(next_); }

 private:
  std::string path_;
  LineReader lines_;
  ResultLine next_ = {};
  std::size_t latest_number_ = 0;
  bool has_read_ = false;
};

MergedResults::MergedResults(const std::vector<std::string>& paths) {
  shards_.reserve(paths.size());
  for (const std::string& path : paths) shards_.emplace_back(path);
  for (std::size_t shard = 0; shard < shards_.size(); ++shard) read_from(shard);
}

MergedResults::~MergedResults() = default;
MergedResults::MergedResults(MergedResults&&) noexcept = default;

void MergedResults::read_from(std::size_t shard) {
  if (shards_[shard].read()) waiting_.insert({shards_[shard].number(), shard});
}

std::optional<ResultLine> MergedResults::next() {
  if (waiting_.empty()) return std::nullopt;
  const std::size_t shard = waiting_.begin()->shard;
  waiting_.erase(waiting_.begin());
  ResultLine line = shards_[shard].take();
  const std::size_t number = line.result.number;
  if (number > expected_)
    throw errors::malformed_record(
        line.where,
        fmt::format("is number {}, but number {} is in none of the files; give all shards of a "
                    "run that came to its end",
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
