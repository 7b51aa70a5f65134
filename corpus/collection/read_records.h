#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>

#include "corpus/collection/record.h"
#include "corpus/manifest.h"
#include "segment/base/error.h"

namespace muqabala {

struct RecordOptions {
  std::string source_language = {};  ///< of records that do not say theirs; empty = detect
  std::string target_language = {};
  /// Refuse an id that was there before, which takes about 40 bytes a record (ids are known by a
  /// hash of 64 bits).
  bool refuses_repeated_ids = true;
};

/// Reads the records of a collection from a manifest. A record without an id is known by the path
/// of its original.
class RecordReader {
 public:
  RecordReader(const std::string& path, RecordOptions options);

  /// The next record; nothing at the end. Throws what `ManifestReader::next` throws; a line that
  /// cannot be used has a number like any other, and the next call goes on behind it.
  std::optional<CollectionRecord> next();

  /// How many records there were so far, those among them that could not be used.
  std::size_t count() const { return count_; }
  const ManifestReader& manifest() const { return manifest_; }

 private:
  ManifestReader manifest_;
  RecordOptions options_;
  std::size_t count_ = 0;
  std::unordered_set<std::uint64_t> ids_;
};

/// Whether `error` is about a line of a manifest, behind which reading goes on.
bool is_about_a_record(const Error& error);

}  // namespace muqabala
