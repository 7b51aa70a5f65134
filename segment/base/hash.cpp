#include "segment/base/hash.h"

#define XXH_INLINE_ALL  // only the header is needed, no library to link
#include <xxhash.h>

namespace muqabala {

std::uint64_t hash_bytes(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

}  // namespace muqabala
