#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace muqabala {

/// The content of gzip-compressed `bytes` (several members in a row are one stream, as `gzip` and
/// dictzip write them). Throws `errors::unreadable` in the name of `path` where they are damaged or
/// cut off, and `errors::too_large` beyond `limit_bytes`.
std::string gunzip(std::string_view bytes, const std::string& path, std::size_t limit_bytes);

/// `bytes` compressed, with no name and no time in them: the same bytes give the same.
std::string gzip(std::string_view bytes);

}  // namespace muqabala
