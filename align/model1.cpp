// A translation table learned from paired segments.
//
// IBM Model 1 (Brown et al. 1993, "The Mathematics of Statistical Machine Translation", section
// 4.1) trained by EM in both directions, with two changes. A told word y comes with probability
// lam_y from a background p(y), its unigram, instead of from a NULL word; lam_y is estimated too,
// so that words which translators add freely prove little. And the dictionary's p_d(y|x) enters the
// M-step as 2 pseudo-counts a given word:
//   p(y|x) = (max(0, c(x,y) - D) + 2 p_d(y|x)) / (c(x) + 2)
// with a discount D = 0.2 in the last step only, which clears away chance pairs.
//
// Counts are gathered given word by given word: where each told word stands in the row of one word
// is held dense while the pairs that contain it pass by, so no table of pairs is ever built. While
// they are at hand, the word's new row is added to the totals of the next step. Cost: O(iterations
// x word pairs); what it waits for is memory, so the next bags are asked for in advance.

#include "align/model1.h"

#include <algorithm>
#include <utility>

#include "align/type_counts.h"

namespace muqabala {
namespace {

using SparseRows = Eigen::SparseMatrix<float, Eigen::RowMajor>;
using PriorRow = SparseRows::InnerIterator;

constexpr float kPriorCounts = 2.0F;
constexpr float kStartBackground = 0.3F;
constexpr float kBackground = 0.6F;
constexpr float kBackgroundCounts = 8.0F;
constexpr float kLeastBackground = 0.05F;
constexpr float kMostBackground = 0.98F;
constexpr float kStartUnigramShare = 0.7F;
constexpr float kLastDiscount = 0.2F;
constexpr float kLeastProbability = 0.003F;
constexpr float kLeastRatio = 0.2F;

/// A told word and its probability, given one word.
struct Translation {
  std::uint32_t type = 0;
  float probability = 0;
};

class Trainer {
 public:
  Trainer(const TextSide& given, const TextSide& told, TypeCounts given_bags, TypeCounts told_bags,
          const PriorLinks& prior, bool given_is_source)
      : told_(told),
        given_bags_(std::move(given_bags)),
        told_bags_(std::move(told_bags)),
        index_(given_bags_, given.types.size()),
        prior_(prior_probabilities(prior, given_is_source ? given.types.size() : told.types.size(),
                                   given_is_source ? told.types.size() : given.types.size(),
                                   given_is_source)),
        unigram_(unigram(told)),
        chance_(chance_frequency(told)),
        background_(told.types.size(), kStartBackground),
        totals_(told_bags_.all().size(), 0.0F),
        share_(told_bags_.all().size(), 0.0F),
        place_(told.types.size(), 0),
        known_(given_is_source ? prior.target_known : prior.source_known) {
    start();
    for (std::size_t x = 0; x < rows_.size(); ++x) {
      take_places(x);
      add_to_totals(x);
    }
  }

  void step(bool is_last) {
    share_totals();
    const float discount = is_last ? kLastDiscount : 0.0F;
    std::vector<float> explained(told_.types.size(), 0.0F);
    for (std::size_t x = 0; x < index_.types(); ++x) {
      if (index_.of(x).empty()) continue;
      take_places(x);
      const std::vector<Translation>& row = rows_[x];
      counts_.assign(row.size(), 0.0F);
      float row_total = 0;
      for_each_bag(x, [&](float uses, std::span<const TypeCount> words, std::size_t from) {
        for (std::size_t k = 0; k < words.size(); ++k) {
          const std::uint32_t place = place_[words[k].type];
          const float count = words[k].count * uses * row[place].probability * share_[from + k];
          counts_[place] += count;
          explained[words[k].type] += count;
          row_total += count;
        }
      });
      reestimate(x, row_total, discount);
      if (!is_last) add_to_totals(x);
    }
    update_background(explained);
  }

  DirectedTable table() const {
    DirectedTable result;
    std::vector<Eigen::Triplet<float>> entries;
    for (std::size_t x = 0; x < rows_.size(); ++x) {
      for (const Translation& entry : rows_[x]) {
        const float ratio = entry.probability / chance_[entry.type];
        if (entry.probability > kLeastProbability && ratio > kLeastRatio)
          entries.emplace_back(static_cast<int>(x), static_cast<int>(entry.type), ratio);
      }
      if (!rows_[x].empty()) continue;
      for (PriorRow entry(prior_, static_cast<Eigen::Index>(x)); entry; ++entry)
        entries.emplace_back(static_cast<int>(x), static_cast<int>(entry.col()),
                             entry.value() / chance_[static_cast<std::size_t>(entry.col())]);
    }
    result.ratio.resize(prior_.rows(), prior_.cols());
    result.ratio.setFromTriplets(entries.begin(), entries.end());
    result.background = background_;
    result.linkable = known_;
    for (const Eigen::Triplet<float>& entry : entries)
      result.linkable[static_cast<std::size_t>(entry.col())] = 1;
    return result;
  }

 private:
  /// p(y|x) = .7 unigram + .3 dictionary for the words met together; the unigram alone where the
  /// dictionary does not know x. A row begins with all words of the dictionary, in its order, and
  /// those that were not met have no probability yet; behind them stand the others that were met.
  void start() {
    enum : std::uint8_t { kUnseen, kKnown, kMet };
    rows_.resize(index_.types());
    std::vector<std::uint8_t> seen(told_.types.size(), kUnseen);
    std::vector<Translation> row;
    for (std::size_t x = 0; x < rows_.size(); ++x) {
      if (index_.of(x).empty()) continue;
      row.clear();
      for (PriorRow entry(prior_, static_cast<Eigen::Index>(x)); entry; ++entry) {
        row.push_back({static_cast<std::uint32_t>(entry.col()), 0});
        seen[row.back().type] = kKnown;
      }
      const float share = row.empty() ? 1.0F : kStartUnigramShare;
      for (const Posting& use : index_.of(x))
        for (const TypeCount& word : told_bags_.of(use.group)) {
          if (seen[word.type] == kUnseen) row.push_back({word.type, share * unigram_[word.type]});
          seen[word.type] = kMet;
        }
      auto known = row.begin();
      for (PriorRow entry(prior_, static_cast<Eigen::Index>(x)); entry; ++entry, ++known)
        if (seen[known->type] == kMet)
          known->probability =
              share * unigram_[known->type] + (1 - kStartUnigramShare) * entry.value();
      for (const Translation& entry : row) seen[entry.type] = kUnseen;
      rows_[x] = row;
    }
  }

  /// Notes where in the row of a given word each told word stands. All words of its bags do.
  void take_places(std::size_t x) {
    for (std::size_t k = 0; k < rows_[x].size(); ++k)
      place_[rows_[x][k].type] = static_cast<std::uint32_t>(k);
  }

  /// Calls `visit(uses, words, from)` for the bags that hold a given word: its uses there, the told
  /// words of the bag, and their place among those of all bags.
  template <class Visit>
  void for_each_bag(std::size_t x, Visit visit) const {
    constexpr std::size_t kAhead = 4;
    const std::span<const Posting> uses = index_.of(x);
    for (std::size_t k = 0; k < uses.size(); ++k) {
      if (k + kAhead < uses.size()) {
        const std::size_t next = told_bags_.first(uses[k + kAhead].group);
        __builtin_prefetch(told_bags_.all().data() + next);
        __builtin_prefetch(share_.data() + next);
        __builtin_prefetch(totals_.data() + next);
      }
      visit(uses[k].count, told_bags_.of(uses[k].group), told_bags_.first(uses[k].group));
    }
  }

  /// Adds what a given word, whose places were taken, explains of the told words of its bags.
  void add_to_totals(std::size_t x) {
    const std::vector<Translation>& row = rows_[x];
    for_each_bag(x, [&](float uses, std::span<const TypeCount> words, std::size_t from) {
      for (std::size_t k = 0; k < words.size(); ++k)
        totals_[from + k] += uses * row[place_[words[k].type]].probability;
    });
  }

  /// Makes of the totals of the told words of a bag what multiplies count(x) p(y|x) to give x's
  /// share of y, and begins new totals.
  void share_totals() {
    for (std::size_t bag = 0; bag < told_bags_.size(); ++bag)
      for (std::size_t k = told_bags_.first(bag); k < told_bags_.first(bag + 1); ++k) {
        const std::uint32_t y = told_bags_.all()[k].type;
        const float foreground = (1 - background_[y]) / std::max(1.0F, given_bags_.total(bag));
        share_[k] = foreground / (background_[y] * unigram_[y] + foreground * totals_[k]);
        totals_[k] = 0;
      }
  }

  /// Makes the new row of a given word from its counts.
  void reestimate(std::size_t x, float row_total, float discount) {
    std::vector<Translation>& row = rows_[x];
    const auto counted = [&](std::size_t k) { return std::max(0.0F, counts_[k] - discount); };
    std::size_t k = 0;
    for (PriorRow entry(prior_, static_cast<Eigen::Index>(x)); entry; ++entry, ++k)
      row[k].probability = (counted(k) + kPriorCounts * entry.value()) / (row_total + kPriorCounts);
    for (; k < row.size(); ++k) row[k].probability = counted(k) / (row_total + kPriorCounts);
  }

  void update_background(const std::vector<float>& explained) {
    std::vector<float> uses(told_.types.size(), 0.0F);
    for (const TypeCount& word : told_bags_.all()) uses[word.type] += word.count;
    for (std::size_t y = 0; y < background_.size(); ++y) {
      const float unexplained = std::max(0.0F, uses[y] - explained[y]);
      background_[y] = std::clamp(
          (unexplained + kBackgroundCounts * kBackground) / (uses[y] + kBackgroundCounts),
          kLeastBackground, kMostBackground);
    }
  }

  const TextSide& told_;
  TypeCounts given_bags_;  ///< words of the pairs, one group a pair
  TypeCounts told_bags_;
  Postings index_;  ///< of the given words
  SparseRows prior_;
  std::vector<float> unigram_;
  std::vector<float> chance_;
  std::vector<float> background_;
  std::vector<std::vector<Translation>> rows_;  ///< per given type
  std::vector<float> totals_;                   ///< per word of the told bags
  std::vector<float> share_;                    ///< likewise
  std::vector<std::uint32_t> place_;            ///< per told type: in the row at hand
  std::vector<float> counts_;                   ///< per entry of the row at hand
  std::vector<std::uint8_t> known_;
};

DirectedTable train(const TextSide& given, const TextSide& told, const TypeCounts& given_bags,
                    const TypeCounts& told_bags, const PriorLinks& prior, bool given_is_source,
                    const Model1Options& options) {
  Trainer trainer(given, told, given_bags, told_bags, prior, given_is_source);
  for (int step = 1; step <= options.iterations; ++step) trainer.step(step == options.iterations);
  return trainer.table();
}

}  // namespace

TranslationTable train_model1(const TextSide& source, const TextSide& target,
                              const std::vector<SegmentPair>& pairs, const PriorLinks& prior,
                              const Model1Options& options) {
  TypeCounts source_bags;
  TypeCounts target_bags;
  for (const SegmentPair& pair : pairs) {
    source_bags.add_group(source, pair.source.begin_index.value(), pair.source.end_index.value());
    target_bags.add_group(target, pair.target.begin_index.value(), pair.target.end_index.value());
  }
  return {
      .target_given_source = train(source, target, source_bags, target_bags, prior, true, options),
      .source_given_target =
          train(target, source, target_bags, source_bags, prior, false, options)};
}

}  // namespace muqabala
