#include "corpus/collection/result.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>
#include <utility>

#include "corpus/detail/json_line.h"
#include "segment/base/error.h"
#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

using Json = nlohmann::ordered_json;

Json offsets_of(const CollectedSide& side) {
  if (side.segments == 0) return Json::array();
  return {side.bytes.begin, side.bytes.end};
}

Json json_of(const CollectedBead& bead) {
  Json json = {{"kind", bead.kind},
               {"probability", bead.probability},
               {"source", segment_numbers(bead.source)},
               {"target", segment_numbers(bead.target)},
               {"source_text", bead.source.text},
               {"target_text", bead.target.text},
               {"source_offsets", offsets_of(bead.source)},
               {"target_offsets", offsets_of(bead.target)}};
  if (!bead.source.cuts.empty()) json["source_cuts"] = bead.source.cuts;
  if (!bead.target.cuts.empty()) json["target_cuts"] = bead.target.cuts;
  if (!bead.rejected_by.empty()) json["rejected_by"] = bead.rejected_by;
  return json;
}

Json json_of(const DocumentCounts& counts) {
  return {
      {"source_segments", counts.source_segments},   {"target_segments", counts.target_segments},
      {"source_words", counts.source_words},         {"target_words", counts.target_words},
      {"omitted_segments", counts.omitted_segments}, {"added_segments", counts.added_segments},
      {"source_share", counts.source_share},         {"target_share", counts.target_share}};
}

bool are_cuts_of(const CollectedSide& side) {
  const auto is_between_characters = [&](std::size_t cut) {
    return cut <= side.text.size() && begin_of_character(side.text, cut) == cut;
  };
  return side.cuts.size() == side.segments - 1 &&
         std::is_sorted(side.cuts.begin(), side.cuts.end()) &&
         std::all_of(side.cuts.begin(), side.cuts.end(), is_between_characters);
}

/// `prefix`: `source` or `target`.
CollectedSide side_of(Json& bead, const std::string& prefix, const Place& where) {
  const Json& numbers = bead.at(prefix);
  CollectedSide side{.segments = numbers.size()};
  side.text = std::move(bead.at(prefix + "_text").get_ref<std::string&>());
  if (numbers.empty()) return side;
  side.first_segment = numbers.front().get<std::size_t>();
  const Json& offsets = bead.at(prefix + "_offsets");
  side.bytes = {.begin = offsets.at(0).get<std::size_t>(), .end = offsets.at(1).get<std::size_t>()};
  side.cuts = bead.value(prefix + "_cuts", side.cuts);
  if (!are_cuts_of(side))
    throw errors::malformed_record(where, prefix + "_cuts do not fit the text and its segments");
  return side;
}

CollectedBead bead_of(Json& json, const Place& where) {
  return {.kind = json.at("kind").get<std::string>(),
          .probability = json.at("probability").get<double>(),
          .source = side_of(json, "source", where),
          .target = side_of(json, "target", where),
          .rejected_by = json.value("rejected_by", std::string{})};
}

DocumentCounts counts_of(const Json& json) {
  const auto number = [&](const char* key) { return json.at(key).get<std::size_t>(); };
  return {.source_segments = number("source_segments"),
          .target_segments = number("target_segments"),
          .source_words = number("source_words"),
          .target_words = number("target_words"),
          .omitted_segments = number("omitted_segments"),
          .added_segments = number("added_segments"),
          .source_share = json.at("source_share").get<double>(),
          .target_share = json.at("target_share").get<double>()};
}

}  // namespace

std::vector<std::size_t> segment_numbers(const CollectedSide& side) {
  std::vector<std::size_t> numbers(side.segments);
  std::iota(numbers.begin(), numbers.end(), side.first_segment);
  return numbers;
}

std::vector<std::string_view> segment_texts(const CollectedSide& side) {
  std::vector<std::string_view> texts;
  for (std::size_t i = 0; i < side.segments; ++i) {
    const std::size_t begin = i == 0 ? 0 : side.cuts[i - 1];
    const bool is_last = i + 1 == side.segments;
    std::string_view text(side.text);
    text = text.substr(begin, (is_last ? text.size() : side.cuts[i]) - begin);
    if (!is_last && text.ends_with(' ')) text.remove_suffix(1);
    texts.push_back(text);
  }
  return texts;
}

std::string to_json(const DocumentResult& result) {
  Json json = {{"number", result.number},
               {"id", result.id},
               {"source", result.source_path},
               {"target", result.target_path},
               {"source_lang", result.source_language},
               {"target_lang", result.target_language},
               {"metadata", result.metadata}};
  if (result.failure) {
    json["failure"] = {{"code", result.failure->code}, {"message", result.failure->message}};
  } else {
    json["counts"] = json_of(result.counts);
    Json& beads = json["beads"] = Json::array();
    for (const CollectedBead& bead : result.beads) beads.push_back(json_of(bead));
  }
  return detail::json_line_of(json);
}

DocumentResult result_of_json(std::string_view line, const Place& where) {
  try {
    Json json = Json::parse(line);
    const auto text = [&](const char* key) { return json.at(key).get<std::string>(); };
    DocumentResult result{.number = json.at("number").get<std::size_t>(),
                          .id = text("id"),
                          .source_path = text("source"),
                          .target_path = text("target"),
                          .source_language = text("source_lang"),
                          .target_language = text("target_lang")};
    for (const auto& [key, value] : json.at("metadata").items())
      result.metadata[key] = value.get<std::string>();
    if (json.contains("failure")) {
      const Json& failure = json["failure"];
      result.failure = {.code = failure.at("code").get<std::string>(),
                        .message = failure.at("message").get<std::string>()};
      return result;
    }
    result.counts = counts_of(json.at("counts"));
    for (Json& bead : json.at("beads")) result.beads.push_back(bead_of(bead, where));
    return result;
  } catch (const Json::exception& fault) {
    throw errors::malformed_record(where, fault.what());
  }
}

}  // namespace muqabala
