#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "corpus/collection/outputs/collection_output.h"
#include "corpus/detail/json_line.h"

namespace muqabala {
namespace {

using Json = nlohmann::ordered_json;

void write_pairs(const DocumentResult& result, std::ostream& out) {
  for (const CollectedBead& bead : result.beads) {
    if (!is_kept(bead)) continue;
    const Json record = {{"id", unit_id(result, bead)},
                         {"source_text", bead.source.text},
                         {"target_text", bead.target.text},
                         {"kind", bead.kind},
                         {"probability", bead.probability},
                         {"document", result.id},
                         {"source_file", result.source_path},
                         {"target_file", result.target_path},
                         {"source_lang", result.source_language},
                         {"target_lang", result.target_language},
                         {"source", segment_numbers(bead.source)},
                         {"target", segment_numbers(bead.target)},
                         {"source_offsets", {bead.source.bytes.begin, bead.source.bytes.end}},
                         {"target_offsets", {bead.target.bytes.begin, bead.target.bytes.end}},
                         {"metadata", result.metadata}};
    out << detail::json_line_of(record) << '\n';
  }
}

}  // namespace

std::unique_ptr<CollectionOutput> jsonl_output(const std::string& path) {
  return std::make_unique<FileOutput>(path, write_pairs);
}

}  // namespace muqabala
