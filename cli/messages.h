#pragma once

#include <string_view>
#include <vector>

#include "cli/terminal.h"
#include "segment/base/diagnostic.h"
#include "segment/base/error.h"

namespace muqabala::cli {

enum class Verbosity { kQuiet, kNormal, kVerbose };

/// Everything that is said on standard error. What cannot be printed there is lost in silence: it
/// is no reason to stop.
class Messages {
 public:
  Messages(Verbosity verbosity, Screen screen) : verbosity_(verbosity), screen_(screen) {}

  /// `muqabala: path:line:col: what is wrong`
  void error(const Error& error) const;
  void error(std::string_view text) const;
  /// A warning or notice, unless quiet; a note, if verbose.
  void diagnostic(const Diagnostic& diagnostic) const;
  void diagnostics(const std::vector<Diagnostic>& diagnostics) const;
  void warning(std::string_view text) const;
  /// A line for those who asked for more.
  void detail(std::string_view text) const;
  /// Text as it is, unless quiet.
  void summary(std::string_view text) const;

  bool is_quiet() const { return verbosity_ == Verbosity::kQuiet; }
  bool is_verbose() const { return verbosity_ == Verbosity::kVerbose; }
  const Screen& screen() const { return screen_; }

 private:
  Verbosity verbosity_;
  Screen screen_;
};

}  // namespace muqabala::cli
