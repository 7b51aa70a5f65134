#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "segment/base/byte_stream.h"

namespace muqabala {

/// The lines of a file one by one, in memory that grows with the longest line alone.
class LineReader {
 public:
  /// No line longer than `limit_bytes` is held.
  LineReader(const std::string& path, std::size_t limit_bytes);

  /// The next line without its line end (LF or CRLF); nothing at the end of the file. Good until
  /// the next call. A line beyond the limit comes cut off, and `is_cut` says so. Throws
  /// `errors::unreadable`.
  std::optional<std::string_view> next();

  std::size_t number() const { return number_; }              ///< of the last line, 1-based
  std::size_t offset_bytes() const { return offset_bytes_; }  ///< where the last line begins
  bool is_cut() const { return is_cut_; }

  /// Whether `next` should be asked: it will have something to say without waiting, or nothing else
  /// can tell whether it will.
  bool has_line() const;
  const ByteStream& stream() const { return stream_; }

 private:
  bool fill();

  ByteStream stream_;
  std::size_t limit_bytes_;
  std::string buffer_;
  std::size_t at_ = 0;  ///< in `buffer_`: where the next line begins
  bool at_end_ = false;
  std::size_t number_ = 0;
  std::size_t offset_bytes_ = 0;
  std::size_t next_offset_bytes_ = 0;
  bool is_cut_ = false;
};

}  // namespace muqabala
