#include "corpus/collection/document_key.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <optional>
#include <vector>

#include "segment/base/error.h"
#include "segment/base/hash.h"
#include "segment/base/mapped_file.h"

namespace muqabala {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

/// Texts in a row, so that no two different rows read alike.
class KeyText {
 public:
  void add(std::string_view part) { text_ += fmt::format("{}:{}\n", part.size(), part); }
  void add_hash_of(std::string_view bytes) { add(fmt::format("{:016x}", hash_bytes(bytes))); }
  std::string key() const { return fmt::format("{:016x}", hash_bytes(text_)); }

 private:
  std::string text_;
};

/// Adds what the file holds; false where that cannot be relied on.
bool add_file(KeyText& text, const std::string& path) {
  std::error_code fault;
  const fs::file_status status = fs::status(path, fault);
  if (status.type() == fs::file_type::not_found) {
    text.add("missing");
    return true;
  }
  if (!fs::is_regular_file(status)) return false;
  try {
    const MappedFile file = MappedFile::open(path, kNoLimit);
    text.add_hash_of(file.bytes());
  } catch (const Error&) {
    return false;
  }
  return true;
}

bool add_side(KeyText& text, const Input& input, const std::optional<std::string>& given) {
  text.add(input.path);
  text.add(input.language);
  if (!given) return add_file(text, input.path);
  text.add_hash_of(*given);
  return true;
}

}  // namespace

std::string lexicon_key(const LexiconSources& sources) {
  KeyText text;
  text.add(fmt::format("{} {}", sources.core, sources.cldr));
  for (const auto* files : {&sources.files, &sources.learned})
    for (const std::string& path : *files)
      text.add_hash_of(MappedFile::open(path, kNoLimit).bytes());
  for (const std::string& folder : sources.dictd_folders) {
    std::vector<std::string> found;
    std::error_code none;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, none)) {
      std::error_code gone;
      found.push_back(fmt::format("{} {} {}", entry.path().filename().string(),
                                  entry.file_size(gone),
                                  entry.last_write_time(gone).time_since_epoch().count()));
    }
    std::sort(found.begin(), found.end());
    for (const std::string& file : found) text.add(file);
  }
  return text.key();
}

std::string document_key(const CollectionRecord& record, std::string_view settings) {
  KeyText text;
  text.add(settings);
  for (const auto& [name, value] : record.metadata) {
    text.add(name);
    text.add(value);
  }
  if (!add_side(text, record.source, record.source_text) ||
      !add_side(text, record.target, record.target_text))
    return {};
  return text.key();
}

}  // namespace muqabala
