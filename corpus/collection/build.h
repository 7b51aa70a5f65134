#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "corpus/collection/assemble.h"
#include "corpus/collection/filters.h"
#include "corpus/collection/read_records.h"
#include "corpus/collection/worker_pool.h"
#include "corpus/pipeline.h"

namespace muqabala {

/// What to make of a collection.
struct BuildOptions {
  std::string manifest;  ///< no `-`: it is read more than once
  RecordOptions records = {};
  PipelineOptions pipeline = {};
  /// All that decides about results and is in none of the texts or dictionaries, in words of the
  /// caller's own: what was typed, the content of rules.
  std::string settings = {};
  bool learns = true;             ///< a lexicon from a sample of the collection, used for all of it
  std::size_t learn_from = 1000;  ///< documents; 0 = all
  bool relearns = false;          ///< even where a lexicon was learned before
  WorkerPoolOptions workers = {};
  Filters filters = default_filters();
  AssembleOptions assemble = {};  ///< its folder is where the ledger is, too: in `.muqabala/`
};

/// What a build is doing.
struct BuildProgress {
  enum class Stage { kLearn, kAlign, kWrite };
  Stage stage = Stage::kLearn;
  std::size_t done = 0;    ///< documents
  std::size_t of = 0;      ///< 0 = not known
  std::size_t fresh = 0;   ///< of those done: were in the ledger
  std::size_t failed = 0;  ///< of those done
};

struct BuildWatch {
  std::function<void(const BuildProgress&)> progress = {};
  std::function<bool()> is_stopped = {};  ///< asked between documents; then the build ends early
};

/// What a build did.
struct BuildOutcome {
  bool is_stopped = false;  ///< then the outputs are as they were before
  std::size_t documents = 0;
  std::size_t fresh = 0;  ///< were in the ledger and had not changed
  std::size_t failed = 0;
  std::size_t dropped = 0;          ///< were in the ledger and are not in the manifest any more
  bool has_learned = false;         ///< in this run
  std::size_t learned_from = 0;     ///< documents, in this run
  std::size_t recurring_lines = 0;  ///< of those documents, likely to have no counterpart
  CollectionStatistics statistics = {};
};

/// Aligns all documents of a manifest in workers, keeps their results in a ledger, and makes the
/// outputs of them. What was done before and has not changed is not done again, so a build that
/// was stopped or killed goes on where it was. The outputs depend on the manifest, the texts and
/// the options alone, not on the number of workers nor on how often the build was interrupted; they
/// appear when all are complete.
///
/// What keeps a document from being aligned is its failure, and no other's. One whose worker died
/// has a second try. Throws what concerns the build as a whole: `errors::no_records`,
/// `ledger_in_use`, `malformed_ledger`, `no_worker`, and what reading the manifest and writing
/// throw.
BuildOutcome build(const BuildOptions& options, const BuildWatch& watch);

}  // namespace muqabala
