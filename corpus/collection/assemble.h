#pragma once

#include <functional>
#include <optional>
#include <string>

#include "corpus/collection/duplicates.h"
#include "corpus/collection/result.h"
#include "corpus/write_alignment.h"

namespace muqabala {

/// Gives the results of a collection one by one, in the order of their numbers, then nothing.
using Results = std::function<std::optional<DocumentResult>()>;

/// Which outputs are made of a collection.
struct AssembleOptions {
  std::string folder;  ///< where they go; made if it is not there
  bool tmx = true;     ///< all pairs in one file
  bool tmx_per_document = false;
  bool moses = false;
  bool bitextor_tsv = false;
  bool jsonl = false;
  bool xces = false;
  double test_share = 0;  ///< share of documents that go to the test half of a split, in [0,1)
  std::size_t sample_pairs = 0;  ///< how many pairs are drawn for judging by hand
  std::size_t seed = 1;          ///< of the sample and the split
  bool rejected = false;         ///< also write the rejected pairs, each with its filter
  DuplicateOptions duplicates;
  TmxOptions tmx_options;
};

/// What a collection amounts to: the numbers of `statistics.json`.
struct CollectionStatistics;

/// Writes all outputs in one pass over `results`. Each appears under its name only when complete;
/// the same results give the same bytes. Throws what `write_output` throws.
CollectionStatistics assemble(const Results& results, const AssembleOptions& options);

}  // namespace muqabala
