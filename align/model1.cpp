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
// Counts are gathered given word by given word: the row of one word is held dense while the pairs
// that contain it pass by, so no table of pairs is ever built. Cost: O(iterations x word pairs).

#include "align/model1.h"

#include <algorithm>

namespace muqabala {
namespace {

using SparseRows = Eigen::SparseMatrix<float, Eigen::RowMajor>;

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

struct TypeCount {
  std::uint32_t type = 0;
  float count = 0;
};

/// The words of every pair on one side, distinct with counts.
struct Bags {
  std::vector<TypeCount> words;
  std::vector<std::size_t> first{0};
  std::vector<float> total;  ///< words of each bag, repetitions counted

  template <class Index>
  void add(const TextSide& side, IndexRange<Index> segments) {
    std::vector<std::uint32_t> types;
    for (const Index i : segments)
      for (const WordUse& use : side.uses_of(i.value())) types.push_back(use.type);
    std::sort(types.begin(), types.end());
    for (std::size_t k = 0; k < types.size(); ++k) {
      if (k > 0 && types[k] == types[k - 1])
        ++words.back().count;
      else
        words.push_back({types[k], 1});
    }
    first.push_back(words.size());
    total.push_back(static_cast<float>(types.size()));
  }

  std::size_t size() const { return total.size(); }
  std::span<const TypeCount> of(std::size_t bag) const {
    return std::span(words).subspan(first[bag], first[bag + 1] - first[bag]);
  }
};

/// For every given type the bags that hold it.
struct BagIndex {
  struct Use {
    std::uint32_t bag = 0;
    float count = 0;
  };
  std::vector<Use> uses;
  std::vector<std::size_t> first;

  BagIndex(const Bags& bags, std::size_t types) : first(types + 1, 0) {
    for (const TypeCount& word : bags.words) ++first[word.type + 1];
    for (std::size_t t = 0; t < types; ++t) first[t + 1] += first[t];
    uses.resize(bags.words.size());
    std::vector<std::size_t> next(first.begin(), first.end() - 1);
    for (std::size_t bag = 0; bag < bags.size(); ++bag)
      for (const TypeCount& word : bags.of(bag))
        uses[next[word.type]++] = {static_cast<std::uint32_t>(bag), word.count};
  }

  std::span<const Use> of(std::size_t type) const {
    return std::span(uses).subspan(first[type], first[type + 1] - first[type]);
  }
};

class Trainer {
 public:
  Trainer(const TextSide& given, const TextSide& told, Bags given_bags, Bags told_bags,
          const PriorLinks& prior, bool given_is_source)
      : told_(told),
        given_bags_(std::move(given_bags)),
        told_bags_(std::move(told_bags)),
        index_(given_bags_, given.types.size()),
        prior_(prior_probabilities(prior, given_is_source ? given.types.size() : told.types.size(),
                                   given_is_source ? told.types.size() : given.types.size(),
                                   given_is_source)),
        unigram_(unigram(told)),
        background_(told.types.size(), kStartBackground),
        row_(told.types.size(), 0.0F),
        known_(given_is_source ? prior.target_known : prior.source_known) {
    start();
  }

  void step(bool is_last) {
    gather_totals();
    const float discount = is_last ? kLastDiscount : 0.0F;
    std::vector<float> explained(told_.types.size(), 0.0F);
    std::vector<std::uint32_t> touched;
    for (std::size_t x = 0; x + 1 < index_.first.size(); ++x) {
      if (index_.of(x).empty()) continue;
      load_row(x);
      std::vector<float>& counts = scratch_;
      touched.clear();
      float row_total = 0;
      for (const BagIndex::Use& use : index_.of(x)) {
        const std::size_t from = told_bags_.first[use.bag];
        const std::span<const TypeCount> words = told_bags_.of(use.bag);
        for (std::size_t k = 0; k < words.size(); ++k) {
          const float p = row_[words[k].type];
          if (p == 0) continue;
          const float count = words[k].count * use.count * p * share_[from + k];
          if (counts[words[k].type] == 0) touched.push_back(words[k].type);
          counts[words[k].type] += count;
          explained[words[k].type] += count;
          row_total += count;
        }
      }
      unload_row(x);
      store_row(x, touched, row_total, discount);
      for (const std::uint32_t type : touched) counts[type] = 0;
    }
    update_background(explained);
  }

  DirectedTable table() const {
    DirectedTable result;
    std::vector<Eigen::Triplet<float>> entries;
    for (std::size_t x = 0; x < rows_.size(); ++x) {
      for (const TypeCount& entry : rows_[x]) {
        const float ratio = entry.count / unigram_[entry.type];
        if (entry.count > kLeastProbability && ratio > kLeastRatio)
          entries.emplace_back(static_cast<int>(x), static_cast<int>(entry.type), ratio);
      }
      if (!rows_[x].empty()) continue;
      for (SparseRows::InnerIterator entry(prior_, static_cast<Eigen::Index>(x)); entry; ++entry)
        entries.emplace_back(static_cast<int>(x), static_cast<int>(entry.col()),
                             entry.value() / unigram_[static_cast<std::size_t>(entry.col())]);
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
  /// dictionary does not know x.
  void start() {
    rows_.resize(index_.first.size() - 1);
    scratch_.assign(told_.types.size(), 0.0F);
    std::vector<std::uint8_t> seen(told_.types.size(), 0);
    for (std::size_t x = 0; x < rows_.size(); ++x) {
      const SparseRows::InnerIterator any(prior_, static_cast<Eigen::Index>(x));
      const float share = any ? kStartUnigramShare : 1.0F;
      for (const BagIndex::Use& use : index_.of(x))
        for (const TypeCount& word : told_bags_.of(use.bag)) {
          if (seen[word.type]) continue;
          seen[word.type] = 1;
          rows_[x].push_back({word.type, share * unigram_[word.type]});
        }
      for (const TypeCount& entry : rows_[x]) seen[entry.type] = 0;
      if (!any) continue;
      for (SparseRows::InnerIterator entry(prior_, static_cast<Eigen::Index>(x)); entry; ++entry)
        scratch_[static_cast<std::size_t>(entry.col())] = entry.value();
      for (TypeCount& entry : rows_[x])
        entry.count += (1 - kStartUnigramShare) * scratch_[entry.type];
      for (SparseRows::InnerIterator entry(prior_, static_cast<Eigen::Index>(x)); entry; ++entry)
        scratch_[static_cast<std::size_t>(entry.col())] = 0;
    }
  }

  void load_row(std::size_t x) {
    for (const TypeCount& entry : rows_[x]) row_[entry.type] = entry.count;
  }
  void unload_row(std::size_t x) {
    for (const TypeCount& entry : rows_[x]) row_[entry.type] = 0;
  }

  /// `share_` of a told word of a bag: what multiplies count(x) p(y|x) to give x's share of y.
  void gather_totals() {
    share_.assign(told_bags_.words.size(), 0.0F);
    for (std::size_t x = 0; x < rows_.size(); ++x) {
      if (index_.of(x).empty()) continue;
      load_row(x);
      for (const BagIndex::Use& use : index_.of(x)) {
        const std::size_t from = told_bags_.first[use.bag];
        const std::span<const TypeCount> words = told_bags_.of(use.bag);
        for (std::size_t k = 0; k < words.size(); ++k)
          share_[from + k] += use.count * row_[words[k].type];
      }
      unload_row(x);
    }
    for (std::size_t bag = 0; bag < told_bags_.size(); ++bag)
      for (std::size_t k = told_bags_.first[bag]; k < told_bags_.first[bag + 1]; ++k) {
        const std::uint32_t y = told_bags_.words[k].type;
        const float foreground = (1 - background_[y]) / std::max(1.0F, given_bags_.total[bag]);
        share_[k] = foreground / (background_[y] * unigram_[y] + foreground * share_[k]);
      }
  }

  void store_row(std::size_t x, const std::vector<std::uint32_t>& touched, float row_total,
                 float discount) {
    for (SparseRows::InnerIterator entry(prior_, static_cast<Eigen::Index>(x)); entry; ++entry)
      row_[static_cast<std::size_t>(entry.col())] = entry.value();
    rows_[x].clear();
    for (const std::uint32_t y : touched) {
      const float p = (std::max(0.0F, scratch_[y] - discount) + kPriorCounts * row_[y]) /
                      (row_total + kPriorCounts);
      if (p > 0) rows_[x].push_back({y, p});
    }
    for (SparseRows::InnerIterator entry(prior_, static_cast<Eigen::Index>(x)); entry; ++entry) {
      const auto y = static_cast<std::size_t>(entry.col());
      if (scratch_[y] == 0)
        rows_[x].push_back({static_cast<std::uint32_t>(y),
                            kPriorCounts * entry.value() / (row_total + kPriorCounts)});
      row_[y] = 0;
    }
  }

  void update_background(const std::vector<float>& explained) {
    std::vector<float> uses(told_.types.size(), 0.0F);
    for (const TypeCount& word : told_bags_.words) uses[word.type] += word.count;
    for (std::size_t y = 0; y < background_.size(); ++y) {
      const float unexplained = std::max(0.0F, uses[y] - explained[y]);
      background_[y] = std::clamp(
          (unexplained + kBackgroundCounts * kBackground) / (uses[y] + kBackgroundCounts),
          kLeastBackground, kMostBackground);
    }
  }

  const TextSide& told_;
  Bags given_bags_;
  Bags told_bags_;
  BagIndex index_;
  SparseRows prior_;
  std::vector<float> unigram_;
  std::vector<float> background_;
  std::vector<std::vector<TypeCount>> rows_;  ///< per given type: told types with p(told|given)
  std::vector<float> share_;                  ///< per word of the told bags
  std::vector<float> row_;                    ///< one row, dense
  std::vector<float> scratch_;                ///< counts of one row, dense
  std::vector<std::uint8_t> known_;
};

DirectedTable train(const TextSide& given, const TextSide& told, const Bags& given_bags,
                    const Bags& told_bags, const PriorLinks& prior, bool given_is_source,
                    const Model1Options& options) {
  Trainer trainer(given, told, given_bags, told_bags, prior, given_is_source);
  for (int step = 1; step <= options.iterations; ++step) trainer.step(step == options.iterations);
  return trainer.table();
}

}  // namespace

TranslationTable train_model1(const TextSide& source, const TextSide& target,
                              const std::vector<SegmentPair>& pairs, const PriorLinks& prior,
                              const Model1Options& options) {
  Bags source_bags;
  Bags target_bags;
  for (const SegmentPair& pair : pairs) {
    source_bags.add(source, pair.source);
    target_bags.add(target, pair.target);
  }
  return {
      .target_given_source = train(source, target, source_bags, target_bags, prior, true, options),
      .source_given_target =
          train(target, source, target_bags, source_bags, prior, false, options)};
}

}  // namespace muqabala
