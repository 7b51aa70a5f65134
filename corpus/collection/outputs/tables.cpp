// Outputs that are tables of tab-separated values.

#include <fmt/ostream.h>

#include <algorithm>
#include <ostream>
#include <string>

#include "corpus/collection/outputs/collection_output.h"
#include "corpus/one_line.h"

namespace muqabala {
namespace {

/// Where a side is from: `key` of the metadata, or its path.
std::string address_of(const DocumentResult& result, const char* key, const std::string& path) {
  const auto found = result.metadata.find(key);
  return one_line(found == result.metadata.end() ? path : found->second);
}

void write_rejected(const DocumentResult& result, std::ostream& out) {
  for (const CollectedBead& bead : result.beads)
    if (!bead.rejected_by.empty())
      fmt::print(out, "{}\t{}\t{:.4f}\t{}\t{}\n", bead.rejected_by, unit_id(result, bead),
                 bead.probability, one_line(bead.source.text), one_line(bead.target.text));
}

void write_failure(const DocumentResult& result, std::ostream& out) {
  if (result.failure)
    fmt::print(out, "{}\t{}\t{}\t{}\t{}\n", one_line(result.id), one_line(result.failure->code),
               one_line(result.failure->message), one_line(result.source_path),
               one_line(result.target_path));
}

}  // namespace

void write_bitextor_segments(const DocumentResult& result, std::ostream& out) {
  const std::string source = address_of(result, "source_url", result.source_path);
  const std::string target = address_of(result, "target_url", result.target_path);
  for (const CollectedBead& bead : result.beads)
    if (is_kept(bead))
      fmt::print(out, "{}\t{}\t{}\t{}\t{:.4f}\n", source, target, one_line(bead.source.text),
                 one_line(bead.target.text), bead.probability);
}

std::unique_ptr<CollectionOutput> bitextor_output(const std::string& path) {
  return std::make_unique<FileOutput>(path, write_bitextor_segments);
}

std::unique_ptr<CollectionOutput> rejected_output(const std::string& path) {
  return std::make_unique<FileOutput>(path, write_rejected,
                                      "filter\tid\tprobability\tsource\ttarget\n");
}

std::unique_ptr<CollectionOutput> failures_output(const std::string& path) {
  return std::make_unique<FileOutput>(path, write_failure,
                                      "document\tcode\tmessage\tsource\ttarget\n");
}

}  // namespace muqabala
