#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <string>

namespace muqabala {

/// A folder of files of one kind that appears under its name only when complete, in place of what
/// it held before: so no file of an earlier run is left in it. Unless it was committed nothing of
/// it is left. Everything throws `errors::unwritable` or `disk_full`.
class OutputFolder {
 public:
  /// `ending` is that of its files (`.tmx`): a folder that stands there already and holds anything
  /// else is not ours, and refused.
  OutputFolder(const std::string& path, const std::string& ending);
  ~OutputFolder();
  OutputFolder(OutputFolder&&) noexcept;
  OutputFolder& operator=(OutputFolder&&) noexcept;

  /// Writes a file that is not there yet. `name` holds no slash and ends as all do.
  void write(const std::string& name, const std::function<void(std::ostream&)>& write);
  /// As with `OutputFile`.
  void seal();
  void commit();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace muqabala
