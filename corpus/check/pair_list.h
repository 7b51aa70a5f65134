#pragma once

#include <string>
#include <vector>

#include "align/coverage/reason.h"
#include "corpus/pipeline.h"

namespace muqabala {

/// Two files that belong together; one of them may be missing.
struct FilePair {
  std::string id = {};  ///< as a manifest calls it
  Input source;
  Input target;
  bool has_source = true;
  bool has_target = true;
  /// Whether their commits were compared, and what makes the translation look outdated, if
  /// anything.
  bool is_dated = false;
  Reason outdated = {};
};

/// Languages of all pairs that do not say theirs; empty = told from the text.
struct PairLanguages {
  std::string source = {};
  std::string target = {};
};

/// Reads a list of pairs of files: a manifest (`corpus/manifest.h`), of which only paths, ids and
/// languages are looked at. `path` may be `-`. Throws `errors::malformed_manifest`, `invalid_utf8`
/// and `no_pairs`.
std::vector<FilePair> read_manifest(const std::string& path, const PairLanguages& languages);

/// The pairs that patterns of names make: of each `LEFT=RIGHT` (two `Glob`s with the same
/// wildcards), every file that LEFT matches with the one that RIGHT makes of it, and every file
/// that RIGHT matches and whose original is not there. A file that both match belongs to the one
/// with more text of its own. Hidden files and folders are left out. In order of the patterns, then
/// of the paths. Throws `errors::bad_usage`, and `no_pairs` for a pattern that matches nothing.
std::vector<FilePair> map_pairs(const std::vector<std::string>& maps,
                                const PairLanguages& languages);

}  // namespace muqabala
