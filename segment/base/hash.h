#pragma once

#include <cstdint>
#include <string_view>

namespace muqabala {

/// A hash of `bytes` that is the same on every machine and in every version (XXH3, 64 bits): for
/// checksums and for tables that are stored. No protection against forgery.
std::uint64_t hash_bytes(std::string_view bytes);

}  // namespace muqabala
