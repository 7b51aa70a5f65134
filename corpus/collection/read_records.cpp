#include "corpus/collection/read_records.h"

#include <fmt/format.h>

#include <utility>

#include "segment/base/error.h"
#include "segment/base/hash.h"

namespace muqabala {

RecordReader::RecordReader(const std::string& path, RecordOptions options)
    : manifest_(path), options_(std::move(options)) {}

std::optional<CollectionRecord> RecordReader::next() {
  std::optional<ManifestEntry> entry;
  try {
    entry = manifest_.next();
  } catch (const Error& error) {
    if (is_about_a_record(error)) ++count_;
    throw;
  }
  if (!entry) return std::nullopt;
  CollectionRecord record{.number = entry->number.value_or(count_),
                          .id = std::move(entry->id),
                          .source = {std::move(entry->source), std::move(entry->source_language)},
                          .target = {std::move(entry->target), std::move(entry->target_language)},
                          .source_text = std::move(entry->source_text),
                          .target_text = std::move(entry->target_text),
                          .metadata = std::move(entry->metadata)};
  ++count_;
  if (record.id.empty()) record.id = record.source.path;
  if (record.id.empty())
    throw errors::malformed_manifest(
        entry->where, "a text without the path of a file needs an id to be known by");
  if (record.source.language.empty()) record.source.language = options_.source_language;
  if (record.target.language.empty()) record.target.language = options_.target_language;
  if (options_.refuses_repeated_ids && !ids_.insert(hash_bytes(record.id)).second)
    throw errors::malformed_manifest(
        entry->where,
        fmt::format("the id '{}' was there before; give every document its own", record.id));
  return record;
}

bool is_about_a_record(const Error& error) {
  return error.code() == ErrorCode::kMalformedManifest || error.code() == ErrorCode::kInvalidUtf8;
}

}  // namespace muqabala
