#include "segment/base/gzip.h"

#include "segment/base/error.h"
#include "segment/base/inflate.h"

namespace muqabala {

std::string gunzip(std::string_view bytes, const std::string& path, std::size_t limit_bytes) {
  if (packing_of(bytes) != Packing::kGzip)
    throw errors::unreadable(path, "the compressed data is damaged");
  return unpacked(std::string(bytes), path, limit_bytes);
}

}  // namespace muqabala
