#include "corpus/collection/record.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "corpus/detail/json_line.h"
#include "segment/base/error.h"

namespace muqabala {

using Json = nlohmann::json;

std::string to_json(const CollectionRecord& record) {
  Json json = {{"number", record.number},
               {"id", record.id},
               {"source", record.source.path},
               {"target", record.target.path},
               {"source_lang", record.source.language},
               {"target_lang", record.target.language},
               {"metadata", record.metadata}};
  if (record.source_text) json["source_text"] = *record.source_text;
  if (record.target_text) json["target_text"] = *record.target_text;
  return detail::json_line_of(json);
}

CollectionRecord record_of_json(std::string_view line) {
  try {
    Json json = Json::parse(line);
    const auto text = [&](const char* key) -> std::optional<std::string> {
      if (!json.contains(key)) return std::nullopt;
      return std::move(json[key].get_ref<std::string&>());
    };
    CollectionRecord record{.number = json.at("number").get<std::size_t>(),
                            .id = json.at("id").get<std::string>(),
                            .source = {.path = json.at("source").get<std::string>(),
                                       .language = json.at("source_lang").get<std::string>()},
                            .target = {.path = json.at("target").get<std::string>(),
                                       .language = json.at("target_lang").get<std::string>()}};
    record.source_text = text("source_text");
    record.target_text = text("target_text");
    json.at("metadata").get_to(record.metadata);
    return record;
  } catch (const Json::exception& fault) {
    throw errors::malformed_record({}, fault.what());
  }
}

}  // namespace muqabala
