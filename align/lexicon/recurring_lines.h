#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace muqabala {

/// What a line is known by when it comes again: a hash of its letters and marks (`fold_letters`),
/// every number as 0, so that `3 min read` is `7 min read`. 0 for a line without text.
std::uint64_t line_key(std::string_view text);

/// True for the segments of a document that recurring lines are looked for among: those near its
/// ends, where what a page prints around its text stands, all of a document of up to 400. So books
/// count no more than a few articles.
bool may_recur(std::size_t segment, std::size_t segments);

/// A line of many documents.
struct RecurringLine {
  std::uint64_t key = 0;
  /// By how much it is likelier than another line to have no counterpart; more than 0.
  float alone_nats = 0;
  std::uint32_t unused = 0;  ///< so that a stored line has no byte without a value
  bool operator==(const RecurringLine&) const = default;
};

/// `RecurringLine::alone_nats` of the line with that key; 0 where it is not among `lines`, which
/// are sorted by their keys.
float alone_nats(std::span<const RecurringLine> lines, std::uint64_t key);

}  // namespace muqabala
