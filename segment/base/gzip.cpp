#include "segment/base/gzip.h"

#include <zlib.h>

#include <algorithm>

#include "segment/base/error.h"

namespace muqabala {
namespace {

/// 15 bits of window, and 16 for the gzip header (zlib.h, inflateInit2).
constexpr int kGzipWindow = 15 + 16;
constexpr std::size_t kChunkBytes = std::size_t{1} << 18;
constexpr std::size_t kMostInputBytes = std::size_t{1} << 30;

class Inflater {
 public:
  Inflater() { ::inflateInit2(&stream_, kGzipWindow); }
  ~Inflater() { ::inflateEnd(&stream_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  z_stream& operator*() { return stream_; }

 private:
  z_stream stream_{};
};

}  // namespace

std::string gunzip(std::string_view bytes, const std::string& path, std::size_t limit_bytes) {
  if (bytes.size() > kMostInputBytes) throw errors::too_large(path, bytes.size(), kMostInputBytes);
  std::string input(bytes);
  Inflater inflater;
  z_stream& stream = *inflater;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  std::string output;
  for (;;) {
    const std::size_t before = output.size();
    output.resize(before + kChunkBytes);
    stream.next_out = reinterpret_cast<Bytef*>(output.data() + before);
    stream.avail_out = static_cast<uInt>(kChunkBytes);
    const int status = ::inflate(&stream, Z_NO_FLUSH);
    output.resize(output.size() - stream.avail_out);
    if (output.size() > limit_bytes) throw errors::too_large(path, output.size(), limit_bytes);
    if (status == Z_STREAM_END) {
      if (stream.avail_in == 0) return output;
      ::inflateReset(&stream);
    } else if (status != Z_OK) {
      throw errors::unreadable(path, stream.avail_in == 0 ? "the compressed data is cut off"
                                                          : "the compressed data is damaged");
    }
  }
}

}  // namespace muqabala
