#include "corpus/check/git.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "corpus/detail/run_git.h"
#include "segment/base/error.h"

// One walk through the history finds the last commit of every file. In topological order a commit
// comes before all that it is made upon, so that an original whose commit comes first was changed
// later, or beside; of the other way round git is asked once for every two commits. Cost: the part
// of the history that touches the files, and a call for every two commits.

namespace muqabala {
namespace {

namespace fs = std::filesystem;

/// All arguments together must stay far below what a system takes (Linux: 2 MiB).
constexpr std::size_t kMaxArgumentBytes = 200'000;
/// Before the name of a commit: no path of a repository begins so.
constexpr std::string_view kCommitMark = "/commit/";

std::string trimmed(std::string text) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
  return text;
}

/// What git said, its own mark left out.
std::string reason(const detail::GitRun& run) {
  std::string text = trimmed(run.err);
  if (text.starts_with("fatal: ")) text.erase(0, std::string_view("fatal: ").size());
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text.empty() ? fmt::format("it ended with code {}", run.exit_code) : text;
}

std::string output_of(std::string_view action, const std::vector<std::string>& arguments) {
  detail::GitRun run = detail::run_git(arguments);
  if (run.exit_code != 0) throw errors::git_failed(action, reason(run));
  return std::move(run.out);
}

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\0', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// The repository around the current folder.
class Repository {
 public:
  explicit Repository(std::string top) : top_(std::move(top)) {}

  /// `path` as git names it: from the top on; empty for what lies outside.
  std::string inside(const std::string& path) const {
    std::error_code none;
    const fs::path folder = fs::weakly_canonical(fs::absolute(path, none).parent_path(), none);
    const fs::path relative = (folder / fs::path(path).filename()).lexically_relative(top_);
    if (relative.empty() || *relative.begin() == "..") return {};
    return relative.generic_string();
  }

  std::vector<std::string> at_top(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"-C", top_});
    return arguments;
  }

 private:
  std::string top_;
};

std::set<std::string, std::less<>> names(std::string_view action,
                                         const std::vector<std::string>& arguments) {
  std::set<std::string, std::less<>> all;
  const std::string output = output_of(action, arguments);
  for (const std::string_view name : split(output)) all.emplace(name);
  return all;
}

std::set<std::string, std::less<>> changed_files(const Repository& repository,
                                                 const std::string& commit) {
  return names("compare files",
               repository.at_top({"diff", "--no-ext-diff", "--no-textconv", "--no-renames",
                                  "--name-only", "-z", commit, "--"}));
}

struct LastCommit {
  std::string name;
  std::size_t place = 0;  ///< in topological order, the newest first
};

using LastCommits = std::unordered_map<std::string, LastCommit>;

LastCommits last_commits(const Repository& repository, const std::set<std::string>& paths) {
  std::vector<std::string> arguments = {
      "log",          "--topo-order",
      "--no-renames", "--name-only",
      "-z",           fmt::format("--format=tformat:{}%H", kCommitMark),
      "HEAD",         "--"};
  std::size_t bytes = 0;
  for (const std::string& path : paths) bytes += path.size() + 1;
  if (bytes <= kMaxArgumentBytes) arguments.insert(arguments.end(), paths.begin(), paths.end());

  const std::string log = output_of("read the history", repository.at_top(arguments));
  LastCommits last;
  LastCommit commit;
  for (std::string_view word : split(log)) {
    while (word.starts_with('\n')) word.remove_prefix(1);
    if (word.starts_with(kCommitMark)) {
      commit.name = word.substr(kCommitMark.size());
      ++commit.place;
    } else if (!word.empty()) {
      std::string path(word);
      if (paths.contains(path)) last.try_emplace(std::move(path), commit);
    }
  }
  return last;
}

/// Whether one commit is part of the history of another; asks git once for every two.
class Ancestry {
 public:
  explicit Ancestry(const Repository& repository) : repository_(repository) {}

  bool holds(const LastCommit& ancestor, const LastCommit& commit) {
    if (ancestor.name == commit.name) return true;
    if (ancestor.place < commit.place) return false;
    const auto [known, is_new] = known_.try_emplace(ancestor.name + commit.name, false);
    if (is_new) {
      const detail::GitRun run = detail::run_git(
          repository_.at_top({"merge-base", "--is-ancestor", ancestor.name, commit.name}));
      if (run.exit_code > 1 || run.exit_code < 0)
        throw errors::git_failed("compare commits", reason(run));
      known->second = run.exit_code == 0;
    }
    return known->second;
  }

 private:
  const Repository& repository_;
  std::unordered_map<std::string, bool> known_;
};

constexpr std::size_t kShortName = 8;

void compare_commits(FilePair& pair, const LastCommit& source, const LastCommit& target,
                     Ancestry& ancestry) {
  pair.is_dated = true;
  if (!ancestry.holds(source, target))
    pair.outdated = because(Wording::kOriginalCommitted,
                            {source.name.substr(0, kShortName), target.name.substr(0, kShortName)});
}

std::vector<Diagnostic> note(std::string message) {
  return {{.level = DiagnosticLevel::kNote, .where = {}, .message = std::move(message)}};
}

}  // namespace

std::vector<FilePair> changed_since(const std::string& ref, std::vector<FilePair> pairs) {
  const Repository repository(trimmed(
      output_of("find a repository here, which --since needs", {"rev-parse", "--show-toplevel"})));
  const std::string commit =
      trimmed(output_of(fmt::format("find the commit '{}' of --since", ref),
                        {"rev-parse", "--verify", "--end-of-options", ref + "^{commit}"}));
  std::set<std::string, std::less<>> changed = changed_files(repository, commit);
  changed.merge(names("list new files",
                      repository.at_top({"ls-files", "--others", "--exclude-standard", "-z"})));
  std::erase_if(pairs, [&](const FilePair& pair) {
    return !changed.contains(repository.inside(pair.source.path)) &&
           !changed.contains(repository.inside(pair.target.path));
  });
  return pairs;
}

std::vector<Diagnostic> mark_outdated(std::vector<FilePair>& pairs) {
  const detail::GitRun top = detail::run_git({"rev-parse", "--show-toplevel"});
  if (top.exit_code != 0)
    return note(
        fmt::format("whether translations are outdated was not looked at: {}", reason(top)));
  const Repository repository(trimmed(top.out));
  if (detail::run_git({"rev-parse", "--verify", "--quiet", "HEAD"}).exit_code != 0)
    return note("whether translations are outdated was not looked at: there is no commit yet");
  if (trimmed(output_of("tell how much of the history is there",
                        {"rev-parse", "--is-shallow-repository"})) == "true")
    return {{.level = DiagnosticLevel::kWarning,
             .where = {},
             .message = "whether translations are outdated cannot be told: this clone holds only "
                        "the newest commits; fetch all of the history ('git fetch --unshallow', "
                        "'fetch-depth: 0')"}};

  std::set<std::string> paths;
  for (const FilePair& pair : pairs)
    for (const std::string& path : {pair.source.path, pair.target.path})
      if (std::string inside = repository.inside(path); !inside.empty())
        paths.insert(std::move(inside));
  if (paths.empty()) return {};
  const LastCommits last = last_commits(repository, paths);
  const auto dirty = changed_files(repository, "HEAD");
  Ancestry ancestry(repository);
  for (FilePair& pair : pairs) {
    if (!pair.has_source || !pair.has_target) continue;
    const std::string source_path = repository.inside(pair.source.path);
    const std::string target_path = repository.inside(pair.target.path);
    const auto source = last.find(source_path);
    const auto target = last.find(target_path);
    if (source == last.end() || target == last.end()) continue;
    if (dirty.contains(target_path)) {
      pair.is_dated = true;  // somebody is at it
    } else if (dirty.contains(source_path)) {
      pair.is_dated = true;
      pair.outdated = because(Wording::kOriginalUncommitted);
    } else {
      compare_commits(pair, source->second, target->second, ancestry);
    }
  }
  return {};
}

}  // namespace muqabala
