#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/translation_table.h"
#include "corpus/collection/pairing/collection_words.h"

namespace muqabala {

/// Two documents that share rare words, each in its own language.
struct Candidate {
  std::uint32_t source = 0;  ///< number of a document among the sources
  std::uint32_t target = 0;
  double likeness = 0;  ///< share of their words that answer to each other, rare ones weighing more
};

/// For every document of either side the `most` likeliest of the other. `links`: what may
/// translate what among the types of both. Sorted by source, then target; each pair once. The same
/// for any number of threads.
std::vector<Candidate> find_candidates(const CollectionWords& source, const CollectionWords& target,
                                       const std::vector<TypeLink>& links, std::size_t most,
                                       std::size_t threads);

}  // namespace muqabala
