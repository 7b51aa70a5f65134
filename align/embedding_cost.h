#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "align/bead_costs.h"
#include "align/dynamic_program.h"
#include "align/embeddings.h"

namespace muqabala {

/// A normal distribution of cosines.
struct CosineDensity {
  double mean = 0;
  double deviation = 1;
};

/// What the cosine of two runs' vectors says about them.
struct SimilarityModel {
  CosineDensity related;    ///< of runs that translate each other
  CosineDensity unrelated;  ///< of runs that have nothing to do with each other

  /// log p(cosine | related) - log p(cosine | unrelated), within +-`kMostNats`. Cosines beyond the
  /// two means count as these, so that a larger cosine never says less; 0 where the vectors do not
  /// tell the two apart.
  double nats(double cosine) const;

  /// No pair of sentences may decide the course of a text.
  static constexpr double kMostNats = 12;
};

/// What can be told before anything is paired. Unrelated runs: pairs drawn evenly over both texts.
/// Related ones: each segment and its nearest, where that stands out from the second by more than
/// chance; else next to no difference is taken to be between the two. O(segments).
SimilarityModel first_similarity_model(const PairEmbeddings& embeddings);

/// The model with the density of related runs drawn from `initial` towards that of the path's
/// trusted pairs.
SimilarityModel reestimate(const SimilarityModel& initial, const Path& path,
                           const PairEmbeddings& embeddings);

/// The cost of beads, with what embeddings say added to it:
///
///   cost(a-b) = base cost - min(a, b) nats(cosine of the two runs)
///
/// since a bead of two sentences on each side stands beside two pairs with evidence of their own.
/// Null beads cost what they did.
class EmbeddedBeadCosts : public BeadCosts {
 public:
  /// `base` and `embeddings` must outlive the object; without embeddings it is `base`.
  EmbeddedBeadCosts(const BeadCosts& base, const PairEmbeddings* embeddings,
                    const SimilarityModel& model)
      : base_(base), embeddings_(embeddings), model_(model) {}

  const std::vector<BeadShape>& shapes() const override { return base_.shapes(); }
  void row(std::size_t i, ColumnRange columns, std::size_t shape,
           std::span<float> out) const override;

  /// What embeddings add to the cost of one bead.
  double embedding_nats(const PathStep& step) const;

 private:
  /// What a bead of that shape has of it.
  double nats(double cosine, BeadShape shape) const;

  const BeadCosts& base_;
  const PairEmbeddings* embeddings_;
  SimilarityModel model_;
};

}  // namespace muqabala
