#pragma once

#include <Eigen/SparseCore>
#include <cstdint>
#include <vector>

#include "align/bead.h"
#include "align/text_side.h"

namespace muqabala {

/// A source type and a target type that may translate each other.
struct TypeLink {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float weight = 0;  ///< relative to the other links of the same word; larger is likelier
  LinkOrigin origin = LinkOrigin::kDictionary;
};

/// What one side's words say about the other's: `given` words generate `told` words.
struct DirectedTable {
  /// `ratio(x, y) = p(told y | given x) / chance(told y)`: how much likelier y is where x stands.
  Eigen::SparseMatrix<float, Eigen::RowMajor> ratio;
  /// Per told type: the share of its uses that come from nowhere in particular, in (0,1).
  std::vector<float> background;
  /// Per told type: 1 where the word's absence or presence on the other side is evidence.
  std::vector<std::uint8_t> linkable;
};

/// Both directions.
struct TranslationTable {
  DirectedTable target_given_source;
  DirectedTable source_given_target;
};

/// Prior knowledge about the words of one pair of texts.
struct PriorLinks {
  std::vector<TypeLink> links;  ///< sorted by source, then target; one a pair of types
  /// Types that a dictionary knows: where they find no partner, that is evidence against a bead.
  std::vector<std::uint8_t> source_known;
  std::vector<std::uint8_t> target_known;
};

/// Sorts `links` and adds up the weights of equal pairs; the strongest link gives the origin.
void merge_links(std::vector<TypeLink>& links);

/// Relative frequency of every type of a side; sums to 1.
std::vector<float> unigram(const TextSide& side);

/// How likely each type of a side is met where nothing calls for it: `(count - 0.7) / total`.
///
/// A word's own use says nothing of its chance to be used elsewhere, so counts are discounted as in
/// Ney, Essen and Kneser (1994), "On structuring probabilistic dependences in stochastic language
/// modelling". In a text of a page most words stand once, and their plain frequency would take them
/// for common ones.
std::vector<float> chance_frequency(const TextSide& side);

/// `p(t|s) = W(s,t) / (sum over t of W(s,t) + 0.5)`, both ways: half a count is left for what the
/// dictionaries do not know.
TranslationTable prior_table(const TextSide& source, const TextSide& target,
                             const PriorLinks& prior);

/// `p(told|given)` of the prior in one direction: rows are given types.
Eigen::SparseMatrix<float, Eigen::RowMajor> prior_probabilities(const PriorLinks& prior,
                                                                std::size_t source_types,
                                                                std::size_t target_types,
                                                                bool given_is_source);

}  // namespace muqabala
