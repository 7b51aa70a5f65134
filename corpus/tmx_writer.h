#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>

#include "corpus/write_alignment.h"

namespace muqabala {

/// One translation unit of a TMX file.
struct TmxUnit {
  std::string_view id;  ///< its `tuid`
  std::string_view kind;
  double probability = 0;
  std::string_view source_language;  ///< BCP 47; empty = undetermined
  std::string_view target_language;
  std::string_view source;  ///< one line of well-formed text
  std::string_view target;
  std::string_view properties = {};  ///< what `tmx_property` gave, any number of them
};

/// A `prop` as `TmxUnit::properties` holds it: `x-` and `name`, which is the user's.
std::string tmx_property(std::string_view name, std::string_view value);

/// Writes TMX 1.4b, level 1, valid against `tmx14.dtd`, unit by unit, to a stream that must outlive
/// it. Characters that XML cannot hold are left out and counted.
class TmxWriter {
 public:
  /// Writes the header. A unit whose source language is another says so itself.
  TmxWriter(std::ostream& out, const TmxOptions& options, std::string_view source_language);

  /// Writes a unit, unless a side is blank: then false.
  bool add(const TmxUnit& unit);
  /// Writes the end.
  void finish();

  std::size_t removed() const { return removed_; }

 private:
  std::ostream& out_;
  std::string source_language_;
  std::string date_;  ///< as an attribute; empty = none
  std::size_t removed_ = 0;
};

}  // namespace muqabala
