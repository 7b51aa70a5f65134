#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "align/lexicon/link_counts.h"
#include "corpus/collection/read_records.h"
#include "corpus/collection/shard.h"
#include "corpus/collection/worker_pool.h"
#include "corpus/lexicons.h"
#include "corpus/pipeline.h"

namespace muqabala {

/// What to learn from.
struct LearnOptions {
  std::string manifest;
  RecordOptions records = {};
  /// From how many documents: those with the smallest hashes of their ids, the same ones for every
  /// shard and whatever the order; 0 = all. Memory grows with the number.
  std::size_t documents = 1000;
  /// Of these, the ones that it holds.
  Shard shard = {};
  WorkerPoolOptions workers = {};
};

/// What was learned about two languages.
struct LearnedCounts {
  std::string source_language;
  std::string target_language;
  LinkCounts counts;
};

/// What a collection taught.
struct Learned {
  std::vector<LearnedCounts> lexicons;  ///< sorted by their languages
  std::size_t documents = 0;            ///< that were learned from
  std::vector<std::string> failures;    ///< `id: reason` of those that could not be
};

/// How far learning is.
struct LearnWatch {
  /// `of` is 0 where it is not known how many there are.
  std::function<void(std::size_t done, std::size_t of)> progress = {};
  std::function<bool()> is_stopped = {};  ///< asked between documents; then the rest is left out
};

/// Aligns documents of a collection in workers and adds up their counts, each document's its own:
/// the counts of shards, added, are those of the whole to the last bit. Load the lexicons of the
/// collection's languages beforehand. Throws what reading the manifest throws but for lines that
/// cannot be used, which are passed over.
Learned learn(const LearnOptions& options, Lexicons& lexicons, const PipelineOptions& pipeline,
              const LearnWatch& watch);

}  // namespace muqabala
