#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "cli/flags.h"
#include "cli/terminal.h"
#include "corpus/collection/filters.h"
#include "corpus/collection/shard.h"
#include "corpus/collection/worker_pool.h"
#include "corpus/pipeline.h"

namespace muqabala::cli {

/// What `muqabala corpus stream` is to do.
struct CorpusStreamJob {
  std::string input = "-";
  std::string output = "-";
  std::string source_language = {};  ///< of records that do not say theirs
  std::string target_language = {};
  PipelineOptions pipeline = {};
  bool bitextor = false;  ///< Bitextor's columns in and out
  bool allows_empty = false;
  Filters filters = {};
  Shard shard = {};
  WorkerPoolOptions workers = {};
};

/// Resolve what was typed; refuse what contradicts itself with `errors::bad_usage`.
CorpusStreamJob resolve_corpus_stream(const TypedOptions& typed, const Environment& environment);

/// What is typed for every command under `corpus`: the third of sixteen is `3/16`.
Shard resolve_shard(const std::string& typed);
WorkerPoolOptions resolve_workers(const TypedOptions& typed);

}  // namespace muqabala::cli
