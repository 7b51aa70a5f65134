#include "corpus/collection/learned_lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "corpus/output_file.h"
#include "segment/base/error.h"
#include "segment/base/file_bytes.h"
#include "segment/base/hash.h"

namespace muqabala {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "learned-";
constexpr std::string_view kEnding = ".counts";
constexpr std::size_t kLimitBytes = std::size_t{4} << 30;

std::string path_of(const std::string& folder, const std::string& name) {
  return (fs::path(folder) / name).string();
}

std::string ending_of(std::string_view text) {
  return fmt::format("-{:016x}{}", hash_bytes(text), kEnding);
}

/// Removes what no name stands for any more.
void remove_others(const std::string& folder, const std::vector<std::string>& names) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(kPrefix) && std::find(names.begin(), names.end(), name) == names.end())
      fs::remove(entry.path(), ignored);
  }
}

}  // namespace

std::vector<std::string> keep_learned(const Learned& learned, const std::string& folder) {
  std::vector<std::string> names;
  for (const LearnedCounts& lexicon : learned.lexicons) {
    const std::string text = lexicon.counts.to_text();
    names.push_back(fmt::format("{}{}-{}{}", kPrefix, lexicon.source_language,
                                lexicon.target_language, ending_of(text)));
    write_output(path_of(folder, names.back()), [&](std::ostream& out) { out << text; });
  }
  remove_others(folder, names);
  return names;
}

std::vector<std::string> find_learned(const std::vector<std::string>& names,
                                      const std::string& folder) {
  std::vector<std::string> paths;
  for (const std::string& name : names) {
    const std::string path = path_of(folder, name);
    std::error_code none;
    if (!fs::is_regular_file(path, none))
      throw errors::malformed_lexicon({.path = path},
                                      "it was learned before and is gone; learn anew with "
                                      "--relearn");
    if (!name.ends_with(ending_of(read_bytes(path, kLimitBytes))))
      throw errors::malformed_lexicon({.path = path},
                                      "it is not what was learned before, as its checksum shows; "
                                      "learn anew with --relearn");
    paths.push_back(path);
  }
  return paths;
}

}  // namespace muqabala
