#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "corpus/collection/duplicates.h"
#include "corpus/collection/result.h"
#include "corpus/collection/statistics.h"
#include "corpus/write_alignment.h"

namespace muqabala {

/// Gives the results of a collection one by one, in the order of their numbers, then nothing.
using Results = std::function<std::optional<DocumentResult>()>;

/// Which outputs are made of a collection. `statistics.json`, `statistics.html` and `failures.tsv`
/// always are.
struct AssembleOptions {
  std::string folder;             ///< where they go; made if it is not there
  bool tmx = true;                ///< all pairs in one file, `corpus.tmx`
  bool tmx_per_document = false;  ///< `tmx/NAME.tmx`, NAME made of the id
  bool moses = false;             ///< `corpus.ar-en.ar`, `corpus.ar-en.en`
  bool bitextor_tsv = false;      ///< `corpus.tsv`
  bool jsonl = false;             ///< `corpus.jsonl`
  bool xces = false;              ///< `corpus.xml`
  double test_share = 0;  ///< share of documents that go to the test half of a split, in [0,1)
  std::size_t sample_pairs = 0;  ///< how many pairs are drawn for judging by hand: `sample.tsv`
  std::size_t seed = 1;          ///< of the sample and the split
  bool rejected = false;         ///< `rejected.tsv`: the rejected pairs, each with its filter
  DuplicateOptions duplicates;
  TmxOptions tmx_options;
};

struct AssembledCollection {
  CollectionStatistics statistics;
  std::vector<std::string> paths = {};  ///< of the files and folders that were written
};

/// Writes all outputs in one pass over `results`. None of them appears under its name before all
/// are complete; the same results give the same bytes. A document whose id was there before fails.
/// Memory does not grow with the collection but for the index of duplicates, that of a split, and
/// 11 to 22 bytes for each id. Throws what an `OutputFile` throws, and
/// whatever `results` does.
AssembledCollection assemble(const Results& results, const AssembleOptions& options);

}  // namespace muqabala
