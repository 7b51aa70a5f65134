#include "align/translation_table.h"

#include <algorithm>
#include <tuple>

namespace muqabala {
namespace {

/// Left for translations that no dictionary names.
constexpr float kUnknownMass = 0.5F;
/// Before training: how many uses of a word are explained by nothing on the other side. At 0.4 free
/// translations of under a hundred segments fell apart in training.
constexpr float kInitialBackground = 0.6F;
/// Of a word's count, what says nothing about its other uses. Of 0, .5 and .7 the last was best on
/// hadith and as good on news and books.
constexpr float kDiscount = 0.7F;

using SparseRows = Eigen::SparseMatrix<float, Eigen::RowMajor>;

std::vector<float> discounted_frequency(const TextSide& side, float discount) {
  std::vector<float> frequency(side.types.size());
  const auto total = static_cast<float>(std::max<std::size_t>(side.uses.size(), 1));
  for (std::size_t t = 0; t < side.types.size(); ++t)
    frequency[t] = (static_cast<float>(side.types[t].count) - discount) / total;
  return frequency;
}

DirectedTable directed(const PriorLinks& prior, const TextSide& given, const TextSide& told,
                       bool given_is_source) {
  DirectedTable table;
  table.ratio = prior_probabilities(prior, given_is_source ? given.types.size() : told.types.size(),
                                    given_is_source ? told.types.size() : given.types.size(),
                                    given_is_source);
  const std::vector<float> frequency = chance_frequency(told);
  table.background.assign(told.types.size(), kInitialBackground);
  table.linkable = given_is_source ? prior.target_known : prior.source_known;
  for (Eigen::Index row = 0; row < table.ratio.outerSize(); ++row)
    for (SparseRows::InnerIterator entry(table.ratio, row); entry; ++entry) {
      const auto type = static_cast<std::size_t>(entry.col());
      entry.valueRef() /= frequency[type];
      table.linkable[type] = 1;
    }
  return table;
}

}  // namespace

void merge_links(std::vector<TypeLink>& links) {
  std::sort(links.begin(), links.end(), [](const TypeLink& a, const TypeLink& b) {
    return std::tie(a.source, a.target, b.weight, a.origin) <
           std::tie(b.source, b.target, a.weight, b.origin);
  });
  std::size_t kept = 0;
  for (std::size_t k = 0; k < links.size(); ++k) {
    if (kept > 0 && links[kept - 1].source == links[k].source &&
        links[kept - 1].target == links[k].target)
      links[kept - 1].weight += links[k].weight;
    else
      links[kept++] = links[k];
  }
  links.resize(kept);
}

std::vector<float> unigram(const TextSide& side) { return discounted_frequency(side, 0); }

std::vector<float> chance_frequency(const TextSide& side) {
  return discounted_frequency(side, kDiscount);
}

SparseRows prior_probabilities(const PriorLinks& prior, std::size_t source_types,
                               std::size_t target_types, bool given_is_source) {
  const std::size_t given_types = given_is_source ? source_types : target_types;
  const std::size_t told_types = given_is_source ? target_types : source_types;
  std::vector<float> mass(given_types, kUnknownMass);
  std::vector<Eigen::Triplet<float>> entries;
  entries.reserve(prior.links.size());
  for (const TypeLink& link : prior.links)
    mass[given_is_source ? link.source : link.target] += link.weight;
  for (const TypeLink& link : prior.links) {
    const std::uint32_t given = given_is_source ? link.source : link.target;
    const std::uint32_t told = given_is_source ? link.target : link.source;
    entries.emplace_back(static_cast<int>(given), static_cast<int>(told),
                         link.weight / mass[given]);
  }
  SparseRows probabilities(static_cast<Eigen::Index>(given_types),
                           static_cast<Eigen::Index>(told_types));
  probabilities.setFromTriplets(entries.begin(), entries.end());
  return probabilities;
}

TranslationTable prior_table(const TextSide& source, const TextSide& target,
                             const PriorLinks& prior) {
  return {.target_given_source = directed(prior, source, target, true),
          .source_given_target = directed(prior, target, source, false)};
}

}  // namespace muqabala
