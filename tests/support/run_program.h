#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace muqabala::testing {

/// How a program ended and what it printed.
struct ProgramRun {
  int exit_code = 0;  ///< negated number of the signal that killed it
  std::string out;
  std::string err;
};

/// Where a program's standard output goes.
enum class Output {
  kCaptured,
  kFullDevice,  ///< `/dev/full`, on which every write fails
  kBrokenPipe,  ///< a pipe that nobody reads any more
  kClosed,
};

struct ProgramSetting {
  std::string input = {};                     ///< what stands on standard input
  std::vector<std::string> environment = {};  ///< `NAME=value`, added to what is inherited
  Output output = Output::kCaptured;
  bool error_is_terminal = false;    ///< standard error is a terminal of 100 columns
  std::size_t file_limit_bytes = 0;  ///< no file may grow larger; 0 = no limit
};

/// An empty folder of its own, removed with all that is in it.
class Sandbox {
 public:
  Sandbox();
  ~Sandbox();
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  /// Path of `name` in the folder.
  std::string path(const std::string& name) const;
  void write(const std::string& name, const std::string& content) const;
  void make_folder(const std::string& name) const;
  std::string read(const std::string& name) const;
  /// Names of all that is in the folder, sorted; hidden files too.
  std::vector<std::string> names() const;

  /// Runs `program` in the folder and waits for its end. NO_COLOR, COLUMNS, TERM,
  /// SOURCE_DATE_EPOCH and XDG_CACHE_HOME are not inherited.
  ProgramRun run(const std::string& program, const std::vector<std::string>& arguments,
                 const ProgramSetting& setting = {}) const;

 private:
  std::string folder_;
};

}  // namespace muqabala::testing
