// A compiled lexicon is valid for one description: the languages, every file with its size, times
// and inode, the compiled-in lexicon, and the program, whose rules made the keys. The description's
// hash is part of the file's name and stands in the file as its fingerprint. A file is written
// under another name and renamed, so that nobody ever sees a part of it.

#include "corpus/lexicon_cache.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <ostream>
#include <vector>

#include "align/lexicon/core_lexicon.h"
#include "align/lexicon/dictd.h"
#include "corpus/output_file.h"
#include "segment/base/error.h"
#include "segment/base/hash.h"
#include "segment/base/mapped_file.h"
#include "segment/text/language.h"

namespace muqabala {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 16;
constexpr std::string_view kPrefix = "lexicon-";
constexpr std::string_view kEnding = ".mql";
/// Linux's name of the program that runs; where there is none, its version has to do.
constexpr const char* kProgram = "/proc/self/exe";

/// What tells a file's content from any other's without reading it; none for what is no file.
std::optional<std::string> identity_of(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
  std::error_code fault;
  const std::string full = fs::absolute(path, fault).string();
  if (fault) return std::nullopt;
  return fmt::format("{}\n{} {} {} {}.{:09} {}.{:09}\n", full, info.st_dev, info.st_ino,
                     info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec, info.st_ctim.tv_sec,
                     info.st_ctim.tv_nsec);
}

/// All files whose content goes into the lexicon.
std::vector<std::string> files_of(std::string_view source_language,
                                  std::string_view target_language, const LexiconSources& sources) {
  std::vector<std::string> files = sources.files;
  files.insert(files.end(), sources.learned.begin(), sources.learned.end());
  for (const SystemDictionary& found :
       find_dictd(source_language, target_language, sources.dictd_folders))
    files.push_back(found.index_path);
  for (std::size_t i = 0, count = files.size(); i < count; ++i)
    if (files[i].ends_with(".index")) files.push_back(dictd_text_path(files[i]));
  return files;
}

std::uint64_t core_hash() {
  std::uint64_t hash = 0;
  for (const CoreDomain& domain : core_domains())
    hash = hash_bytes(fmt::format("{} {} {}", hash, domain.name, hash_bytes(domain.text)));
  return hash;
}

/// None where the sources cannot be told apart by their files: a pipe, or a file that is missing,
/// of which reading it will tell.
std::optional<std::string> description_of(std::string_view source_language,
                                          std::string_view target_language,
                                          const LexiconSources& sources) {
  std::string text = fmt::format("{} {} {} {} {} {}\n", MUQABALA_VERSION, source_language,
                                 target_language, sources.core, sources.cldr, core_hash());
  text += identity_of(kProgram).value_or("");
  for (const std::string& path : files_of(source_language, target_language, sources)) {
    const auto identity = identity_of(path);
    if (!identity) return std::nullopt;
    text += *identity;
  }
  return text;
}

/// Language tags are letters, digits and hyphens, but nobody checked these.
std::string for_file_name(std::string_view tag) {
  std::string name(tag.substr(0, 32));
  for (char& c : name) {
    const bool is_plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!is_plain) c = '_';
  }
  return name;
}

std::optional<Lexicon> open_if_good(const std::string& path, std::uint64_t fingerprint,
                                    std::string_view source_language,
                                    std::string_view target_language) {
  std::error_code none;
  if (!fs::is_regular_file(path, none)) return std::nullopt;
  try {
    Lexicon lexicon = Lexicon::open(path);
    if (lexicon.fingerprint() == fingerprint && lexicon.source_language() == source_language &&
        lexicon.target_language() == target_language)
      return lexicon;
  } catch (const Error&) {
    // Damaged: it will be written anew.
  }
  return std::nullopt;
}

void remove_oldest(const std::string& folder) {
  struct Kept {
    fs::path path;
    fs::file_time_type time;
  };
  std::vector<Kept> kept;
  std::error_code fault;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, fault)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(kPrefix) || !name.ends_with(kEnding)) continue;
    std::error_code gone;
    const fs::file_time_type time = entry.last_write_time(gone);
    if (!gone) kept.push_back({entry.path(), time});
  }
  std::sort(kept.begin(), kept.end(), [](const Kept& a, const Kept& b) { return a.time > b.time; });
  for (std::size_t i = kMostFiles; i < kept.size(); ++i) fs::remove(kept[i].path, fault);
}

void keep(const Lexicon& lexicon, const std::string& folder, const std::string& path,
          std::uint64_t fingerprint) {
  std::error_code fault;
  fs::create_directories(folder, fault);
  if (fault) return;
  try {
    write_output(path, [&](std::ostream& out) { out << to_bytes(lexicon, fingerprint); });
    remove_oldest(folder);
  } catch (const Error&) {
    // A full or read-only disk: the next run will read the sources again.
  }
}

bool is_compiled(const std::string& path) {
  constexpr std::size_t kLimitBytes = std::size_t{4} << 30;
  return is_compiled_lexicon(MappedFile::open(path, kLimitBytes).bytes());
}

}  // namespace

Lexicon gather_lexicon_through(const std::string& cache_folder, std::string_view source_language,
                               std::string_view target_language, const LexiconSources& sources) {
  const auto gathered = [&] { return gather_lexicon(source_language, target_language, sources); };
  if (cache_folder.empty()) return gathered();
  const auto description = description_of(source_language, target_language, sources);
  if (!description) return gathered();
  // A compiled lexicon on its own is what would be kept.
  if (sources.files.size() == 1 && sources.learned.empty() && is_compiled(sources.files[0]))
    return gathered();

  const std::uint64_t fingerprint = hash_bytes(*description);
  const std::string path =
      (fs::path(cache_folder) / fmt::format("{}{}-{}-{:016x}{}", kPrefix,
                                            for_file_name(source_language),
                                            for_file_name(target_language), fingerprint, kEnding))
          .string();
  if (auto kept = open_if_good(path, fingerprint, source_language, target_language))
    return std::move(*kept);
  Lexicon lexicon = gathered();
  keep(lexicon, cache_folder, path, fingerprint);
  return lexicon;
}

}  // namespace muqabala
