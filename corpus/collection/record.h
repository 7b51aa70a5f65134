#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/pipeline.h"

namespace muqabala {

/// One document of a collection: what a line of a manifest or of a stream asks for.
struct CollectionRecord {
  std::size_t number = 0;  ///< of the line among all records, 0-based: the order of every output
  std::string id;          ///< unique in the collection
  Input source = {};
  Input target = {};
  /// The texts themselves, in place of files; then the paths only name them in messages.
  std::optional<std::string> source_text = {};
  std::optional<std::string> target_text = {};
  /// What else is known of the document (licence, origin, date ...), carried to every output.
  std::map<std::string, std::string> metadata = {};
};

/// `record` in one line of JSON, for another process; the keys are those of a manifest.
std::string to_json(const CollectionRecord& record);

/// What `to_json` wrote. Throws `errors::malformed_record` for anything else.
CollectionRecord record_of_json(std::string_view line);

}  // namespace muqabala
