#include "segment/base/byte_stream.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

#include "segment/base/error.h"
#include "segment/base/inflate.h"

namespace muqabala {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 16;

}  // namespace

struct ByteStream::Impl {
  explicit Impl(std::string name)
      : path(std::move(name)),
        fd(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
    if (fd < 0 && (errno == ENOENT || errno == ENOTDIR)) throw errors::file_not_found(path);
    if (fd < 0) throw errors::unreadable(path, std::generic_category().message(errno));
  }
  ~Impl() {
    if (fd > STDIN_FILENO) ::close(fd);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  /// Up to `size` bytes as they stand in the file.
  std::size_t read_raw(char* to, std::size_t size) const {
    for (;;) {
      const ssize_t got = ::read(fd, to, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) throw errors::unreadable(path, std::generic_category().message(errno));
    }
  }

  /// Puts more behind what `raw` holds; false at the end.
  bool fill() {
    const std::size_t before = raw.size();
    raw.resize(before + kChunkBytes);
    raw.resize(before + read_raw(raw.data() + before, kChunkBytes));
    rest = raw;
    return raw.size() > before;
  }

  /// Reads as much as tells how the bytes are packed.
  void begin() {
    has_begun = true;
    while (fill() && may_be_packed(raw)) {
    }
    if (const auto packing = packing_of(raw)) inflate.emplace(*packing, path);
  }

  std::string path;
  int fd;
  bool has_begun = false;
  std::string raw;             ///< read and perhaps not yet used
  std::string_view rest = {};  ///< what of it is not
  std::optional<Inflater> inflate;
};

ByteStream::ByteStream(std::string path) : impl_(std::make_unique<Impl>(std::move(path))) {
  struct stat info {};
  if (::fstat(impl_->fd, &info) == 0 && S_ISDIR(info.st_mode))
    throw errors::is_a_directory(impl_->path);
}

ByteStream::~ByteStream() = default;
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;

std::size_t ByteStream::read(char* to, std::size_t size) {
  Impl& self = *impl_;
  if (!self.has_begun) self.begin();
  if (!self.inflate) {
    if (self.rest.empty()) return self.read_raw(to, size);
    const std::size_t got = self.rest.copy(to, size);
    self.rest.remove_prefix(got);
    return got;
  }
  for (;;) {
    const std::size_t got = (*self.inflate)(self.rest, to, size);
    if (got > 0) return got;
    if (!self.rest.empty()) continue;
    self.raw.clear();
    if (self.fill()) continue;
    self.inflate->refuse_cut_off();
    return 0;
  }
}

const std::string& ByteStream::path() const { return impl_->path; }

int ByteStream::descriptor() const { return impl_->fd; }

bool ByteStream::is_packed() const { return impl_->inflate.has_value(); }

}  // namespace muqabala
