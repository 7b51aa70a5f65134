#pragma once

#include <array>
#include <cstddef>
#include <iosfwd>
#include <map>
#include <string>
#include <string_view>

#include "corpus/collection/result.h"
#include "segment/base/place.h"

namespace muqabala {

/// How often values in [0,1] fell into each of twenty equal bins; 1 is in the last.
struct Distribution {
  static constexpr std::size_t kBins = 20;
  std::array<std::size_t, kBins> counts = {};

  void add(double value);
  bool operator==(const Distribution&) const = default;
};

/// What one side of a collection amounts to.
struct SideStatistics {
  std::size_t segments = 0;
  std::size_t words = 0;
  std::size_t unmatched_segments = 0;  ///< without a counterpart: omitted or added
  double covered_words = 0;    ///< words of each document times its share with a counterpart
  Distribution coverage = {};  ///< of the documents' shares

  /// Share with a counterpart, documents weighted by their words; 1 where there are none.
  double share() const;
  /// Segments without a counterpart in a thousand; 0 where there are none.
  double unmatched_per_thousand() const;
  bool operator==(const SideStatistics&) const = default;
};

/// What a collection amounts to: the numbers of `statistics.json`. The same results, in any order,
/// give the same numbers, but for the last digits of `covered_words`.
struct CollectionStatistics {
  std::size_t documents = 0;                          ///< those that failed included
  std::map<std::string, std::size_t> failures = {};   ///< documents by the code of their failure
  std::map<std::string, std::size_t> languages = {};  ///< aligned documents by languages, `ar-en`
  SideStatistics source = {};
  SideStatistics target = {};
  std::map<std::string, std::size_t> beads = {};     ///< by kind, null beads included
  std::size_t pairs = 0;                             ///< beads of two sides
  std::map<std::string, std::size_t> rejected = {};  ///< pairs by the filter that rejected them
  Distribution probability = {};                     ///< of the pairs, rejected ones included
  std::size_t duplicate_index_bytes = 0;

  void add(const DocumentResult& result);
  std::size_t failed() const;  ///< documents
  std::size_t kept() const;    ///< pairs
  bool operator==(const CollectionStatistics&) const = default;
};

/// As `docs/statistics.schema.json` describes, indented.
std::string to_json(const CollectionStatistics& statistics);

/// What `to_json` wrote. Throws `errors::malformed_statistics` for anything else.
CollectionStatistics statistics_of_json(std::string_view json, const Place& where);

/// The numbers and plots of them as one HTML page, which loads nothing and runs no script.
void write_statistics_page(const CollectionStatistics& statistics, std::ostream& out);

}  // namespace muqabala
