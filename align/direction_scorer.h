#pragma once

#include <Eigen/Core>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/band.h"
#include "align/text_side.h"
#include "align/translation_table.h"
#include "align/type_counts.h"

namespace muqabala {

/// Levels of literality: the share of a sentence's words that a translator takes from the sentence
/// before him. A free translation is no worse evidence of a pair than a literal one.
inline constexpr std::size_t kLiteralityLevels = 3;
inline constexpr std::array<float, kLiteralityLevels> kLiterality{1.0F, 0.5F, 0.15F};

/// The power of each word's evidence in the mixture: words of a sentence are not independent.
inline constexpr float kWordIndependence = 0.5F;

/// No single word may decide: exp(4) is about 55 times likelier than chance.
inline constexpr float kMaxWordScore = 4.0F;

/// How well runs of segments of one side, the given one, explain single segments of the other.
class DirectionScorer {
 public:
  /// Runs are up to `longest` segments. `told_per_given_length`: characters. The texts and the
  /// table must outlive the object.
  DirectionScorer(const TextSide& given, const TextSide& told, const DirectedTable& table,
                  const std::array<float, kLiteralityLevels>& weights, std::size_t longest,
                  double told_per_given_length);

  /// Sets which told segments stand beside the given segments `first`, `first + 1`, ... Neither end
  /// goes back from one range to the next, nor from call to call the begin of all of them.
  void look_at(std::size_t first, std::vector<ColumnRange> ranges);

  /// `(j - begin of the range, k - 1)`: told segment j, given the run `[begin, begin + k)`, in nats
  /// against unrelated text; minus infinity where no run of that length is scored. `begin` must not
  /// go back. Holds until the next call.
  Eigen::Map<const Eigen::ArrayXXf> score_runs(std::size_t begin);

 private:
  using Levels = Eigen::Array<float, Eigen::Dynamic, static_cast<int>(kLiteralityLevels)>;

  /// What a given segment adds to the sum of ratios of a told type.
  struct Link {
    std::uint32_t type = 0;
    float ratio = 0;
  };

  ColumnRange range_of(std::size_t given) const;
  void collect(std::size_t segment, std::size_t begin);
  void find_links(std::size_t segment, std::size_t begin);
  void touch(std::uint32_t type, ColumnRange range);
  void begin_new_run();
  bool stands_in(std::uint32_t type, ColumnRange range);
  Eigen::Map<Levels> score_linked(ColumnRange range, float share_of_a_word);
  void mix_levels(Eigen::Map<Levels> scores);

  const TextSide& given_;
  const TextSide& told_;
  const DirectedTable& table_;
  std::size_t longest_;
  float told_per_given_length_;
  TypeCounts given_types_;
  TypeCounts told_types_;
  Postings postings_;
  Levels unexplained_;  ///< per told type: what a use scores that nothing explains
  Levels base_;         ///< per told segment: the sum of these
  std::array<float, kLiteralityLevels> log_weights_{};
  Eigen::ArrayXf unlinked_;  ///< per told segment: its score where nothing is explained

  std::size_t first_ = 0;  ///< the given segment of the first range
  std::vector<ColumnRange> ranges_;
  std::vector<std::vector<Link>> links_;  ///< of the last segments, by number modulo `longest_`
  std::vector<std::size_t> whose_;        ///< whose they are
  std::vector<std::size_t> cursor_;       ///< per told type: its first posting inside the range

  std::vector<float> mass_;             ///< per told type: sum of ratios over the run
  std::vector<std::uint32_t> touched_;  ///< types whose mass is not 0
  std::vector<std::uint32_t> linked_;   ///< told segments of the range that hold one of these
  std::vector<std::uint32_t> slot_;     ///< per told segment: its place among them

  // What is worked out for one run. Runs are of all sizes, and these keep the largest one's memory.
  std::vector<float> scores_;      ///< `Levels` of the linked segments
  std::vector<float> gains_;       ///< `Levels` of the touched types
  std::vector<float> explained_;   ///< per touched type
  std::vector<float> foreground_;  ///< likewise
  std::vector<float> high_;        ///< per linked segment
  std::vector<float> mixed_;       ///< likewise
  std::vector<float> values_;
};

}  // namespace muqabala
