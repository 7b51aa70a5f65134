#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>
#include <utility>

#include "corpus/check/glob.h"
#include "corpus/check/pair_list.h"
#include "corpus/detail/visible_files.h"
#include "segment/base/error.h"

namespace muqabala {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxPatternBytes = 4096;

/// A match of a pattern.
struct Found {
  std::string path;
  std::vector<std::string> captures;
};

bool is_file(const std::string& path) {
  std::error_code none;
  return fs::is_regular_file(path, none);
}

/// The files that `glob` matches, in order of their paths. What cannot be looked into is refused.
std::vector<Found> find_files(const Glob& glob) {
  const std::string folder = glob.folder();
  std::vector<Found> all;
  std::error_code none;
  if (!fs::is_directory(folder.empty() ? "." : folder, none)) return all;
  detail::for_each_visible_file(folder.empty() ? "." : folder, [&](std::string path) {
    if (folder.empty()) path.erase(0, 2);  // "./"
    if (auto captures = glob.match(path)) all.push_back({std::move(path), std::move(*captures)});
  });
  std::sort(all.begin(), all.end(), [](const Found& a, const Found& b) { return a.path < b.path; });
  return all;
}

/// Bytes that are no wildcards: how much a pattern says of its own.
std::ptrdiff_t own_text(const Glob& glob) {
  const std::string& text = glob.pattern();
  return std::ssize(text) - std::count(text.begin(), text.end(), '*');
}

struct Map {
  Glob left;
  Glob right;
};

Map parse_map(const std::string& typed) {
  const std::size_t equals = typed.find('=');
  if (equals == std::string::npos || equals == 0 || equals + 1 == typed.size())
    throw errors::bad_usage(fmt::format(
        "--map {}: write it as ORIGINALS=TRANSLATIONS, such as 'ar/**/*.md=en/**/*.md'", typed));
  if (typed.size() > kMaxPatternBytes)
    throw errors::bad_usage(
        fmt::format("--map: a pattern of {} bytes is too long; at most {} are taken", typed.size(),
                    kMaxPatternBytes));
  const auto plain = [](std::string pattern) {
    while (pattern.starts_with("./")) pattern.erase(0, 2);
    return pattern;
  };
  Map map{.left = Glob(plain(typed.substr(0, equals))),
          .right = Glob(plain(typed.substr(equals + 1)))};
  if (!map.left.is_like(map.right))
    throw errors::bad_usage(fmt::format(
        "--map {}: both sides must have the same wildcards in the same order, since what they "
        "stand for on the left is put in on the right",
        typed));
  return map;
}

class Pairs {
 public:
  explicit Pairs(const PairLanguages& languages) : languages_(languages) {}

  /// Whether the map names anything.
  bool add(const Map& map) {
    const std::vector<Found> left = find_files(map.left);
    const std::vector<Found> right = find_files(map.right);
    std::set<std::string> made;  // paths of translations that are or should be there
    for (const Found& original : left) {
      if (map.right.match(original.path) && own_text(map.right) > own_text(map.left)) continue;
      const std::string translation = map.right.filled(original.captures);
      made.insert(translation);
      add(original.path, translation, true, is_file(translation));
    }
    for (const Found& translation : right) {
      if (made.contains(translation.path)) continue;
      if (map.left.match(translation.path) && own_text(map.left) >= own_text(map.right)) continue;
      const std::string original = map.left.filled(translation.captures);
      add(original, translation.path, is_file(original), true);
    }
    return !left.empty() || !right.empty();
  }

  std::vector<FilePair> take() && { return std::move(pairs_); }

 private:
  void add(const std::string& source, const std::string& target, bool has_source, bool has_target) {
    if (!seen_.insert(source + '\0' + target).second) return;
    pairs_.push_back({.source = {source, languages_.source},
                      .target = {target, languages_.target},
                      .has_source = has_source,
                      .has_target = has_target});
  }

  const PairLanguages& languages_;
  std::vector<FilePair> pairs_;
  std::set<std::string> seen_;
};

}  // namespace

std::vector<FilePair> map_pairs(const std::vector<std::string>& maps,
                                const PairLanguages& languages) {
  Pairs pairs(languages);
  for (const std::string& typed : maps) {
    if (!pairs.add(parse_map(typed))) throw errors::no_pairs(fmt::format("--map {}", typed));
  }
  return std::move(pairs).take();
}

}  // namespace muqabala
