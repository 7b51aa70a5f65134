#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "segment/base/place.h"

namespace muqabala {

/// What a line of a manifest says: two texts that belong together, and what is known of them.
struct ManifestEntry {
  Place where;  ///< of the line
  std::string id = {};
  std::string source = {};  ///< paths, as on the command line: from the current folder on
  std::string target = {};
  std::string source_language = {};
  std::string target_language = {};
  std::optional<std::string> source_text = {};  ///< the texts themselves
  std::optional<std::string> target_text = {};
  std::optional<std::size_t> number = {};  ///< among all records, where this is a part of them
  std::map<std::string, std::string> metadata = {};  ///< all else, by column or key
};

/// Reads a manifest line by line, so that its length does not matter. Each line is of one of two
/// forms:
///
/// - tab-separated: `source`, `target`, `id`, `source_lang`, `target_lang`, the last three
/// optional;
///   or the columns that the first line names, which then must have at least `source` (or
///   `source_text`) and `target` (or `target_text`) among them;
/// - a JSON object (JSON Lines) with these keys. A value of null counts as not given.
///
/// A whole number in `number` is the place of the record in the collection that the manifest is a
/// part of. Columns and keys of other names are metadata; what is no string among their values is
/// kept as its JSON. Lines that are empty or begin with # are passed over, and so is a byte order
/// mark.
class ManifestReader {
 public:
  /// `path` may be `-`. Throws what `ByteStream` throws.
  explicit ManifestReader(const std::string& path);
  ~ManifestReader();
  ManifestReader(ManifestReader&&) noexcept;
  ManifestReader& operator=(ManifestReader&&) noexcept;

  /// The next entry; nothing at the end. Throws `errors::malformed_manifest` or `invalid_utf8` in
  /// the name of a line that cannot be used, behind which the next call goes on, and what reading
  /// throws.
  std::optional<ManifestEntry> next();

  /// Where the last line stands.
  Place where() const;

  /// Whether `next` will have something to say without waiting; if not, what can be polled.
  bool has_line() const;
  int descriptor() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace muqabala
