// zlib's stream, which carries a checksum, behind eight bytes with the size of what is in it.

#include "corpus/detail/packed.h"

#include <zlib.h>

#include <cstdint>
#include <new>

namespace muqabala::detail {
namespace {

constexpr std::size_t kSizeBytes = 8;
/// Level 6 takes 2.5 times as long for a result a sixth smaller.
constexpr int kLevel = 1;
/// zlib cannot deflate to less than a thousandth, so a greater size is a damaged one.
constexpr std::size_t kMostInflation = 1032;

const Bytef* bytes_of(std::string_view text) { return reinterpret_cast<const Bytef*>(text.data()); }
Bytef* bytes_of(std::string& text, std::size_t from) {
  return reinterpret_cast<Bytef*>(text.data() + from);
}

}  // namespace

std::string pack(std::string_view bytes) {
  uLongf size = ::compressBound(bytes.size());
  std::string packed(kSizeBytes + size, '\0');
  for (std::size_t k = 0; k < kSizeBytes; ++k)
    packed[k] = static_cast<char>(static_cast<std::uint64_t>(bytes.size()) >> (8 * k));
  if (::compress2(bytes_of(packed, kSizeBytes), &size, bytes_of(bytes), bytes.size(), kLevel) !=
      Z_OK)
    throw std::bad_alloc();  // the only thing that can fail
  packed.resize(kSizeBytes + size);
  return packed;
}

std::optional<std::string> unpack(std::string_view packed) {
  if (packed.size() < kSizeBytes) return std::nullopt;
  std::uint64_t size = 0;
  for (std::size_t k = kSizeBytes; k-- > 0;)
    size = size << 8U | static_cast<unsigned char>(packed[k]);
  packed.remove_prefix(kSizeBytes);
  if (size > kMostInflation * (packed.size() + 1)) return std::nullopt;
  std::string bytes(size, '\0');
  // One byte more than nothing, or zlib has no place for an empty text.
  if (bytes.empty()) bytes.resize(1);
  uLongf inflated = bytes.size();
  if (::uncompress(bytes_of(bytes, 0), &inflated, bytes_of(packed), packed.size()) != Z_OK ||
      inflated != size)
    return std::nullopt;
  bytes.resize(size);
  return bytes;
}

}  // namespace muqabala::detail
