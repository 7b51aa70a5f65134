#pragma once

#include <string>
#include <vector>

#include "align/aligner.h"
#include "align/coverage/coverage.h"
#include "corpus/read_document.h"
#include "segment/segmented_document.h"

namespace muqabala {

enum class SegmentMode {
  kAuto,   ///< sentences
  kLines,  ///< every line of the file is one segment
};

/// One side of a pair as the user names it.
struct Input {
  std::string path;
  std::string language;  ///< BCP 47; empty = detect
};

struct PipelineOptions {
  ReadOptions read;
  SegmentMode segments = SegmentMode::kAuto;
  /// Dictionaries to add to those found on the system: TSV, `target @ source`, dictd index.
  std::vector<std::string> lexicons;
  bool system_dictionaries = true;
  AlignOptions align;
};

/// Everything that is known about a pair when the chain has run.
struct CollatedPair {
  SegmentedDocument source;
  SegmentedDocument target;
  SentenceAlignment alignment;
  CoverageReport coverage;
};

/// The chain: reads, segments, aligns and judges. Throws `Error` where the job cannot be done.
CollatedPair collate(const Input& source, const Input& target, const PipelineOptions& options);

/// The first half of the chain for one side: reads, finds the language, segments.
/// `option` is the name of the flag that gave the language, for messages.
SegmentedDocument read_and_segment(const Input& input, const PipelineOptions& options,
                                   std::string_view option);

}  // namespace muqabala
