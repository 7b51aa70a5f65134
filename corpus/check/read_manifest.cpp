#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "corpus/check/pair_list.h"
#include "segment/base/error.h"
#include "segment/base/file_bytes.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

constexpr std::size_t kMaxManifestBytes = std::size_t{1} << 28;

/// The columns of a manifest, which are also the keys of its objects.
constexpr std::array kColumns = {"source", "target", "id", "source_lang", "target_lang"};
using Row = std::array<std::string, kColumns.size()>;

Row row_of_object(std::string_view line, const Place& where) {
  const auto json = nlohmann::json::parse(line, nullptr, false);
  if (!json.is_object()) throw errors::malformed_manifest(where, "the line is no JSON object");
  Row row;
  for (const auto& [key, value] : json.items()) {
    const auto column = std::find(kColumns.begin(), kColumns.end(), key);
    if (column == kColumns.end()) continue;  // whoever wrote the file may want to say more
    if (!value.is_string())
      throw errors::malformed_manifest(where, fmt::format("its \"{}\" is no text", key));
    row[static_cast<std::size_t>(column - kColumns.begin())] = value.get<std::string>();
  }
  return row;
}

Row row_of_columns(std::string_view line, const Place& where) {
  Row row;
  std::size_t column = 0;
  for (std::size_t begin = 0; begin <= line.size(); ++column) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    if (column == row.size())
      throw errors::malformed_manifest(
          where, "it has more than five columns: source, target, id, languages of both");
    row[column] = line.substr(begin, end - begin);
    begin = end + 1;
  }
  return row;
}

bool is_header(const Row& row) { return row[0] == kColumns[0] && row[1] == kColumns[1]; }

bool exists(const std::string& path) {
  std::error_code none;
  return std::filesystem::exists(path, none);
}

}  // namespace

std::vector<FilePair> read_manifest(const std::string& path, const PairLanguages& languages) {
  const Utf8Text text = Utf8Text::checked(read_bytes(path, kMaxManifestBytes), path);
  std::string_view all = text.view();
  if (all.starts_with("\uFEFF")) all.remove_prefix(std::string_view("\uFEFF").size());
  std::vector<FilePair> pairs;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    std::string_view line = all.substr(begin, end - begin);
    begin = end + 1;
    const Place where{.path = path, .line = ++number};
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find_first_not_of(" \t") == line.npos || line.starts_with('#')) continue;
    Row row = line.starts_with('{') ? row_of_object(line, where) : row_of_columns(line, where);
    if (pairs.empty() && is_header(row)) continue;
    auto& [source, target, id, source_language, target_language] = row;
    if (source.empty() || target.empty())
      throw errors::malformed_manifest(where,
                                       fmt::format("it names no {}; a line is source<TAB>target",
                                                   source.empty() ? "source" : "target"));
    if (source == "-" || target == "-")
      throw errors::malformed_manifest(where, "standard input cannot be one of many pairs");
    if (source_language.empty()) source_language = languages.source;
    if (target_language.empty()) target_language = languages.target;
    FilePair pair{
        .id = id, .source = {source, source_language}, .target = {target, target_language}};
    pair.has_source = exists(source);
    pair.has_target = exists(target);
    pairs.push_back(std::move(pair));
  }
  if (pairs.empty()) throw errors::no_pairs(fmt::format("the manifest {}", path));
  return pairs;
}

}  // namespace muqabala
