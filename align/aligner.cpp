// The aligner's front door: which model is searched how, and in what order.
//
//   band from anchors -> cheapest path under the prior lexicon -> re-estimate
//   -> cheapest path in a narrow band around it -> re-estimate (short texts: not yet)
//   -> rounds of { learn a lexicon from the path; align again; re-estimate }
//   -> most expected path, which carries posteriors -> release of absorbed segments
//   -> confidence of every bead, and what of the rest was moved
//   -> doubtful null beads are paired, and all is judged once more.

#include "align/aligner.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <utility>

#include "align/absorbed_segments.h"
#include "align/anchor_chain.h"
#include "align/confidence.h"
#include "align/doubtful_nulls.h"
#include "align/dynamic_program.h"
#include "align/embedding_cost.h"
#include "align/furniture/one_sided_furniture.h"
#include "align/lexicon/link_words.h"
#include "align/lexicon/recurring_lines.h"
#include "align/model1.h"
#include "align/moved.h"
#include "align/self_training.h"
#include "align/starting_models.h"
#include "align/text_bead_costs.h"
#include "align/text_side.h"
#include "align/word_links.h"
#include "segment/base/error.h"

namespace muqabala {
namespace {

/// Rows and columns beside a path in which it is refined. Bands of 6 to 10 change no bead of the
/// development sets, and the search takes time by their width.
constexpr std::size_t kNarrowBand = 7;
/// Of texts with no side of more segments, the first path is good enough to learn from, and one
/// round teaches all that two do: no score of the 66 articles of ntrex and ntrex-edited (up to 30
/// segments) changes, while chapters of 46 and more are the worse for it.
constexpr std::size_t kShortText = 40;
/// Rounds of self-training before the last one only have to better the path: this many pairs,
/// evenly spread, teach enough. The last round learns the rare words of a long text from all of
/// them.
constexpr std::size_t kPairsOfEarlyRounds = 30'000;
/// A null bead counts half in the expected number of right beads: at 1, doubtful pairs fall apart.
constexpr double kNullWeight = 0.5;

/// How much likelier a line of page furniture is to have no counterpart than another segment.
/// Enough for what no pair fits well; from 3 on, a sentence of ntrex-edited is lost.
constexpr float kFurnitureNats = 2;

/// What the best path saves of the cost of leaving everything unpaired: pairs of news articles that
/// do not belong together save .54 at the 95th percentile and .62 at the 99th (812 pairs), true
/// ones of any development set 1.9 or more.
constexpr double kLeastSaving = 0.62;
/// The share of either text in beads likelier paired than apart that makes up for a small saving
/// (.38 at the 99th percentile of the same pairs): one paragraph of a book may be all that was
/// translated.
constexpr double kLeastInCommon = 0.4;
/// The same where much of one text is taken to be missing, so that each segment of the other had
/// many to choose from: chapters of hadith that do not belong together, but share their formulas,
/// reach .54 (20 pairs), digests and excerpts of one in three to one in twenty seldom less than .6.
constexpr double kLeastInCommonOfDigest = 0.56;
/// In texts of this many segments at least one bead must be likelier paired than apart.
constexpr std::size_t kTellingCount = 8;

double total_length(const TextSide& side) { return length_of(side, 0, side.size()); }

/// The larger of the two sides' shares, by characters, in beads that cost less than nothing.
double share_in_common(const Path& path, const TextSide& source, const TextSide& target) {
  double in_source = 0;
  double in_target = 0;
  for (const PathStep& step : path.steps) {
    if (step.shape.is_null() || step.cost_nats >= 0) continue;
    const GridNode at = step.begin;
    in_source += length_of(source, at.source, at.source + step.shape.source);
    in_target += length_of(target, at.target, at.target + step.shape.target);
  }
  return std::max(in_source / std::max(1.0, total_length(source)),
                  in_target / std::max(1.0, total_length(target)));
}

/// What is known of how near the vectors of a pair are, where there are any.
class Similarity {
 public:
  explicit Similarity(const PairEmbeddings* embeddings) : embeddings_(embeddings) {
    if (embeddings_ != nullptr) model_ = initial_ = first_similarity_model(*embeddings_);
  }

  void learn(const Path& path) {
    if (embeddings_ != nullptr) model_ = reestimate(initial_, path, *embeddings_);
  }

  EmbeddedBeadCosts added_to(const BeadCosts& costs) const { return {costs, embeddings_, model_}; }

 private:
  const PairEmbeddings* embeddings_;
  SimilarityModel initial_;
  SimilarityModel model_;
};

/// The best path under the prior lexicon, of all models to begin with.
struct FirstPath {
  CostModel initial;
  Path path;
  /// What it saves of the cost of leaving everything unpaired, as a share of what that costs in a
  /// translation of the whole: where much is missing, null beads cost next to nothing.
  double saving = 0;
  bool is_digest = false;  ///< takes it that much of one text is missing in the other
};

FirstPath find_first_path(const TextSide& source, const TextSide& target,
                          const TranslationTable& table, const Similarity& similarity) {
  const Band band = initial_band(source, target, table);
  FirstPath first;
  double whole_unpaired_nats = 0;
  for (const CostModel& model : starting_models(source, target)) {
    const TextBeadCosts costs(source, target, table, model, band, Visits::kOnceDown);
    Path path = cheapest_path(band, similarity.added_to(costs));
    const double unpaired_nats = costs.unpaired_nats();
    const bool is_digest = !first.path.steps.empty();
    if (!is_digest) whole_unpaired_nats = unpaired_nats;
    if (is_digest && path.cost_nats >= first.path.cost_nats) continue;
    const double saving = (unpaired_nats - path.cost_nats) / whole_unpaired_nats;
    first = {.initial = model, .path = std::move(path), .saving = saving, .is_digest = is_digest};
  }
  return first;
}

/// Whether two texts show no sign of belonging together, as judged under the prior lexicon: one
/// learned from chance pairs would find them excellent.
bool nothing_in_common(const FirstPath& first, const TextSide& source, const TextSide& target) {
  const double common = share_in_common(first.path, source, target);
  if (common == 0 && std::min(source.size(), target.size()) >= kTellingCount) return true;
  const double least = first.is_digest ? kLeastInCommonOfDigest : kLeastInCommon;
  return first.saving < kLeastSaving && common < least;
}

void expect_alone(TextSide& from, TextSide& to, const OneSidedFurniture& furniture) {
  const auto mark = [](TextSide& side, const std::vector<std::size_t>& segments) {
    if (segments.empty()) return;
    side.alone_nats.assign(side.size(), 0);
    for (const std::size_t i : segments) side.alone_nats[i] = kFurnitureNats;
  };
  mark(from, furniture.source);
  mark(to, furniture.target);
}

/// Lines that recur in the collection have been seen: what is known of them outweighs a guess by
/// their words.
void expect_alone(TextSide& side, const SegmentedDocument& document,
                  std::span<const RecurringLine> lines) {
  if (lines.empty()) return;
  side.alone_nats.resize(side.size(), 0);
  for (std::size_t i = 0; i < side.size(); ++i)
    if (may_recur(i, side.size()))
      side.alone_nats[i] =
          std::max(side.alone_nats[i], alone_nats(lines, line_key(document.text(i))));
}

Bead to_bead(const PathStep& step, const TextBeadCosts& costs, const EmbeddedBeadCosts& all) {
  const SourceIndex s(step.begin.source);
  const TargetIndex t(step.begin.target);
  BeadEvidence evidence = costs.evidence(step);
  evidence.embedding_nats = all.embedding_nats(step);
  return {.source = {s, s + step.shape.source},
          .target = {t, t + step.shape.target},
          .cost_nats = evidence.total_nats(),
          .posterior = step.probability,
          .evidence = evidence};
}

/// One side holds nothing: every segment of the other stands alone, and that is certain.
SentenceAlignment all_null(std::size_t source_count, std::size_t target_count) {
  SentenceAlignment alignment;
  for (std::size_t i = 0; i < source_count; ++i)
    alignment.beads.push_back({.source = {SourceIndex(i), SourceIndex(i + 1)}, .target = {}});
  for (std::size_t j = 0; j < target_count; ++j)
    alignment.beads.push_back({.source = {}, .target = {TargetIndex(j), TargetIndex(j + 1)}});
  return alignment;
}

void judge_confidence(SentenceAlignment& alignment, const TextSide& source, const TextSide& target,
                      const TranslationTable& table, const LengthModel& length,
                      bool keep_features) {
  alignment.features = confidence_features(alignment, source, target, table, length);
  for (std::size_t at = 0; at < alignment.beads.size(); ++at)
    alignment.beads[at].probability = confidence(alignment.features[at]);
  if (!keep_features) alignment.features.clear();
}

/// Tells the null beads of each move where they belong.
void mark_moved(SentenceAlignment& alignment) {
  std::unordered_map<std::size_t, std::size_t> source_moves;
  std::unordered_map<std::size_t, std::size_t> target_moves;
  for (std::size_t number = 0; number < alignment.moves.size(); ++number) {
    for (const SourceIndex i : alignment.moves[number].source) source_moves[i.value()] = number;
    for (const TargetIndex j : alignment.moves[number].target) target_moves[j.value()] = number;
  }
  for (Bead& bead : alignment.beads) {
    if (!bead.is_null()) continue;
    const auto& moves = bead.is_omission() ? source_moves : target_moves;
    const auto move = moves.find(bead.is_omission() ? bead.source.begin_index.value()
                                                    : bead.target.begin_index.value());
    if (move != moves.end()) bead.move = move->second;
  }
}

}  // namespace

SentenceAlignment align(const SegmentedDocument& source, const SegmentedDocument& target,
                        const Lexicon& lexicon, const AlignOptions& options) {
  if (source.size() == 0 || target.size() == 0) return all_null(source.size(), target.size());
  TextSide from = index_words(source);
  TextSide to = index_words(target);
  expect_alone(from, to, one_sided_furniture(source, from, target, to));
  expect_alone(from, source, lexicon.source_lines());
  expect_alone(to, target, lexicon.target_lines());
  const PriorLinks prior = link_words(from, to, lexicon);
  TranslationTable table = prior_table(from, to, prior);

  Similarity similarity(options.embeddings);
  const FirstPath first = find_first_path(from, to, table, similarity);
  if (nothing_in_common(first, from, to))
    throw errors::nothing_in_common(source.document.file.path, target.document.file.path);

  Path path = first.path;
  CostModel model = first.initial;
  const auto learn = [&] {
    model = reestimate(first.initial, path, from, to, table);
    similarity.learn(path);
  };
  learn();
  Band band = Band::around(nodes_of(path), kNarrowBand);
  const auto search = [&] {
    const TextBeadCosts costs(from, to, table, model, band, Visits::kOnceDown);
    path = cheapest_path(band, similarity.added_to(costs));
    learn();
    band = Band::around(nodes_of(path), kNarrowBand);
  };
  const bool is_short = std::max(from.size(), to.size()) <= kShortText;
  if (!is_short) search();
  const int rounds =
      is_short ? std::min(1, options.self_training_rounds) : options.self_training_rounds;
  for (int round = 0; round < rounds; ++round) {
    const bool is_last = round + 1 == rounds;
    const std::vector<SegmentPair> pairs = trusted_pairs(path);
    table =
        train_model1(from, to, is_last ? pairs : thinned(pairs, kPairsOfEarlyRounds), prior, {});
    search();
  }

  const TextBeadCosts costs(from, to, table, model, band, Visits::kAnyOrder);
  const EmbeddedBeadCosts all_costs = similarity.added_to(costs);
  path = release_absorbed(most_expected_path(band, all_costs, kNullWeight), from, to, table,
                          model.length);
  const auto judged = [&](const Path& steps) {
    SentenceAlignment alignment;
    for (const PathStep& step : steps.steps)
      alignment.beads.push_back(to_bead(step, costs, all_costs));
    judge_confidence(alignment, from, to, table, model.length, options.keep_confidence_features);
    alignment.moves = find_moved(alignment, from, to, table, model);
    mark_moved(alignment);
    return alignment;
  };
  SentenceAlignment alignment = judged(path);
  if (options.pairs_doubtful_nulls) {
    const std::vector<std::uint8_t> doubtful = doubtful_nulls(alignment, from, to);
    if (std::count(doubtful.begin(), doubtful.end(), 1) > 0)
      alignment = judged(pair_doubtful(path, doubtful, band, all_costs));
  }
  for (const Bead& bead : alignment.beads)
    if (!bead.is_null())
      append_word_links(from, to, bead.source, bead.target, table, prior, alignment.links);
  return alignment;
}

}  // namespace muqabala
