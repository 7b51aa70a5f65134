#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "align/alignment.h"
#include "align/evaluation.h"

namespace muqabala {

/// What a bead claims about itself, and whether that is so.
struct JudgedBead {
  double probability = 0;
  bool is_right = false;
};

/// The beads of one or more documents.
struct JudgedBeads {
  std::vector<JudgedBead> pairs;  ///< right = all segments stand in one gold row
  std::vector<JudgedBead> nulls;  ///< right = the gold has no counterpart either
  JudgedBeads& operator+=(const JudgedBeads& other);
};

/// Which beads are judged.
struct JudgeOptions {
  /// Leave out beads with a segment of a gold row that has an empty side: for a gold in which such
  /// rows are not to be trusted.
  bool ignore_one_sided = false;
};

/// Holds the beads of an alignment against the gold. Segments that the gold does not mention have
/// no counterpart in it.
JudgedBeads judge(const SentenceAlignment& alignment, const std::vector<GoldBead>& gold,
                  const JudgeOptions& options);

/// The beads whose probability falls into one tenth of [0,1].
struct ReliabilityBin {
  std::size_t beads = 0;
  double mean_probability = 0;  ///< 0 where there are no beads
  double share_right = 0;       ///< likewise
};

inline constexpr std::size_t kReliabilityBins = 10;

/// How far probabilities can be believed.
struct Reliability {
  std::array<ReliabilityBin, kReliabilityBins> bins = {};
  /// Mean over the beads of |mean probability - share right| of their bin, in [0,1].
  double calibration_error = 0;
  /// The chance that a right bead has a higher probability than a wrong one, ties counting half;
  /// nothing where all are right or all wrong.
  std::optional<double> area_under_roc;
};

Reliability reliability(const std::vector<JudgedBead>& beads);

}  // namespace muqabala
