#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <string>

namespace muqabala {

/// A file that appears under its name only when complete: it is written beside its place under a
/// temporary name, flushed to disk and renamed. Unless it was committed nothing of it is left, and
/// what stood there before stays.
///
/// A path that is not a regular file (a pipe, `/dev/stdout`) and `-`, standard output, are written
/// through. Many files may be open at once. The constructor, what is written to `stream()`,
/// `seal()` and `commit()` throw `errors::unwritable`, `disk_full`, or `broken_pipe`.
class OutputFile {
 public:
  explicit OutputFile(const std::string& path);
  ~OutputFile();
  OutputFile(OutputFile&&) noexcept;
  OutputFile& operator=(OutputFile&&) noexcept;

  const std::string& path() const;
  std::ostream& stream();
  /// Brings all that was written to the disk, where hardly anything can fail any more: of several
  /// files that belong together, all are sealed before the first is committed.
  void seal();
  /// Puts the file in its place. Nothing may be written to it any more.
  void commit();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Runs `write` on an `OutputFile` and commits it.
void write_output(const std::string& path, const std::function<void(std::ostream&)>& write);

}  // namespace muqabala
