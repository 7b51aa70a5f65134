#pragma once

#include <string>
#include <vector>

#include "corpus/check/pair_list.h"
#include "segment/base/diagnostic.h"

namespace muqabala {

/// The pairs of which a side differs from the commit `ref`: committed since, changed only in the
/// working tree, or new. Throws `errors::git_failed` where the current folder is in no repository,
/// `ref` is no commit of it, or git fails.
std::vector<FilePair> changed_since(const std::string& ref, std::vector<FilePair> pairs);

/// Marks the pairs whose original was changed after the translation: the last commit of the
/// original is not part of the history of the translation's last commit, or only the original has
/// changes that are not committed. Commits count, not their dates; a commit that changes both
/// leaves a pair up to date. Does nothing outside of a repository, for files that git does not
/// know, and where the history is not all there, of which it tells.
std::vector<Diagnostic> mark_outdated(std::vector<FilePair>& pairs);

}  // namespace muqabala
