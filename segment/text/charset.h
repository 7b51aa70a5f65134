#pragma once

#include <string>
#include <string_view>

namespace muqabala {

/// What `bytes`, which are not UTF-8, are probably encoded in, by a name that iconv knows
/// (`windows-1256`, `ISO-8859-1`, `UTF-16LE`); empty where nothing is likely enough.
/// Looks at some thousand bytes from the first one that is not ASCII.
std::string guess_charset(std::string_view bytes);

}  // namespace muqabala
