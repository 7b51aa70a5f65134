#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "corpus/check/examine.h"
#include "corpus/check/pair_list.h"
#include "corpus/pipeline.h"

namespace muqabala {

struct CheckOptions {
  PipelineOptions pipeline;
  std::size_t threads = 1;
  /// Called, from any thread, when another pair is done.
  std::function<void()> on_pair;
};

/// Runs the chain on every pair and looks inside them; in the order of `pairs`, the same for any
/// number of threads. What keeps a pair from being checked is its `failure`; a pair of which one
/// file is missing is a finding.
std::vector<ExaminedPair> examine_pairs(const std::vector<FilePair>& pairs,
                                        const CheckOptions& options);

}  // namespace muqabala
