#include "segment/base/file_bytes.h"

#include <sys/stat.h>

#include "segment/base/error.h"
#include "segment/base/input_descriptor.h"

namespace muqabala {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 16;

}  // namespace

std::string read_bytes(const std::string& path, std::size_t limit_bytes) {
  const InputDescriptor file(path);
  std::string bytes;
  struct stat info {};
  if (::fstat(file.get(), &info) == 0 && S_ISREG(info.st_mode)) {
    const auto size = static_cast<std::size_t>(info.st_size);
    if (size > limit_bytes) throw errors::too_large(path, size, limit_bytes);
    bytes.reserve(size + 1);
  }
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kChunkBytes);
    const std::size_t got = file.read(bytes.data() + before, kChunkBytes);
    bytes.resize(before + got);
    if (got == 0) return bytes;
    if (bytes.size() > limit_bytes) throw errors::too_large(path, bytes.size(), limit_bytes);
  }
}

}  // namespace muqabala
