#include "segment/base/gzip.h"

#include <zlib.h>

#include <memory>
#include <new>

#include "segment/base/error.h"
#include "segment/base/inflate.h"

namespace muqabala {
namespace {

/// Of zlib's window sizes, the largest; 16 more makes it write gzip's frame.
constexpr int kGzipWindow = 15 + 16;
constexpr int kUsualMemory = 8;

}  // namespace

std::string gunzip(std::string_view bytes, const std::string& path, std::size_t limit_bytes) {
  if (packing_of(bytes) != Packing::kGzip)
    throw errors::unreadable(path, "the compressed data is damaged");
  return unpacked(std::string(bytes), path, limit_bytes);
}

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  if (::deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, kUsualMemory,
                     Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();  // the only thing that can fail
  const std::unique_ptr<z_stream, decltype(&::deflateEnd)> ended(&stream, &::deflateEnd);
  std::string packed;
  packed.resize(::deflateBound(&stream, bytes.size()));
  // zlib only reads from here.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  if (::deflate(&stream, Z_FINISH) != Z_STREAM_END) throw std::bad_alloc();
  packed.resize(stream.total_out);
  return packed;
}

}  // namespace muqabala
