#include "corpus/collection/pairing/judge_candidates.h"

#include <algorithm>
#include <atomic>

#include "corpus/in_parallel.h"

namespace muqabala {
namespace {

/// A pair that is likelier than the next one by this factor needs no look at the next one. A half
/// of a document is as like its counterpart as .7 of the whole.
constexpr double kClearLead = 1.6;

/// ... if it proves as good as this when judged.
constexpr double kSettlingScore = 0.55;

/// What a name that says the same is worth: this share of what is missing to 1, as far as the texts
/// agree. Texts that contradict a name are no pair.
constexpr double kNameTrust = 0.6;

/// Per document the two likeliest others.
struct Leaders {
  double best = 0;
  double second = 0;

  void add(double likeness) {
    if (likeness > best) std::swap(likeness, best);
    second = std::max(second, likeness);
  }
};

class Judging {
 public:
  Judging(std::vector<JudgedCandidate>& candidates, const JudgeCandidatesOptions& options)
      : candidates_(candidates), options_(options), judged_(candidates.size(), 0) {
    for (const JudgedCandidate& pair : candidates) {
      if (pair.source >= of_source_.size()) of_source_.resize(pair.source + 1);
      if (pair.target >= of_target_.size()) of_target_.resize(pair.target + 1);
      of_source_[pair.source].add(pair.likeness);
      of_target_[pair.target].add(pair.likeness);
    }
    source_settled_.assign(of_source_.size(), 0);
    target_settled_.assign(of_target_.size(), 0);
  }

  void run() {
    judge(select([&](const JudgedCandidate& pair) { return is_first_choice(pair); }));
    for (const JudgedCandidate& pair : candidates_)
      if (pair.score >= kSettlingScore && leads(pair))
        source_settled_[pair.source] = target_settled_[pair.target] = 1;
    judge(select([&](const JudgedCandidate& pair) {
      return source_settled_[pair.source] == 0 && target_settled_[pair.target] == 0;
    }));
    judge(nearest_of_lone());
  }

  bool judged(std::size_t i) const { return judged_[i] != 0; }

 private:
  bool is_first_choice(const JudgedCandidate& pair) const {
    return pair.name != NameEvidence::kNone || (pair.likeness == of_source_[pair.source].best &&
                                                pair.likeness == of_target_[pair.target].best);
  }

  bool leads(const JudgedCandidate& pair) const {
    const auto by_far = [&](const Leaders& leaders) {
      return pair.likeness == leaders.best && leaders.best >= kClearLead * leaders.second;
    };
    return by_far(of_source_[pair.source]) && by_far(of_target_[pair.target]);
  }

  /// The likeliest pair of each document that nothing has been found for: what was likely for it is
  /// settled with another, and that is to be told.
  std::vector<std::size_t> nearest_of_lone() {
    std::vector<std::uint8_t> source_found(of_source_.size(), 0);
    std::vector<std::uint8_t> target_found(of_target_.size(), 0);
    for (const JudgedCandidate& pair : candidates_)
      if (pair.score > 0) source_found[pair.source] = target_found[pair.target] = 1;
    return select([&](const JudgedCandidate& pair) {
      return (source_found[pair.source] == 0 && pair.likeness == of_source_[pair.source].best) ||
             (target_found[pair.target] == 0 && pair.likeness == of_target_[pair.target].best);
    });
  }

  template <class Choice>
  std::vector<std::size_t> select(Choice choice) {
    std::vector<std::size_t> selected;
    for (std::size_t i = 0; i < candidates_.size(); ++i)
      if (judged_[i] == 0 && choice(candidates_[i])) selected.push_back(i);
    return selected;
  }

  void judge(const std::vector<std::size_t>& selected) {
    std::atomic<std::size_t> done{0};
    in_parallel(selected.size(), options_.threads, [&](std::size_t k) {
      JudgedCandidate& pair = candidates_[selected[k]];
      pair.judgement = options_.judge(pair.source, pair.target);
      pair.score = score_with_name(pair.judgement, pair.name, options_.name_alone);
      if (options_.on_progress) options_.on_progress(++done, selected.size());
    });
    for (const std::size_t i : selected) judged_[i] = 1;
  }

  std::vector<JudgedCandidate>& candidates_;
  const JudgeCandidatesOptions& options_;
  std::vector<std::uint8_t> judged_;
  std::vector<Leaders> of_source_;
  std::vector<Leaders> of_target_;
  std::vector<std::uint8_t> source_settled_;
  std::vector<std::uint8_t> target_settled_;
};

}  // namespace

std::vector<JudgedCandidate> join_candidates(const std::vector<Candidate>& candidates,
                                             const std::vector<NamedPair>& named) {
  std::vector<JudgedCandidate> joined;
  for (const Candidate& pair : candidates)
    joined.push_back({.source = pair.source, .target = pair.target, .likeness = pair.likeness});
  for (const NamedPair& pair : named)
    joined.push_back({.source = pair.source, .target = pair.target, .name = pair.evidence});
  std::sort(joined.begin(), joined.end(), [](const JudgedCandidate& a, const JudgedCandidate& b) {
    if (a.source != b.source) return a.source < b.source;
    return a.target != b.target ? a.target < b.target : a.likeness > b.likeness;
  });
  std::vector<JudgedCandidate> once;
  for (const JudgedCandidate& pair : joined) {
    if (!once.empty() && once.back().source == pair.source && once.back().target == pair.target)
      once.back().name = std::max(once.back().name, pair.name);
    else
      once.push_back(pair);
  }
  return once;
}

double score_with_name(const PairJudgement& judgement, NameEvidence name, double name_alone) {
  if (name == NameEvidence::kNone) return judgement.score;
  const double agreed = judgement.score + kNameTrust * judgement.score * (1 - judgement.score);
  return judgement.has_nothing_in_common ? name_alone : std::max(agreed, kNameAgainstWords);
}

std::vector<JudgedCandidate> judge_candidates(std::vector<JudgedCandidate> candidates,
                                              const JudgeCandidatesOptions& options) {
  Judging judging(candidates, options);
  judging.run();
  std::vector<JudgedCandidate> judged;
  for (std::size_t i = 0; i < candidates.size(); ++i)
    if (judging.judged(i)) judged.push_back(candidates[i]);
  return judged;
}

}  // namespace muqabala
