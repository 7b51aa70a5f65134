#pragma once

#include <string>

#include "align/lexicon/lexicon.h"
#include "corpus/pipeline.h"

namespace muqabala {

/// How far one text is a translation of the other, as aligning them shows.
struct PairJudgement {
  /// In [0,1]; 0 where the texts have nothing in common or cannot be aligned.
  double score = 0;
  double source_share = 0;  ///< of the characters, in pairs that are likely right; in [0,1]
  double target_share = 0;
  bool has_nothing_in_common = false;  ///< the aligner refused the two
};

/// Reads two files and aligns them without learning from them. Throws nothing but `std::bad_alloc`.
PairJudgement judge_pair(const Input& source, const Input& target, const Lexicon& lexicon,
                         const PipelineOptions& options);

}  // namespace muqabala
