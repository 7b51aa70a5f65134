#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "align/alignment.h"
#include "align/lexicon/recurring_lines.h"
#include "segment/segmented_document.h"

namespace muqabala {

/// A line of an aligned document.
struct SeenLine {
  std::uint64_t key = 0;   ///< `line_key`
  bool is_paired = false;  ///< by itself, with text that its words and length speak for
  bool operator==(const SeenLine&) const = default;
};

/// The lines of both sides of a pair that may recur, each at its first place.
struct SeenLines {
  std::vector<SeenLine> source;
  std::vector<SeenLine> target;
};
SeenLines seen_lines(const SegmentedDocument& source, const SegmentedDocument& target,
                     const SentenceAlignment& alignment);

/// In how many documents of a collection the lines of one side stand, and in how many of these they
/// have a counterpart. Whole numbers: in whatever order and however divided documents are counted,
/// the sum is the same.
class LineCounts {
 public:
  struct Count {
    std::int64_t documents = 0;
    std::int64_t paired = 0;  ///< at most `documents`
  };

  /// Adds the lines of one document.
  void add(const std::vector<SeenLine>& lines);
  /// Adds what was counted of one line elsewhere.
  void add(std::uint64_t key, const Count& count);

  /// By `line_key`.
  const std::map<std::uint64_t, Count>& all() const& { return counts_; }

  /// Those of so many documents, and so seldom with a counterpart, that they are likelier than
  /// others to have none; sorted by their keys.
  std::vector<RecurringLine> recurring() const;

 private:
  std::map<std::uint64_t, Count> counts_;
};

}  // namespace muqabala
