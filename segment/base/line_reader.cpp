#include "segment/base/line_reader.h"

#include <algorithm>

namespace muqabala {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 16;

}  // namespace

LineReader::LineReader(const std::string& path, std::size_t limit_bytes)
    : stream_(path), limit_bytes_(limit_bytes) {}

bool LineReader::fill() {
  const std::size_t before = buffer_.size();
  buffer_.resize(before + kChunkBytes);
  const std::size_t got = stream_.read(buffer_.data() + before, kChunkBytes);
  buffer_.resize(before + got);
  at_end_ = got == 0;
  return !at_end_;
}

bool LineReader::has_line() const {
  return at_end_ || stream_.is_packed() || buffer_.find('\n', at_) != buffer_.npos;
}

std::optional<std::string_view> LineReader::next() {
  is_cut_ = false;
  std::size_t dropped = 0;     // bytes of a line that is too long to be held
  std::size_t searched = at_;  // no line end between `at_` and here
  std::size_t end = buffer_.npos;
  while ((end = buffer_.find('\n', searched)) == buffer_.npos && !at_end_) {
    buffer_.erase(0, at_);
    at_ = 0;
    if (buffer_.size() > limit_bytes_) {
      dropped += buffer_.size() - limit_bytes_;
      buffer_.resize(limit_bytes_);
    }
    searched = buffer_.size();
    fill();
  }
  const bool has_end = end != buffer_.npos;
  std::string_view line = std::string_view(buffer_).substr(at_, has_end ? end - at_ : buffer_.npos);
  if (!has_end && line.empty() && dropped == 0) return std::nullopt;
  ++number_;
  offset_bytes_ = next_offset_bytes_;
  next_offset_bytes_ += line.size() + dropped + (has_end ? 1 : 0);
  at_ += line.size() + (has_end ? 1 : 0);
  is_cut_ = dropped > 0 || line.size() > limit_bytes_;
  line = line.substr(0, limit_bytes_);
  if (!is_cut_ && line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace muqabala
