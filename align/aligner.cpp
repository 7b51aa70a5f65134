// The aligner's front door: which model is searched how, and in what order.
//
//   band from anchors -> cheapest path under the prior lexicon -> re-estimate
//   -> cheapest path in a narrow band around it -> re-estimate
//   -> rounds of { learn a lexicon from the path; align again; re-estimate }
//   -> most expected path, which carries posteriors.

#include "align/aligner.h"

#include <algorithm>
#include <utility>

#include "align/anchor_chain.h"
#include "align/dynamic_program.h"
#include "align/lexicon/link_words.h"
#include "align/model1.h"
#include "align/self_training.h"
#include "align/text_bead_costs.h"
#include "align/text_side.h"
#include "align/word_links.h"
#include "segment/base/error.h"

namespace muqabala {
namespace {

constexpr std::size_t kNarrowBand = 15;
/// A null bead counts half in the expected number of right beads: at 1, doubtful pairs fall apart.
constexpr double kNullWeight = 0.5;

double total_length(const TextSide& side) {
  double total = 0;
  for (const float length : side.length_graphemes) total += static_cast<double>(length);
  return total;
}

Bead to_bead(const PathStep& step, const TextBeadCosts& costs) {
  const SourceIndex s(step.begin.source);
  const TargetIndex t(step.begin.target);
  return {.source = {s, s + step.shape.source},
          .target = {t, t + step.shape.target},
          .cost_nats = static_cast<double>(step.cost_nats),
          .probability = step.probability,
          .evidence = costs.evidence(step)};
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

}  // namespace

SentenceAlignment align(const SegmentedDocument& source, const SegmentedDocument& target,
                        const Lexicon& lexicon, const AlignOptions& options) {
  if (source.size() == 0 || target.size() == 0) return all_null(source.size(), target.size());
  const TextSide from = index_words(source);
  const TextSide to = index_words(target);
  const PriorLinks prior = link_words(from, to, lexicon);
  TranslationTable table = prior_table(from, to, prior);

  const CostModel initial{.length = initial_length_model(total_length(from), total_length(to)),
                          .priors = initial_priors(from.size(), to.size()),
                          .literality = {}};
  CostModel model = initial;
  Band band = initial_band(from, to, table);
  const auto search = [&] {
    const Path path = cheapest_path(band, TextBeadCosts(from, to, table, model, band));
    model = reestimate(initial, path, from, to, table);
    band = Band::around(nodes_of(path), kNarrowBand);
    return path;
  };
  search();
  Path path = search();
  for (int round = 0; round < options.self_training_rounds; ++round) {
    table = train_model1(from, to, trusted_pairs(path), prior, {});
    path = search();
  }

  const TextBeadCosts costs(from, to, table, model, band);
  path = most_expected_path(band, costs, kNullWeight);
  SentenceAlignment alignment;
  for (const PathStep& step : path.steps) {
    alignment.beads.push_back(to_bead(step, costs));
    const Bead& bead = alignment.beads.back();
    if (!bead.is_null())
      append_word_links(from, to, bead.source, bead.target, table, prior, alignment.links);
  }
  return alignment;
}

}  // namespace muqabala
