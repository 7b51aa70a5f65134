#include "segment/base/inflate.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "segment/base/error.h"

namespace muqabala {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::string_view bytes;
  Packing packing;
  std::string_view ending;
};

/// RFC 1952 and RFC 8878: the first bytes of a gzip member and of a Zstandard frame.
constexpr std::array kSignatures = {Signature{"\x1F\x8B"sv, Packing::kGzip, ".gz"},
                                    Signature{"\x28\xB5\x2F\xFD"sv, Packing::kZstandard, ".zst"}};

/// 15 bits of window, and 16 for the gzip header (zlib.h, inflateInit2).
constexpr int kGzipWindow = 15 + 16;
constexpr std::size_t kChunkBytes = std::size_t{1} << 18;

[[noreturn]] void refuse_damaged(const std::string& path) {
  throw errors::unreadable(path, "the compressed data is damaged");
}

}  // namespace

std::optional<Packing> packing_of(std::string_view begin) {
  for (const Signature& signature : kSignatures)
    if (begin.starts_with(signature.bytes)) return signature.packing;
  return std::nullopt;
}

bool may_be_packed(std::string_view begin) {
  return std::any_of(kSignatures.begin(), kSignatures.end(), [&](const Signature& signature) {
    return begin.size() < signature.bytes.size() && signature.bytes.starts_with(begin);
  });
}

struct Inflater::Impl {
  Impl(Packing packing_used, std::string name) : packing(packing_used), path(std::move(name)) {
    if (packing == Packing::kGzip)
      ::inflateInit2(&gzip, kGzipWindow);
    else
      zstandard = ::ZSTD_createDStream();  // refuses windows beyond 128 MB (RFC 8878 asks for 8)
  }
  ~Impl() {
    if (packing == Packing::kGzip) ::inflateEnd(&gzip);
    ::ZSTD_freeDStream(zstandard);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  std::size_t inflate_gzip(std::string_view& packed, char* to, std::size_t size) {
    constexpr std::size_t kMost = std::numeric_limits<uInt>::max();
    if (is_between && !packed.empty()) ::inflateReset(&gzip);
    // zlib does not write to its input.
    gzip.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    gzip.avail_in = static_cast<uInt>(std::min(packed.size(), kMost));
    gzip.next_out = reinterpret_cast<Bytef*>(to);
    gzip.avail_out = static_cast<uInt>(std::min(size, kMost));
    const uInt room = gzip.avail_out;
    const uInt given = gzip.avail_in;
    const int status = ::inflate(&gzip, Z_NO_FLUSH);
    if (status != Z_OK && status != Z_STREAM_END && status != Z_BUF_ERROR) refuse_damaged(path);
    is_between = status == Z_STREAM_END;
    packed.remove_prefix(given - gzip.avail_in);
    return room - gzip.avail_out;
  }

  std::size_t inflate_zstandard(std::string_view& packed, char* to, std::size_t size) {
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    ZSTD_outBuffer out{to, size, 0};
    const std::size_t left = ::ZSTD_decompressStream(zstandard, &out, &in);
    if (::ZSTD_isError(left) != 0) refuse_damaged(path);
    is_between = left == 0;
    packed.remove_prefix(in.pos);
    return out.pos;
  }

  Packing packing;
  std::string path;
  z_stream gzip{};
  ZSTD_DStream* zstandard = nullptr;
  bool is_between = false;  ///< two members or frames, or behind the last
};

Inflater::Inflater(Packing packing, std::string path)
    : impl_(std::make_unique<Impl>(packing, std::move(path))) {}
Inflater::~Inflater() = default;
Inflater::Inflater(Inflater&&) noexcept = default;
Inflater& Inflater::operator=(Inflater&&) noexcept = default;

std::size_t Inflater::operator()(std::string_view& packed, char* to, std::size_t size) {
  if (impl_->is_between && packed.empty()) return 0;
  return impl_->packing == Packing::kGzip ? impl_->inflate_gzip(packed, to, size)
                                          : impl_->inflate_zstandard(packed, to, size);
}

void Inflater::refuse_cut_off() const {
  if (!impl_->is_between) throw errors::unreadable(impl_->path, "the compressed data is cut off");
}

std::string unpacked(std::string bytes, const std::string& path, std::size_t limit_bytes) {
  const auto packing = packing_of(bytes);
  if (!packing) return bytes;
  Inflater inflate(*packing, path);
  std::string_view packed = bytes;
  std::string output;
  for (;;) {
    const std::size_t before = output.size();
    output.resize(before + kChunkBytes);
    const std::size_t got = inflate(packed, output.data() + before, kChunkBytes);
    output.resize(before + got);
    if (output.size() > limit_bytes) throw errors::too_large(path, output.size(), limit_bytes);
    if (got == 0 && packed.empty()) break;
  }
  inflate.refuse_cut_off();
  return output;
}

std::string_view without_packing_ending(std::string_view path) {
  for (const Signature& signature : kSignatures)
    if (path.ends_with(signature.ending))
      return path.substr(0, path.size() - signature.ending.size());
  return path;
}

}  // namespace muqabala
