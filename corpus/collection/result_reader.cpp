#include "corpus/collection/result_reader.h"

#include <fmt/format.h>

#include <utility>

#include "segment/base/error.h"

namespace muqabala {
namespace {

/// A book of a million segments a side has about 500 MB.
constexpr std::size_t kLongestLineBytes = std::size_t{2} << 30;

}  // namespace

ResultReader::ResultReader(std::string path)
    : path_(std::move(path)), lines_(path_, kLongestLineBytes) {}

std::optional<ResultLine> ResultReader::next() {
  const auto line = lines_.next();
  if (!line) return std::nullopt;
  const Place where{.path = path_, .line = lines_.number(), .offset_bytes = lines_.offset_bytes()};
  if (lines_.is_cut()) throw errors::malformed_record(where, "the line is too long");
  ResultLine next{
      .result = result_of_json(*line, where), .line = std::string(*line), .where = where};
  if (latest_number_ && next.result.number < *latest_number_)
    throw errors::malformed_record(
        where, fmt::format("number {} comes behind number {}; sort the file by number first",
                           next.result.number, *latest_number_));
  latest_number_ = next.result.number;
  return next;
}

}  // namespace muqabala
