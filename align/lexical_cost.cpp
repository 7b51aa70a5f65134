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
// Cost: O(cells x spans) exponentials, done as arrays, plus the links inside the band.
// Proof: `tests/align/lexical_cost.cpp` compares with the formula written out.

#include "align/lexical_cost.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "align/type_counts.h"

namespace muqabala {
namespace {

/// No single word may decide: exp(4) is about 55 times likelier than chance.
constexpr float kMaxWordScore = 4.0F;
/// Runs up to this length are scored in every cell; `a-b` beads need them.
constexpr std::size_t kAlwaysScored = 4;
/// Longer runs are scored for segments at least this share of the length that the run asks for:
/// the pairs left out would cost 15 nats and more for their lengths. No bead of the development
/// sets changes before .4.
constexpr float kLeastLengthShare = 0.3F;

using Levels = Eigen::Array<float, Eigen::Dynamic, static_cast<int>(kLiteralityLevels)>;

/// `(type, k)`: `log(1 - (1 - lam) g_k)`, what an unexplained use of a type scores at each level.
Levels unexplained_scores(const DirectedTable& table) {
  const Eigen::Map<const Eigen::ArrayXf> background(
      table.background.data(), static_cast<Eigen::Index>(table.background.size()));
  Levels scores(background.size(), kLiteralityLevels);
  for (std::size_t k = 0; k < kLiteralityLevels; ++k)
    scores.col(static_cast<Eigen::Index>(k)) = (1 - (1 - background) * kLiterality[k]).log();
  return scores;
}

/// What a given segment adds to the sum of ratios of a told type.
struct Link {
  std::uint32_t type = 0;
  float ratio = 0;
};

/// Scores every told segment of a range against runs that begin at one given segment.
class DirectionScorer {
 public:
  /// `ranges`: per given segment the told ones beside it; neither end goes back from one to the
  /// next. Runs are up to `longest` segments.
  DirectionScorer(const TextSide& given, const TextSide& told, const DirectedTable& table,
                  const std::array<float, kLiteralityLevels>& weights,
                  const std::vector<ColumnRange>& ranges, std::size_t longest)
      : ranges_(ranges),
        longest_(longest),
        links_(longest),
        linked_(longest, given.size()),
        given_(given),
        told_(told),
        table_(table),
        given_types_(TypeCounts::of_segments(given)),
        told_types_(TypeCounts::of_segments(told)),
        postings_(told_types_, told.types.size()),
        cursor_(told.types.size(), 0),
        mass_(told.types.size(), 0.0F),
        unexplained_(unexplained_scores(table)),
        base_(static_cast<Eigen::Index>(told.size()), kLiteralityLevels) {
    for (std::size_t k = 0; k < kLiteralityLevels; ++k) log_weights_[k] = std::log(weights[k]);
    base_.setZero();
    for (std::size_t i = 0; i < told.size(); ++i)
      for (const TypeCount& c : told_types_.of(i)) {
        if (table.linkable[c.type])
          base_.row(static_cast<Eigen::Index>(i)) += c.count * unexplained_.row(c.type);
      }
  }

  /// Calls `emit(k, scores)` for the runs `[begin, begin + k)`, k = 1 ... , with the scores of the
  /// told segments in the range of `begin`. `begin` must not go back from call to call.
  template <class Emit>
  void score_runs(std::size_t begin, float told_per_given_length, Emit emit) {
    const ColumnRange range = ranges_[begin];
    if (range.size() == 0) return;
    const std::size_t max_span = std::min(longest_, given_.size() - begin);
    const auto first = static_cast<Eigen::Index>(range.begin);
    const auto width = static_cast<Eigen::Index>(range.size());
    const Eigen::Map<const Eigen::ArrayXf> lengths(&told_.length_graphemes[range.begin], width);
    const float longest = lengths.maxCoeff();
    std::size_t words = 0;
    float run_length = 0;
    for (std::size_t k = 1; k <= max_span; ++k) {
      const std::size_t added = begin + k - 1;
      run_length += given_.length_graphemes[added];
      const float least = run_length * told_per_given_length * kLeastLengthShare;
      if (k > kAlwaysScored && longest < least) break;
      words += given_.uses_of(added).size();
      collect(added, begin);
      scores_ = base_.middleRows(first, width);
      if (words > 0) add_explained(range, 1.0F / static_cast<float>(words));
      Eigen::ArrayXf total = mixture();
      if (k > kAlwaysScored)
        total = (lengths < least).select(-std::numeric_limits<float>::infinity(), total);
      emit(k, total);
    }
    for (const std::uint32_t type : touched_) mass_[type] = 0;
    touched_.clear();
  }

 private:
  /// Adds the translations of one more given segment to the mass of the run that begins at `begin`.
  void collect(std::size_t segment, std::size_t begin) {
    const std::size_t slot = segment % longest_;
    if (linked_[slot] != segment) find_links(segment, begin);
    for (const Link link : links_[slot]) {
      if (mass_[link.type] == 0) {
        if (!stands_in(link.type, ranges_[begin])) continue;
        touched_.push_back(link.type);
      }
      mass_[link.type] += link.ratio;
    }
  }

  /// Keeps the translations of a segment that stand in the range of any run that may hold it, from
  /// the one at `begin` on.
  void find_links(std::size_t segment, std::size_t begin) {
    using Row = Eigen::SparseMatrix<float, Eigen::RowMajor>::InnerIterator;
    ColumnRange reach = ranges_[begin];
    for (std::size_t i = begin; i <= segment; ++i) reach.end = std::max(reach.end, ranges_[i].end);
    const std::size_t slot = segment % longest_;
    linked_[slot] = segment;
    links_[slot].clear();
    for (const TypeCount& c : given_types_.of(segment))
      for (Row entry(table_.ratio, c.type); entry; ++entry) {
        const auto type = static_cast<std::uint32_t>(entry.col());
        if (stands_in(type, reach)) links_[slot].push_back({type, c.count * entry.value()});
      }
  }

  /// Whether a told type occurs in a range; ranges must not go back.
  bool stands_in(std::uint32_t type, ColumnRange range) {
    const std::span<const Posting> where = postings_.of(type);
    std::size_t& at = cursor_[type];
    while (at < where.size() && where[at].group < range.begin) ++at;
    return at < where.size() && where[at].group < range.end;
  }

  void add_explained(ColumnRange range, float share_of_a_word) {
    const auto n = static_cast<Eigen::Index>(touched_.size());
    Eigen::ArrayXf explained(n);
    Eigen::ArrayXf foreground(n);
    for (Eigen::Index t = 0; t < n; ++t) {
      const std::uint32_t type = touched_[static_cast<std::size_t>(t)];
      explained[t] = mass_[type] * share_of_a_word;
      foreground[t] = 1 - table_.background[type];
    }
    gains_.resize(n, kLiteralityLevels);
    for (Eigen::Index k = 0; k < static_cast<Eigen::Index>(kLiteralityLevels); ++k) {
      const Eigen::ArrayXf drawn = foreground * kLiterality[static_cast<std::size_t>(k)];
      gains_.col(k) = (1 - drawn + drawn * explained).log().min(kMaxWordScore);
    }
    for (Eigen::Index t = 0; t < n; ++t) {
      const std::uint32_t type = touched_[static_cast<std::size_t>(t)];
      gains_.row(t) -= unexplained_.row(type);
      for (const Posting& posting : postings_.of(type).subspan(cursor_[type])) {
        if (posting.group >= range.end) break;
        scores_.row(static_cast<Eigen::Index>(posting.group - range.begin)) +=
            posting.count * gains_.row(t);
      }
    }
  }

  Eigen::ArrayXf mixture() const {
    Eigen::ArrayXXf levels = scores_ * kWordIndependence;
    for (Eigen::Index k = 0; k < levels.cols(); ++k)
      levels.col(k) += log_weights_[static_cast<std::size_t>(k)];
    const Eigen::ArrayXf high = levels.rowwise().maxCoeff();
    Eigen::ArrayXf total = Eigen::ArrayXf::Zero(levels.rows());
    for (Eigen::Index k = 0; k < levels.cols(); ++k) total += (levels.col(k) - high).exp();
    return high + total.log();
  }

  const std::vector<ColumnRange>& ranges_;
  std::size_t longest_;
  std::vector<std::vector<Link>> links_;  ///< of the last segments, by number modulo `longest_`
  std::vector<std::size_t> linked_;       ///< whose they are
  const TextSide& given_;
  const TextSide& told_;
  const DirectedTable& table_;
  TypeCounts given_types_;
  TypeCounts told_types_;
  Postings postings_;
  std::vector<std::size_t>
      cursor_;               ///< per told type: number of its first posting inside the range
  std::vector<float> mass_;  ///< per told type: sum of ratios over the run
  Levels unexplained_;
  std::vector<std::uint32_t> touched_;
  std::array<float, kLiteralityLevels> log_weights_{};
  Levels base_;
  Levels scores_;
  Levels gains_;
};

}  // namespace

CellBand::CellBand(const Band& band, SpanLimits limits) : offsets_{0} {
  const std::size_t n = band.source_count();
  const auto m = static_cast<std::uint32_t>(band.target_count());
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint32_t begin = band.row(i < limits.source ? 0 : i + 1 - limits.source).begin;
    const std::uint32_t end = band.row(std::min(n, i + limits.source)).end;
    const ColumnRange row{std::min(begin, m), std::min(end, m)};
    rows_.push_back(row);
    offsets_.push_back(offsets_.back() + row.size());
  }
}

std::vector<ColumnRange> CellBand::columns(std::size_t target_count) const {
  constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  std::vector<ColumnRange> columns(target_count, ColumnRange{kNone, 0});
  for (std::uint32_t i = 0; i < rows_.size(); ++i)
    for (std::uint32_t j = rows_[i].begin; j < rows_[i].end; ++j) {
      columns[j].begin = std::min(columns[j].begin, i);
      columns[j].end = i + 1;
    }
  for (ColumnRange& column : columns)
    if (column.end == 0) column = {};
  return columns;
}

LexicalScores score_words(const TextSide& source, const TextSide& target,
                          const TranslationTable& table, const LiteralityWeights& weights,
                          const CellBand& cells, SpanLimits limits, double length_ratio) {
  constexpr float kNever = -std::numeric_limits<float>::infinity();
  const auto size = static_cast<Eigen::Index>(cells.size());
  LexicalScores scores;
  scores.target_given_source.setConstant(size, static_cast<Eigen::Index>(limits.source), kNever);
  scores.source_given_target.setConstant(size, static_cast<Eigen::Index>(limits.target), kNever);
  if (size == 0) return scores;

  DirectionScorer forwards(source, target, table.target_given_source, weights.target_given_source,
                           cells.rows(), limits.source);
  for (std::size_t i = 0; i < source.size(); ++i)
    forwards.score_runs(
        i, static_cast<float>(length_ratio), [&](std::size_t a, const Eigen::ArrayXf& values) {
          const auto first = static_cast<Eigen::Index>(cells.cell(i, cells.row(i).begin));
          scores.target_given_source.col(static_cast<Eigen::Index>(a - 1))
              .segment(first, values.size()) = values;
        });

  const std::vector<ColumnRange> columns = cells.columns(target.size());
  DirectionScorer backwards(target, source, table.source_given_target, weights.source_given_target,
                            columns, limits.target);
  for (std::size_t j = 0; j < target.size(); ++j)
    backwards.score_runs(j, static_cast<float>(1 / length_ratio),
                         [&](std::size_t b, const Eigen::ArrayXf& values) {
                           for (std::uint32_t i = columns[j].begin; i < columns[j].end; ++i)
                             scores.source_given_target(static_cast<Eigen::Index>(cells.cell(i, j)),
                                                        static_cast<Eigen::Index>(b - 1)) =
                                 values[static_cast<Eigen::Index>(i - columns[j].begin)];
                         });
  return scores;
}

LevelScores level_scores(const TextSide& told, std::size_t segment, const TextSide& given,
                         std::size_t given_begin, std::size_t given_end,
                         const DirectedTable& table) {
  LevelScores scores{};
  std::size_t words = 0;
  for (std::size_t g = given_begin; g < given_end; ++g) words += given.uses_of(g).size();
  for (const WordUse& y : told.uses_of(segment)) {
    if (!table.linkable[y.type]) continue;
    float mass = 0;
    for (std::size_t g = given_begin; g < given_end; ++g)
      for (const WordUse& x : given.uses_of(g)) mass += table.ratio.coeff(x.type, y.type);
    const float explained = words > 0 ? mass / static_cast<float>(words) : 0;
    for (std::size_t k = 0; k < kLiteralityLevels; ++k) {
      const float drawn = (1 - table.background[y.type]) * kLiterality[k];
      scores[k] += std::min(kMaxWordScore, std::log(1 - drawn + drawn * explained));
    }
  }
  return scores;
}

}  // namespace muqabala
