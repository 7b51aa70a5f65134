#include "corpus/manifest.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "segment/base/error.h"
#include "segment/base/line_reader.h"
#include "segment/base/parse_number.h"
#include "segment/base/split.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

using Json = nlohmann::json;

/// A text of the greatest size that is read from a file (`ReadOptions::limit_bytes`), both sides of
/// it, escaped.
constexpr std::size_t kMaxLineBytes = std::size_t{1} << 30;

/// The columns that stand without a line that names them.
const std::vector<std::string> kColumns = {"source", "target", "id", "source_lang", "target_lang"};

/// Puts a value in its place.
void set(ManifestEntry& entry, const std::string& key, std::string value) {
  if (key == "source") {
    entry.source = std::move(value);
  } else if (key == "target") {
    entry.target = std::move(value);
  } else if (key == "id") {
    entry.id = std::move(value);
  } else if (key == "source_lang") {
    entry.source_language = std::move(value);
  } else if (key == "target_lang") {
    entry.target_language = std::move(value);
  } else if (key == "source_text") {
    entry.source_text = std::move(value);
  } else if (key == "target_text") {
    entry.target_text = std::move(value);
  } else if (const auto number =
                 key == "number" ? parse_number<std::size_t>(value) : std::nullopt) {
    entry.number = number;
  } else {
    entry.metadata[key] = std::move(value);
  }
}

bool is_known(std::string_view key) {
  return key == "source_text" || key == "target_text" ||
         std::find(kColumns.begin(), kColumns.end(), key) != kColumns.end();
}

/// What is parsed is written again in recursion, for which what lies deeper has to be kept out.
Json parse(std::string_view line, const Place& where) {
  constexpr int kDeepest = 32;
  bool is_too_deep = false;
  const auto keeps = [&](int depth, Json::parse_event_t, const Json&) {
    is_too_deep = is_too_deep || depth > kDeepest;
    return depth <= kDeepest;
  };
  Json json = Json::parse(line, keeps, false);
  if (!json.is_object()) throw errors::malformed_manifest(where, "the line is no JSON object");
  if (is_too_deep)
    throw errors::malformed_manifest(where,
                                     fmt::format("it nests deeper than {} levels", kDeepest));
  return json;
}

ManifestEntry entry_of_object(std::string_view line, const Place& where) {
  const Json json = parse(line, where);
  ManifestEntry entry{.where = where};
  for (const auto& [key, value] : json.items()) {
    if (value.is_null()) continue;
    const bool is_id = key == "id" && value.is_number_integer();
    if (value.is_string()) {
      set(entry, key, value.get<std::string>());
    } else if (!is_known(key) || is_id) {
      set(entry, key, value.dump());
    } else {
      throw errors::malformed_manifest(where, fmt::format("its \"{}\" is no text", key));
    }
  }
  return entry;
}

ManifestEntry entry_of_columns(std::vector<std::string> cells,
                               const std::vector<std::string>& columns, const Place& where) {
  if (cells.size() > columns.size())
    throw errors::malformed_manifest(where, fmt::format("it has more than {} columns: {}",
                                                        columns.size(), fmt::join(columns, ", ")));
  ManifestEntry entry{.where = where};
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (!cells[i].empty()) set(entry, columns[i], std::move(cells[i]));
  return entry;
}

bool is_header(const std::vector<std::string>& cells) {
  const auto holds = [&](std::string_view name) {
    return std::find(cells.begin(), cells.end(), name) != cells.end();
  };
  return (holds("source") || holds("source_text")) && (holds("target") || holds("target_text"));
}

void check(const ManifestEntry& entry) {
  const bool has_source = !entry.source.empty() || entry.source_text;
  if (!has_source || (entry.target.empty() && !entry.target_text))
    throw errors::malformed_manifest(
        entry.where, fmt::format("it names no {}; a line is source<TAB>target or a JSON object "
                                 "with these keys",
                                 has_source ? "target" : "source"));
  if ((entry.source == "-" && !entry.source_text) || (entry.target == "-" && !entry.target_text))
    throw errors::malformed_manifest(entry.where, "standard input cannot be one of many pairs");
}

}  // namespace

struct ManifestReader::State {
  explicit State(const std::string& path) : lines(path, kMaxLineBytes) {}

  Place where() const { return {.path = lines.stream().path(), .line = lines.number()}; }

  void refuse_faulty(std::string_view line) const {
    if (lines.is_cut())
      throw errors::malformed_manifest(where(),
                                       fmt::format("it is longer than {} bytes", kMaxLineBytes));
    const auto fault = find_utf8_fault(line);
    if (!fault) return;
    Place place = where();
    place.column = 1 + count_code_points(line.substr(0, fault->offset_bytes));
    place.offset_bytes = lines.offset_bytes() + fault->offset_bytes;
    throw errors::invalid_utf8(place, fault->byte, fault->reason);
  }

  LineReader lines;
  std::vector<std::string> columns = kColumns;
  bool has_begun = false;  ///< a line that names the columns may not come any more
};

ManifestReader::ManifestReader(const std::string& path) : state_(std::make_unique<State>(path)) {}
ManifestReader::~ManifestReader() = default;
ManifestReader::ManifestReader(ManifestReader&&) noexcept = default;
ManifestReader& ManifestReader::operator=(ManifestReader&&) noexcept = default;

std::optional<ManifestEntry> ManifestReader::next() {
  constexpr std::string_view kMark = "\uFEFF";
  while (auto next = state_->lines.next()) {
    std::string_view line = *next;
    if (state_->lines.number() == 1 && line.starts_with(kMark)) line.remove_prefix(kMark.size());
    if (line.find_first_not_of(" \t") == line.npos || line.starts_with('#')) continue;
    const bool is_first = !std::exchange(state_->has_begun, true);
    state_->refuse_faulty(line);
    ManifestEntry entry;
    if (line.starts_with('{')) {
      entry = entry_of_object(line, state_->where());
    } else {
      const std::vector<std::string_view> parts = split(line, '\t');
      std::vector<std::string> cells(parts.begin(), parts.end());
      if (is_first && is_header(cells)) {
        state_->columns = std::move(cells);
        continue;
      }
      entry = entry_of_columns(std::move(cells), state_->columns, state_->where());
    }
    check(entry);
    return entry;
  }
  return std::nullopt;
}

Place ManifestReader::where() const { return state_->where(); }
bool ManifestReader::has_line() const { return state_->lines.has_line(); }
int ManifestReader::descriptor() const { return state_->lines.stream().descriptor(); }

}  // namespace muqabala
