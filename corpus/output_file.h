#pragma once

#include <functional>
#include <iosfwd>
#include <string>

namespace muqabala {

/// Runs `write` on a stream to `path`, or to standard output for `-`.
///
/// A file appears under its name only when complete: it is written beside its place under a
/// temporary name, flushed to disk and renamed; if anything fails nothing of it is left and what
/// stood there before stays. A path that is not a regular file (a pipe, `/dev/stdout`) is written
/// through. Throws `errors::unwritable`, `disk_full`, or `broken_pipe` (for standard output).
void write_output(const std::string& path, const std::function<void(std::ostream&)>& write);

}  // namespace muqabala
