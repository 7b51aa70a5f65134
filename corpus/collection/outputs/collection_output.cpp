#include "corpus/collection/outputs/collection_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>
#include <utility>

#include "corpus/one_line.h"
#include "segment/base/hash.h"

namespace muqabala {
namespace {

std::string numbers_of(const CollectedSide& side) {
  const std::size_t last = side.first_segment + side.segments - 1;
  return side.segments == 1 ? fmt::format("{}", last)
                            : fmt::format("{}-{}", side.first_segment, last);
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '_' || c == '-';
}

}  // namespace

FileOutput::FileOutput(const std::string& path, Write write, std::string_view head,
                       std::string_view foot)
    : file_(path), write_(std::move(write)), foot_(foot) {
  file_.stream() << head;
}

void FileOutput::add(const DocumentResult& result) { write_(result, file_.stream()); }

void FileOutput::seal() {
  file_.stream() << foot_;
  file_.seal();
}

Paths FileOutput::commit() {
  file_.commit();
  return {file_.path()};
}

bool is_kept(const CollectedBead& bead) { return bead.is_pair() && bead.rejected_by.empty(); }

std::string unit_id(const DocumentResult& result, const CollectedBead& bead) {
  return fmt::format("{}:{}:{}", one_line(result.id), numbers_of(bead.source),
                     numbers_of(bead.target));
}

std::string file_name_of(std::string_view id) {
  constexpr std::size_t kLongest = 150;  // names hold 255 bytes
  std::string name(id.substr(0, kLongest));
  std::replace_if(
      name.begin(), name.end(), [](char c) { return !is_plain(c); }, '_');
  if (name.starts_with('.')) name.front() = '_';
  // `~` is in no name that needed no change.
  return name == id && !name.empty() ? name : fmt::format("{}~{:016x}", name, hash_bytes(id));
}

std::string language_pair_of(const DocumentResult& result) {
  return file_name_of(result.source_language) + '-' + file_name_of(result.target_language);
}

}  // namespace muqabala
