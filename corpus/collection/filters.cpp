#include "corpus/collection/filters.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <span>
#include <utility>

#include "corpus/collection/filters/judges.h"
#include "segment/base/error.h"
#include "segment/base/parse_number.h"
#include "segment/base/split.h"
#include "segment/base/suggest.h"

namespace muqabala {
namespace {

using Judge = bool (*)(FilteredPair& pair, std::span<const double> thresholds);

struct Row {
  FilterKind kind;
  Judge judge;
};

/// docs/cleaning.md gives the reason of each default.
const std::vector<Row>& rows() {
  static const std::vector<Row> table = {
      {{"probability", {0.5}, true, "pairs less likely to be right than that"},
       judges::probability},
      {{"letters", {0.5}, true, "sides of whose characters fewer than that share are letters"},
       judges::letters},
      {{"too-short", {2}, true, "sides with fewer letters"}, judges::too_short},
      {{"too-long", {1000}, true, "sides with more characters"}, judges::too_long},
      {{"long-word", {40}, true, "sides with a word of more characters"}, judges::long_word},
      {{"length-ratio", {3}, true, "pairs of which one side is that many times as long"},
       judges::length_ratio},
      {{"html-tag", {}, true, "sides with a tag of HTML or XML in the text"}, judges::html_tag},
      {{"furniture", {}, true, "menus, notices and buttons of web pages"}, judges::furniture},
      {{"untranslated",
        {0.8},
        true,
        "translations of whose words that share stands in the original as it is"},
       judges::untranslated},
      {{"script",
        {0.5},
        true,
        "sides of whose letters fewer than that share are of the language's scripts"},
       judges::script},
      {{"language", {}, true, "sides that are surely in another language (CLD2)"},
       judges::language},
      {{"numbers",
        {0.5},
        true,
        "pairs of whose numbers and dates fewer than that share have a counterpart"},
       judges::numbers},
      {{"terminal-punctuation",
        {-2},
        false,
        "pairs whose sentence ends differ in number, by OpusFilter's score"},
       judges::terminal_punctuation}};
  return table;
}

const Row* find_row(std::string_view name) {
  const auto found = std::find_if(rows().begin(), rows().end(),
                                  [&](const Row& row) { return row.kind.name == name; });
  return found == rows().end() ? nullptr : &*found;
}

const Row& row_of(std::string_view name) {
  if (const Row* row = find_row(name)) return *row;
  std::vector<std::string_view> names = {"none"};
  for (const Row& row : rows()) names.push_back(row.kind.name);
  const std::string_view nearest = suggest(name, names);
  throw errors::bad_usage(fmt::format(
      "there is no filter '{}'{}; the filters are {}", name,
      nearest.empty() ? "" : fmt::format("; did you mean '{}'?", nearest), fmt::join(names, ", ")));
}

double threshold_of(std::string_view name, std::string_view text) {
  const auto value = parse_number<double>(text);
  if (!value || !std::isfinite(*value))
    throw errors::bad_usage(
        fmt::format("the filter '{}' takes a number as its threshold, not '{}'", name, text));
  return *value;
}

/// What `typed` makes of the filters before it.
void choose(std::string_view typed, Filters& filters) {
  if (typed == "none") return filters.clear();
  const bool leaves_out = typed.starts_with('-');
  if (leaves_out) typed.remove_prefix(1);
  const std::size_t equals = typed.find('=');
  const std::string_view name = typed.substr(0, equals);
  const Row& row = row_of(name);
  std::erase_if(filters, [&](const Filter& filter) { return filter.name == name; });
  Filter filter{.name = std::string(name), .thresholds = row.kind.thresholds};
  if (equals != std::string_view::npos) {
    if (row.kind.thresholds.empty() || leaves_out)
      throw errors::bad_usage(fmt::format("no threshold goes with '{}'", typed.substr(0, equals)));
    filter.thresholds = {threshold_of(name, typed.substr(equals + 1))};
  }
  if (!leaves_out) filters.push_back(std::move(filter));
}

bool comes_before(const Filter& a, const Filter& b) {
  return find_row(a.name) < find_row(b.name);  // rows of one table
}

}  // namespace

const std::vector<FilterKind>& filter_kinds() {
  static const std::vector<FilterKind> kinds = [] {
    std::vector<FilterKind> all;
    for (const Row& row : rows()) all.push_back(row.kind);
    return all;
  }();
  return kinds;
}

Filters default_filters() {
  Filters filters;
  for (const FilterKind& kind : filter_kinds())
    if (kind.is_default)
      filters.push_back({.name = std::string(kind.name), .thresholds = kind.thresholds});
  return filters;
}

Filters parse_filters(std::string_view typed) {
  Filters filters = default_filters();
  if (typed.ends_with(',')) typed.remove_suffix(1);
  if (!typed.empty())
    for (const std::string_view one : split(typed, ',')) choose(one, filters);
  std::sort(filters.begin(), filters.end(), comes_before);
  return filters;
}

std::string to_string(const Filters& filters) {
  std::string text = "none";
  for (const Filter& filter : filters) {
    text += ',' + filter.name;
    for (const double threshold : filter.thresholds) text += fmt::format("={}", threshold);
  }
  return text;
}

void apply_filters(DocumentResult& result, const Filters& filters) {
  const std::shared_ptr<LanguageTools> source = LanguageTools::of(result.source_language);
  const std::shared_ptr<LanguageTools> target = LanguageTools::of(result.target_language);
  std::vector<Judge> asked;
  for (const Filter& filter : filters) asked.push_back(row_of(filter.name).judge);
  for (CollectedBead& bead : result.beads) {
    bead.rejected_by.clear();
    if (!bead.is_pair()) continue;
    FilteredPair pair{.probability = bead.probability,
                      .source = {bead.source.text, *source},
                      .target = {bead.target.text, *target}};
    for (std::size_t i = 0; i < filters.size(); ++i) {
      if (!asked[i](pair, filters[i].thresholds)) continue;
      bead.rejected_by = filters[i].name;
      break;
    }
  }
}

}  // namespace muqabala
