#include "corpus/collection/bitextor.h"

#include <fmt/format.h>
#include <nettle/base64.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "segment/base/error.h"
#include "segment/base/split.h"

namespace muqabala {
namespace {

constexpr std::size_t kMaxLineBytes = std::size_t{1} << 30;  // as for any manifest

constexpr std::array<std::string_view, 4> kNames = {"src_url", "trg_url", "src_text", "trg_text"};

/// The columns that `cells` name, or nothing where they are no names.
std::optional<std::vector<std::size_t>> named_columns(const std::vector<std::string_view>& cells) {
  std::vector<std::size_t> columns;
  for (const std::string_view name : kNames) {
    const auto found = std::find(cells.begin(), cells.end(), name);
    if (found == cells.end()) return std::nullopt;
    columns.push_back(static_cast<std::size_t>(found - cells.begin()));
  }
  return columns;
}

std::string decode_base64(std::string_view text, const Place& where, std::size_t column) {
  base64_decode_ctx context{};
  ::base64_decode_init(&context);
  std::string bytes(BASE64_DECODE_LENGTH(text.size()), '\0');
  std::size_t size = bytes.size();
  if (::base64_decode_update(&context, &size, reinterpret_cast<std::uint8_t*>(bytes.data()),
                             text.size(), text.data()) == 0 ||
      ::base64_decode_final(&context) == 0)
    throw errors::malformed_manifest(where, fmt::format("its column {} is no base64", column + 1));
  bytes.resize(size);
  return bytes;
}

}  // namespace

BitextorReader::BitextorReader(const std::string& path, std::string source_language,
                               std::string target_language)
    : lines_(path, kMaxLineBytes),
      source_language_(std::move(source_language)),
      target_language_(std::move(target_language)) {}

std::optional<CollectionRecord> BitextorReader::next() {
  while (const auto line = lines_.next()) {
    if (line->empty()) continue;
    const std::vector<std::string_view> cells = split(*line, '\t');
    if (!std::exchange(has_begun_, true)) {
      if (auto columns = named_columns(cells)) {
        columns_ = std::move(*columns);
        continue;
      }
    }
    const Place where{.path = lines_.stream().path(), .line = lines_.number()};
    CollectionRecord record{.number = count_++, .id = {}};
    if (lines_.is_cut())
      throw errors::malformed_manifest(where,
                                       fmt::format("it is longer than {} bytes", kMaxLineBytes));
    if (cells.size() <= *std::max_element(columns_.begin(), columns_.end()))
      throw errors::malformed_manifest(
          where,
          fmt::format("it has {} columns; Bitextor's are url1, url2, text1, text2, the texts "
                      "in base64",
                      cells.size()));
    const auto cell = [&](std::size_t field) { return cells[columns_[field]]; };
    record.source = {.path = std::string(cell(0)), .language = source_language_};
    record.target = {.path = std::string(cell(1)), .language = target_language_};
    record.id = record.source.path + ' ' + record.target.path;
    record.source_text = decode_base64(cell(2), where, columns_[2]);
    record.target_text = decode_base64(cell(3), where, columns_[3]);
    return record;
  }
  return std::nullopt;
}

}  // namespace muqabala
