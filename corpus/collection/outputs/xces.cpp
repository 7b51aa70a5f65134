#include <fmt/ostream.h>

#include <ostream>
#include <string>

#include "corpus/collection/outputs/collection_output.h"

namespace muqabala {
namespace {

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
    "<!DOCTYPE cesAlign PUBLIC \"-//CES//DTD XML cesAlign//EN\" \"\">\n"
    "<cesAlign version=\"1.0\">\n";
constexpr std::string_view kFoot = "</cesAlign>\n";

/// `3 4`: OPUS counts sentences from 1.
std::string sentences_of(const CollectedSide& side) {
  std::string numbers;
  for (const std::size_t number : segment_numbers(side))
    numbers += (numbers.empty() ? "" : " ") + std::to_string(number + 1);
  return numbers;
}

void write_group(const DocumentResult& result, std::ostream& out) {
  if (result.failure) return;
  const std::string name = file_name_of(result.id) + ".xml.gz";
  fmt::print(out, " <linkGrp targType=\"s\" fromDoc=\"{}/{}\" toDoc=\"{}/{}\">\n",
             file_name_of(result.source_language), name, file_name_of(result.target_language),
             name);
  std::size_t number = 0;
  for (const CollectedBead& bead : result.beads)
    if (bead.rejected_by.empty())
      fmt::print(out, "  <link xtargets=\"{};{}\" id=\"SL{}\" certainty=\"{:.4f}\" />\n",
                 sentences_of(bead.source), sentences_of(bead.target), ++number, bead.probability);
  out << " </linkGrp>\n";
}

}  // namespace

std::unique_ptr<CollectionOutput> xces_output(const std::string& path) {
  return std::make_unique<FileOutput>(path, write_group, kHead, kFoot);
}

}  // namespace muqabala
