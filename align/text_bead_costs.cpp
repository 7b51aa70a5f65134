#include "align/text_bead_costs.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace muqabala {
namespace {

/// Without it, page furniture at the ends is pulled into the first and last pairs.
constexpr float kEdgeBonusNats = 1.5F;

/// Rows of a block: enough that what is looked up for each block counts for little, few enough that
/// the scores stay in the processor's cache.
constexpr std::size_t kRowsAtOnce = 128;

Eigen::ArrayXd cumulative(const std::vector<float>& lengths) {
  Eigen::ArrayXd ends(static_cast<Eigen::Index>(lengths.size()) + 1);
  ends[0] = 0;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    const auto at = static_cast<Eigen::Index>(i);
    ends[at + 1] = ends[at] + static_cast<double>(lengths[i]);
  }
  return ends;
}

/// `TextSide::alone_nats` with an entry for every node.
Eigen::ArrayXf alone(const TextSide& side) {
  Eigen::ArrayXf nats = Eigen::ArrayXf::Zero(static_cast<Eigen::Index>(side.size()) + 1);
  for (std::size_t i = 0; i < side.alone_nats.size(); ++i)
    nats[static_cast<Eigen::Index>(i)] = side.alone_nats[i];
  return nats;
}

/// Entry `k - 1`: runs of k segments, for k up to `longest`.
std::vector<RunLengths> runs_up_to(std::size_t longest, const LengthModel& model,
                                   const std::vector<float>& lengths, double unit) {
  const Eigen::ArrayXd ends = cumulative(lengths);
  std::vector<RunLengths> runs;
  for (std::size_t span = 1; span <= longest; ++span) runs.emplace_back(model, ends, span, unit);
  return runs;
}

}  // namespace

SpanLimits span_limits(const std::vector<BeadShape>& shapes) {
  SpanLimits limits;
  for (const BeadShape shape : shapes) {
    limits.source = std::max<std::size_t>(limits.source, shape.source);
    limits.target = std::max<std::size_t>(limits.target, shape.target);
  }
  return limits;
}

ScoredRows::ScoredRows(LexicalScorer scorer, CellBand cells, std::size_t block)
    : scorer_(std::move(scorer)), cells_(std::move(cells)), block_(block) {}

const LexicalScores& ScoredRows::at_row(std::size_t i) {
  const std::size_t block = i / block_;
  assert(block + 2 >= scored_);
  for (; scored_ <= block; ++scored_) {
    const std::size_t begin = scored_ * block_;
    kept_[scored_ % 2] = scorer_.score(cells_, begin, std::min(begin + block_, cells_.row_count()));
  }
  return kept_[block % 2];
}

TextBeadCosts::TextBeadCosts(const TextSide& source, const TextSide& target,
                             const TranslationTable& table, const CostModel& model,
                             const Band& band, Visits visits)
    : model_(model),
      source_count_(source.size()),
      target_count_(target.size()),
      source_runs_(runs_up_to(span_limits(model.priors.shapes).source, model.length,
                              source.length_graphemes, 1)),
      target_runs_(runs_up_to(span_limits(model.priors.shapes).target, model.length,
                              target.length_graphemes, std::exp(-model.length.mean_log_ratio))),
      edges_(source, target, model.edges),
      source_alone_(alone(source)),
      target_alone_(alone(target)),
      words_(LexicalScorer(source, target, table, model.literality,
                           span_limits(model.priors.shapes), std::exp(model.length.mean_log_ratio)),
             CellBand(band, span_limits(model.priors.shapes)),
             visits == Visits::kOnceDown ? kRowsAtOnce : source.size()) {
  for (const double p : model_.priors.probability)
    log_prior_.push_back(static_cast<float>(std::log(p)));
}

void TextBeadCosts::row(std::size_t i, ColumnRange columns, std::size_t shape,
                        std::span<float> out) const {
  const BeadShape s = shapes()[shape];
  Eigen::Map<Row> result(out.data(), static_cast<Eigen::Index>(columns.size()));
  if (s.is_null()) {
    result = null_row(i, columns, shape);
    return;
  }
  length_row(i, columns, s, out);
  const Eigen::Map<const Row> evidence = weigh_words(i, columns, s);
  edges_.add_row(i, columns, s, words_of_row_);
  result = result - evidence - log_prior_[shape];
}

float TextBeadCosts::edge_null_nats(std::size_t shape) const {
  return std::max(0.0F, -log_prior_[shape] - kEdgeBonusNats);
}

TextBeadCosts::Row TextBeadCosts::null_row(std::size_t i, ColumnRange columns,
                                           std::size_t shape) const {
  const auto width = static_cast<Eigen::Index>(columns.size());
  Row cost = Row::Constant(width, -log_prior_[shape]);
  if (shapes()[shape].source == 0) {
    if (i == 0 || i == source_count_) cost.setConstant(edge_null_nats(shape));
    cost -= target_alone_.segment(static_cast<Eigen::Index>(columns.begin), width);
  } else {
    if (columns.begin == 0) cost[0] = edge_null_nats(shape);
    if (columns.end == target_count_ + 1) cost[width - 1] = edge_null_nats(shape);
    cost -= source_alone_[static_cast<Eigen::Index>(i)];
  }
  return cost.max(0.0F);
}

void TextBeadCosts::length_row(std::size_t i, ColumnRange columns, BeadShape shape,
                               std::span<float> out) const {
  RunLengths::cost_nats(source_runs_[shape.source - 1U], i, target_runs_[shape.target - 1U],
                        columns.begin, out.first(columns.size()));
}

Eigen::Map<const TextBeadCosts::Row> TextBeadCosts::weigh_words(std::size_t i, ColumnRange columns,
                                                                BeadShape shape) const {
  const auto width = static_cast<Eigen::Index>(columns.size());
  words_of_row_.assign(columns.size(), 0.0F);
  Eigen::Map<Row> words(words_of_row_.data(), width);
  const LexicalScores& here = words_.at_row(i);
  const auto cell = [&](const LexicalScores& scores, std::size_t row, std::size_t column) {
    return static_cast<Eigen::Index>(words_.cells().cell(row, column) - scores.first_cell);
  };
  for (std::size_t b = 0; b < shape.target; ++b)
    words += here.target_given_source.col(shape.source - 1)
                 .segment(cell(here, i, columns.begin + b), width);
  for (std::size_t a = 0; a < shape.source; ++a) {
    const LexicalScores& there = words_.at_row(i + a);
    words += there.source_given_target.col(shape.target - 1)
                 .segment(cell(there, i + a, columns.begin), width);
  }
  return {words_of_row_.data(), width};
}

double TextBeadCosts::unpaired_nats() const {
  double cost = 0;
  for (std::size_t s = 0; s < shapes().size(); ++s) {
    const BeadShape shape = shapes()[s];
    if (shape.source > 0 && shape.target > 0) continue;
    const Row& alone = shape.source > 0 ? source_alone_ : target_alone_;
    const Row costs = (edge_null_nats(s) - alone.head(alone.size() - 1)).max(0.0F);
    cost += costs.cast<double>().sum();
  }
  return cost;
}

BeadEvidence TextBeadCosts::evidence(const PathStep& step) const {
  const auto at = static_cast<std::size_t>(std::find(shapes().begin(), shapes().end(), step.shape) -
                                           shapes().begin());
  const std::size_t i = step.begin.source;
  const ColumnRange column{step.begin.target, step.begin.target + 1};
  BeadEvidence evidence;
  if (step.shape.is_null()) {
    evidence.prior_nats = static_cast<double>(null_row(i, column, at)[0]);
  } else {
    float edge_nats = 0;
    edges_.add_row(i, column, step.shape, {&edge_nats, 1});
    evidence.prior_nats = -static_cast<double>(log_prior_[at] + edge_nats);
    float length_nats = 0;
    length_row(i, column, step.shape, {&length_nats, 1});
    evidence.length_nats = static_cast<double>(length_nats);
    evidence.lexical_nats = -static_cast<double>(weigh_words(i, column, step.shape)[0]);
  }
  return evidence;
}

}  // namespace muqabala
