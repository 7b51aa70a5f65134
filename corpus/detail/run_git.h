#pragma once

#include <string>
#include <vector>

namespace muqabala::detail {

/// How a call of git ended.
struct GitRun {
  int exit_code = 0;  ///< 127: there is no git
  std::string out;
  std::string err;
};

/// Runs git with `arguments`, without a shell, and waits for its end. Nothing that a repository
/// configures is run: no pagers, external diffs or file system monitors. Throws
/// `errors::git_failed` where the system cannot start a program at all.
GitRun run_git(const std::vector<std::string>& arguments);

}  // namespace muqabala::detail
