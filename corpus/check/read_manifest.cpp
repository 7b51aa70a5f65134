#include <fmt/format.h>
#include <filesystem>

#include <system_error>

#include "corpus/check/pair_list.h"
#include "corpus/manifest.h"
#include "segment/base/error.h"

namespace muqabala {
namespace {

bool exists(const std::string& path) {
  std::error_code none;
  return std::filesystem::exists(path, none);
}

}  // namespace

std::vector<FilePair> read_manifest(const std::string& path, const PairLanguages& languages) {
  const auto or_common = [](std::string& language, const std::string& common) {
    return language.empty() ? common : std::move(language);
  };
  std::vector<FilePair> pairs;
  ManifestReader manifest(path);
  while (auto entry = manifest.next()) {
    if (entry->source.empty() || entry->target.empty())
      throw errors::malformed_manifest(
          entry->where, "it holds a text itself, but only files are checked; name them");
    FilePair pair{
        .id = std::move(entry->id),
        .source = {std::move(entry->source), or_common(entry->source_language, languages.source)},
        .target = {std::move(entry->target), or_common(entry->target_language, languages.target)}};
    pair.has_source = exists(pair.source.path);
    pair.has_target = exists(pair.target.path);
    pairs.push_back(std::move(pair));
  }
  if (pairs.empty()) throw errors::no_pairs(fmt::format("the manifest {}", path));
  return pairs;
}

}  // namespace muqabala
