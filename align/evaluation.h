#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"

namespace muqabala {

/// A bead of a gold alignment: segment numbers need not be adjacent.
struct GoldBead {
  std::vector<std::size_t> source;
  std::vector<std::size_t> target;
  bool operator==(const GoldBead&) const = default;
  auto operator<=>(const GoldBead&) const = default;
};

/// Reads a ladder: a bead a line, `[0,1]:[0]`; what follows a second ':' is ignored, and so are
/// blank lines, white space around numbers and a byte order mark. Throws `errors::malformed_ladder`
/// with the place in `path`.
std::vector<GoldBead> parse_ladder(std::string_view text, const std::string& path);

std::vector<GoldBead> to_gold_beads(const SentenceAlignment& alignment);

/// Counts behind a precision and a recall. They add up over documents.
struct Counts {
  double right_predicted = 0;  ///< numerator of precision
  double predicted = 0;
  double right_gold = 0;  ///< numerator of recall
  double gold = 0;

  double precision() const;  ///< in [0,1]; 0 where nothing was predicted
  double recall() const;
  double f1() const;
  Counts& operator+=(const Counts& other);
};

/// How well a prediction agrees with the gold.
struct Scores {
  Counts strict;  ///< bead-exact, over two-sided beads (Thompson and Koehn 2019)
  Counts row;     ///< links inside one gold row; characters of two-sided rows that have such a link
  Counts drop;    ///< source segments without a counterpart
  Counts add;     ///< target segments without a counterpart
  Scores& operator+=(const Scores& other);
};

/// Scores one document. `source_lengths` and `target_lengths`: code points of each segment. Numbers
/// beyond them are no segments: links to them are wrong, and nothing else counts them. No
/// prediction at all finds no segment without a counterpart.
Scores score(const std::vector<GoldBead>& gold, const std::vector<GoldBead>& predicted,
             const std::vector<std::size_t>& source_lengths,
             const std::vector<std::size_t>& target_lengths);

}  // namespace muqabala
