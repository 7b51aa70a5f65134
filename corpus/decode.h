#pragma once

#include <string>

#include "segment/document.h"

namespace muqabala {

/// Decodes the bytes of a file: UTF-8 with or without a byte order mark, UTF-16 with one.
/// Throws `errors::binary`, `invalid_utf8` or `unsupported_charset`.
SourceFile decode(std::string bytes, const std::string& path);

}  // namespace muqabala
