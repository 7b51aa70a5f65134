#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "corpus/collection/pairing/candidates.h"
#include "corpus/collection/pairing/judge_pair.h"
#include "corpus/collection/pairing/named_pairs.h"

namespace muqabala {

/// A pair that was looked at closely.
struct JudgedCandidate {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  double likeness = 0;  ///< of the words, as `Candidate`; 0 where names alone suggest the pair
  NameEvidence name = NameEvidence::kNone;
  PairJudgement judgement = {};  ///< of the texts alone
  double score = 0;              ///< of texts and names
};

/// Joins what contents and names suggest, each pair once, by source, then target.
std::vector<JudgedCandidate> join_candidates(const std::vector<Candidate>& candidates,
                                             const std::vector<NamedPair>& named);

/// What the score of two texts becomes where names say that they belong together. `name_alone`:
/// what it is at least.
double score_with_name(const PairJudgement& judgement, NameEvidence name, double name_alone);

/// The score of two texts by one name that have nothing in common as far as a lexicon can tell:
/// below every sensible threshold, but above texts that nothing connects.
inline constexpr double kNameAgainstWords = 0.3;
/// The same where there is no lexicon to speak of: then nothing contradicts the name.
inline constexpr double kNameWithoutWords = 0.6;

struct JudgeCandidatesOptions {
  double name_alone = kNameAgainstWords;
  std::size_t threads = 1;
  /// Judges the texts of a pair; called by several threads at once.
  std::function<PairJudgement(std::uint32_t source, std::uint32_t target)> judge;
  std::function<void(std::size_t done, std::size_t all)> on_progress = {};
};

/// Judges the pairs that matter, and gives these back. First come the pairs that are each other's
/// likeliest, and those with names; where such a pair proves right and leads by far, its documents
/// are settled, and only pairs of others are judged after that. Last comes the likeliest pair of
/// each document that is left with nothing.
std::vector<JudgedCandidate> judge_candidates(std::vector<JudgedCandidate> candidates,
                                              const JudgeCandidatesOptions& options);

}  // namespace muqabala
