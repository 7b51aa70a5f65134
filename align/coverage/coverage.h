#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "align/alignment.h"
#include "segment/segmented_document.h"

namespace muqabala {

enum class FindingKind { kOmission, kAddition, kMoved };

/// The name of a kind as outputs show it: `omission`, `addition`, `moved`.
std::string_view name(FindingKind kind);

/// Something an editor should look at: the segments of one side without a counterpart that stand
/// between two pairs. What is dropped and what is added at the same place are two findings. Text that
/// was moved is one: the source's segments and, elsewhere, the target's.
struct Finding {
  FindingKind kind = FindingKind::kOmission;
  double confidence = 0;  ///< in [0,1]: the least posterior of the run's null beads
  SourceRange source;     ///< an addition: empty, at the place where it would stand
  TargetRange target;     ///< an omission: empty, at the place where it would stand
  std::string reason;     ///< the evidence, in one sentence
};

/// How much of each side has a counterpart. Characters are code points that are not white space;
/// segments without any (blank lines) count as segments of their side, but are never omitted or
/// added. What was moved has a counterpart.
struct CoverageSummary {
  std::size_t source_segments = 0;
  std::size_t target_segments = 0;
  std::size_t omitted_segments = 0;
  std::size_t added_segments = 0;
  /// Characters of the source with a counterpart, in [0,1]; 1 for a source without characters,
  /// of which nothing is missing.
  double source_share = 0;
  double target_share = 0;  ///< the same for the target
};

struct CoverageReport {
  std::vector<Finding> findings;  ///< in document order
  CoverageSummary summary;
};

/// Judges an alignment: which runs of segments have no counterpart, and what share is covered. The
/// beads must hold every segment of both sides (`partition_fault`).
CoverageReport cover(const SegmentedDocument& source, const SegmentedDocument& target,
                     const SentenceAlignment& alignment);

}  // namespace muqabala
