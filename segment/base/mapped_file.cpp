#include "segment/base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "segment/base/error.h"
#include "segment/base/file_bytes.h"

namespace muqabala {
namespace {

/// The mapped file, or null where it has to be read instead; errors are for the reader to tell.
std::shared_ptr<const void> map(const std::string& path, std::size_t limit_bytes,
                                std::size_t& size_bytes) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return nullptr;
  struct stat info {};
  void* at = MAP_FAILED;
  if (::fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size > 0 &&
      static_cast<std::size_t>(info.st_size) <= limit_bytes) {
    size_bytes = static_cast<std::size_t>(info.st_size);
    at = ::mmap(nullptr, size_bytes, PROT_READ, MAP_PRIVATE | MAP_POPULATE, fd, 0);
  }
  ::close(fd);
  if (at == MAP_FAILED) return nullptr;
  return {at, [size_bytes](void* mapped) { ::munmap(mapped, size_bytes); }};
}

}  // namespace

MappedFile MappedFile::open(const std::string& path, std::size_t limit_bytes) {
  std::size_t size_bytes = 0;
  if (path != "-") {
    if (std::shared_ptr<const void> mapped = map(path, limit_bytes, size_bytes)) {
      const std::string_view bytes(static_cast<const char*>(mapped.get()), size_bytes);
      return {std::move(mapped), bytes};
    }
  }
  auto read = std::make_shared<const std::string>(read_bytes(path, limit_bytes));
  const std::string_view bytes = *read;
  return {std::move(read), bytes};
}

}  // namespace muqabala
