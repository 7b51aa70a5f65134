#include "segment/base/byte_stream.h"

#include <optional>
#include <string_view>
#include <utility>

#include "segment/base/inflate.h"
#include "segment/base/input_descriptor.h"

namespace muqabala {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{1} << 16;

}  // namespace

struct ByteStream::Impl {
  explicit Impl(std::string name) : file(std::move(name)) {}

  /// Puts more behind what `raw` holds; false at the end.
  bool fill() {
    const std::size_t before = raw.size();
    raw.resize(before + kChunkBytes);
    raw.resize(before + file.read(raw.data() + before, kChunkBytes));
    rest = raw;
    return raw.size() > before;
  }

  /// Reads as much as tells how the bytes are packed.
  void begin() {
    has_begun = true;
    while (fill() && may_be_packed(raw)) {
    }
    if (const auto packing = packing_of(raw)) inflate.emplace(*packing, file.path());
  }

  InputDescriptor file;
  bool has_begun = false;
  std::string raw;             ///< read and perhaps not yet used
  std::string_view rest = {};  ///< what of it is not
  std::optional<Inflater> inflate;
};

ByteStream::ByteStream(std::string path) : impl_(std::make_unique<Impl>(std::move(path))) {}
ByteStream::~ByteStream() = default;
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;

std::size_t ByteStream::read(char* to, std::size_t size) {
  Impl& self = *impl_;
  if (!self.has_begun) self.begin();
  if (!self.inflate) {
    if (self.rest.empty()) return self.file.read(to, size);
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

const std::string& ByteStream::path() const { return impl_->file.path(); }

int ByteStream::descriptor() const { return impl_->file.get(); }

bool ByteStream::is_packed() const { return impl_->inflate.has_value(); }

}  // namespace muqabala
