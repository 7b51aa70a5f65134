// How well the words of a sentence are explained by a run of sentences of the other side.
//
// For a sentence Y and a run X, with r(y|x) = p(y|x) / p(y), A_y the mean of r(y|x) over the words
// of X and lam_y the share of y's uses that no word explains:
//   e_k    = sum over linkable y of log(1 - (1 - lam_y) g_k + (1 - lam_y) g_k A_y), each <= 4
//   F(Y|X) = log sum_k w_k exp(0.5 e_k)
// The inner sum is IBM Model 1 (Brown et al. 1993, "The Mathematics of Statistical Machine
// Translation", section 4.1) against a unigram background; we differ from Moore (2002), "Fast and
// Accurate Sentence Alignment of Bilingual Corpora", by the mixture over literality levels g_k: one
// sentence translated freely draws few of its words from its source, yet those that it draws count.
// The factor 0.5 discounts words for not being independent.
//
// A_y does not depend on the cell but on the run alone, so logarithms are taken once a run and
// word, and added to all cells in which the word occurs by its posting list. A segment stands in
// many runs, and few of its words' translations occur near it: those are sought once a segment.
// Where none occurs the score is the told segment's alone, and worked out once. Cost: O(cells x
// spans) copies, exponentials for the cells with links, done as arrays, and the links themselves.
// Proof: `tests/align/lexical_cost.cpp` compares with the formula written out.

#include "align/direction_scorer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace muqabala {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();
/// Runs up to this length are scored in every cell; `a-b` beads need them.
constexpr std::size_t kAlwaysScored = 4;
/// Longer runs are scored for segments at least this share of the length that the run asks for:
/// the pairs left out would cost 15 nats and more for their lengths. No bead of the development
/// sets changes before .4.
constexpr float kLeastLengthShare = 0.3F;
constexpr std::uint32_t kNoSlot = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kNobody = std::numeric_limits<std::size_t>::max();

/// `room` as an array of `rows` rows, whatever they held.
template <class Array = Eigen::ArrayXf>
Eigen::Map<Array> array_in(std::vector<float>& room, std::size_t rows) {
  constexpr auto kColumns = Array::ColsAtCompileTime;
  room.resize(rows * static_cast<std::size_t>(kColumns));
  return {room.data(), static_cast<Eigen::Index>(rows), kColumns};
}

}  // namespace

DirectionScorer::DirectionScorer(const TextSide& given, const TextSide& told,
                                 const DirectedTable& table,
                                 const std::array<float, kLiteralityLevels>& weights,
                                 std::size_t longest, double told_per_given_length)
    : given_(given),
      told_(told),
      table_(table),
      longest_(longest),
      told_per_given_length_(static_cast<float>(told_per_given_length)),
      given_types_(TypeCounts::of_segments(given)),
      told_types_(TypeCounts::of_segments(told)),
      postings_(told_types_, told.types.size()),
      unexplained_(static_cast<Eigen::Index>(told.types.size()), kLiteralityLevels),
      base_(static_cast<Eigen::Index>(told.size()), kLiteralityLevels),
      links_(longest),
      whose_(longest, kNobody),
      cursor_(told.types.size(), 0),
      mass_(told.types.size(), 0.0F),
      slot_(told.size(), kNoSlot) {
  const Eigen::Map<const Eigen::ArrayXf> background(
      table.background.data(), static_cast<Eigen::Index>(table.background.size()));
  for (std::size_t k = 0; k < kLiteralityLevels; ++k) {
    log_weights_[k] = std::log(weights[k]);
    unexplained_.col(static_cast<Eigen::Index>(k)) = (1 - (1 - background) * kLiterality[k]).log();
  }
  base_.setZero();
  for (std::size_t i = 0; i < told.size(); ++i)
    for (const TypeCount& c : told_types_.of(i)) {
      if (table.linkable[c.type])
        base_.row(static_cast<Eigen::Index>(i)) += c.count * unexplained_.row(c.type);
    }
  Eigen::Map<Levels> scores = array_in<Levels>(scores_, told.size());
  scores = base_;
  mix_levels(scores);
  unlinked_ = array_in(mixed_, told.size());
}

void DirectionScorer::look_at(std::size_t first, std::vector<ColumnRange> ranges) {
  first_ = first;
  ranges_ = std::move(ranges);
  std::fill(whose_.begin(), whose_.end(), kNobody);
}

Eigen::Map<const Eigen::ArrayXXf> DirectionScorer::score_runs(std::size_t begin) {
  const ColumnRange range = range_of(begin);
  const auto first = static_cast<Eigen::Index>(range.begin);
  const auto width = static_cast<Eigen::Index>(range.size());
  values_.assign(range.size() * longest_, kNever);
  Eigen::Map<Eigen::ArrayXXf> values(values_.data(), width, static_cast<Eigen::Index>(longest_));
  if (width == 0) return {values_.data(), 0, values.cols()};
  const Eigen::Map<const Eigen::ArrayXf> lengths(&told_.length_graphemes[range.begin], width);
  const float longest_told = lengths.maxCoeff();
  std::size_t words = 0;
  float run_length = 0;
  for (std::size_t k = 1; k <= std::min(longest_, given_.size() - begin); ++k) {
    const std::size_t added = begin + k - 1;
    run_length += given_.length_graphemes[added];
    const float least = run_length * told_per_given_length_ * kLeastLengthShare;
    if (k > kAlwaysScored && longest_told < least) break;
    words += given_.uses_of(added).size();
    collect(added, begin);
    auto run = values.col(static_cast<Eigen::Index>(k - 1));
    run = unlinked_.segment(first, width);
    if (!linked_.empty()) {
      mix_levels(score_linked(range, 1.0F / static_cast<float>(words)));
      for (std::size_t slot = 0; slot < linked_.size(); ++slot)
        run[static_cast<Eigen::Index>(linked_[slot] - range.begin)] = mixed_[slot];
    }
    if (k > kAlwaysScored) run = (lengths < least).select(kNever, run);
  }
  begin_new_run();
  return {values_.data(), values.rows(), values.cols()};
}

ColumnRange DirectionScorer::range_of(std::size_t given) const {
  const bool is_looked_at = given >= first_ && given - first_ < ranges_.size();
  return is_looked_at ? ranges_[given - first_] : ColumnRange{};
}

/// Adds the translations of one more given segment to the mass of the run that begins at `begin`.
void DirectionScorer::collect(std::size_t segment, std::size_t begin) {
  const std::size_t slot = segment % longest_;
  if (whose_[slot] != segment) find_links(segment, begin);
  for (const Link link : links_[slot]) {
    if (mass_[link.type] == 0) {
      if (!stands_in(link.type, range_of(begin))) continue;
      touch(link.type, range_of(begin));
    }
    mass_[link.type] += link.ratio;
  }
}

/// Notes a type that the run explains, and the told segments of the range that it links to the run.
void DirectionScorer::touch(std::uint32_t type, ColumnRange range) {
  touched_.push_back(type);
  for (const Posting& posting : postings_.of(type).subspan(cursor_[type])) {
    if (posting.group >= range.end) break;
    if (slot_[posting.group] != kNoSlot) continue;
    slot_[posting.group] = static_cast<std::uint32_t>(linked_.size());
    linked_.push_back(posting.group);
  }
}

void DirectionScorer::begin_new_run() {
  for (const std::uint32_t type : touched_) mass_[type] = 0;
  touched_.clear();
  for (const std::uint32_t segment : linked_) slot_[segment] = kNoSlot;
  linked_.clear();
}

/// Keeps the translations of a segment that stand in the range of any run that may hold it, from
/// the one at `begin` on.
void DirectionScorer::find_links(std::size_t segment, std::size_t begin) {
  using Row = Eigen::SparseMatrix<float, Eigen::RowMajor>::InnerIterator;
  ColumnRange reach = range_of(begin);
  for (std::size_t i = begin; i <= segment; ++i) reach.end = std::max(reach.end, range_of(i).end);
  const std::size_t slot = segment % longest_;
  whose_[slot] = segment;
  links_[slot].clear();
  for (const TypeCount& c : given_types_.of(segment))
    for (Row entry(table_.ratio, c.type); entry; ++entry) {
      const auto type = static_cast<std::uint32_t>(entry.col());
      if (stands_in(type, reach)) links_[slot].push_back({type, c.count * entry.value()});
    }
}

/// Whether a told type occurs in a range; ranges must not go back.
bool DirectionScorer::stands_in(std::uint32_t type, ColumnRange range) {
  const std::span<const Posting> where = postings_.of(type);
  std::size_t& at = cursor_[type];
  while (at < where.size() && where[at].group < range.begin) ++at;
  return at < where.size() && where[at].group < range.end;
}

/// Scores the linked segments at each level.
Eigen::Map<DirectionScorer::Levels> DirectionScorer::score_linked(ColumnRange range,
                                                                  float share_of_a_word) {
  Eigen::Map<Eigen::ArrayXf> explained = array_in(explained_, touched_.size());
  Eigen::Map<Eigen::ArrayXf> foreground = array_in(foreground_, touched_.size());
  for (std::size_t t = 0; t < touched_.size(); ++t) {
    explained_[t] = mass_[touched_[t]] * share_of_a_word;
    foreground_[t] = 1 - table_.background[touched_[t]];
  }
  Eigen::Map<Levels> gains = array_in<Levels>(gains_, touched_.size());
  for (Eigen::Index k = 0; k < static_cast<Eigen::Index>(kLiteralityLevels); ++k) {
    const auto drawn = foreground * kLiterality[static_cast<std::size_t>(k)];
    gains.col(k) = (1 - drawn + drawn * explained).log().min(kMaxWordScore);
  }
  Eigen::Map<Levels> scores = array_in<Levels>(scores_, linked_.size());
  for (std::size_t slot = 0; slot < linked_.size(); ++slot)
    scores.row(static_cast<Eigen::Index>(slot)) =
        base_.row(static_cast<Eigen::Index>(linked_[slot]));
  for (std::size_t t = 0; t < touched_.size(); ++t) {
    const std::uint32_t type = touched_[t];
    auto gain = gains.row(static_cast<Eigen::Index>(t));
    gain -= unexplained_.row(type);
    for (const Posting& posting : postings_.of(type).subspan(cursor_[type])) {
      if (posting.group >= range.end) break;
      scores.row(static_cast<Eigen::Index>(slot_[posting.group])) += posting.count * gain;
    }
  }
  return scores;
}

/// Mixes the literality levels of each segment into `mixed_`.
void DirectionScorer::mix_levels(Eigen::Map<Levels> scores) {
  const auto segments = static_cast<std::size_t>(scores.rows());
  Eigen::Map<Eigen::ArrayXf> high = array_in(high_, segments);
  Eigen::Map<Eigen::ArrayXf> mixed = array_in(mixed_, segments);
  for (Eigen::Index k = 0; k < scores.cols(); ++k) {
    scores.col(k) = scores.col(k) * kWordIndependence + log_weights_[static_cast<std::size_t>(k)];
    if (k == 0)
      high = scores.col(k);
    else
      high = high.max(scores.col(k));
  }
  mixed.setZero();
  for (Eigen::Index k = 0; k < scores.cols(); ++k) mixed += (scores.col(k) - high).exp();
  mixed = high + mixed.log();
}

}  // namespace muqabala
