// Reliability in bins and expected calibration error: Guo et al. (2017), "On Calibration of Modern
// Neural Networks", section 2. The area under the ROC curve is the Mann-Whitney statistic, with
// mid-ranks for ties. O(beads log beads).

#include "align/reliability.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace muqabala {
namespace {

struct GoldPlace {
  std::size_t row = 0;
  bool is_one_sided = false;
};

/// Where the gold has each segment of one side.
class GoldSide {
 public:
  GoldSide(const std::vector<GoldBead>& gold, std::vector<std::size_t> GoldBead::*side) {
    for (std::size_t row = 0; row < gold.size(); ++row)
      for (const std::size_t segment : gold[row].*side)
        places_[segment] = {row, gold[row].source.empty() || gold[row].target.empty()};
  }

  bool is_one_sided(std::size_t segment) const {
    const auto at = places_.find(segment);
    return at != places_.end() && at->second.is_one_sided;
  }
  /// The row that pairs the segment with something.
  std::optional<std::size_t> row(std::size_t segment) const {
    const auto at = places_.find(segment);
    if (at == places_.end() || at->second.is_one_sided) return std::nullopt;
    return at->second.row;
  }

 private:
  std::unordered_map<std::size_t, GoldPlace> places_;
};

double area_under_roc(std::vector<JudgedBead> beads, double right, double wrong) {
  std::sort(beads.begin(), beads.end(),
            [](const JudgedBead& a, const JudgedBead& b) { return a.probability < b.probability; });
  double rank_sum = 0;
  for (std::size_t at = 0; at < beads.size();) {
    std::size_t end = at;
    double right_here = 0;
    for (; end < beads.size() && !(beads[at].probability < beads[end].probability); ++end)
      right_here += beads[end].is_right ? 1 : 0;
    rank_sum += right_here * static_cast<double>(at + 1 + end) / 2;
    at = end;
  }
  return (rank_sum - right * (right + 1) / 2) / (right * wrong);
}

}  // namespace

JudgedBeads& JudgedBeads::operator+=(const JudgedBeads& other) {
  pairs.insert(pairs.end(), other.pairs.begin(), other.pairs.end());
  nulls.insert(nulls.end(), other.nulls.begin(), other.nulls.end());
  return *this;
}

JudgedBeads judge(const SentenceAlignment& alignment, const std::vector<GoldBead>& gold,
                  const JudgeOptions& options) {
  const GoldSide source(gold, &GoldBead::source);
  const GoldSide target(gold, &GoldBead::target);
  JudgedBeads judged;
  for (const Bead& bead : alignment.beads) {
    bool touches_one_sided = false;
    std::vector<std::optional<std::size_t>> rows;
    const auto see = [&](const GoldSide& side, std::size_t segment) {
      touches_one_sided = touches_one_sided || side.is_one_sided(segment);
      rows.push_back(side.row(segment));
    };
    for (const SourceIndex i : bead.source) see(source, i.value());
    for (const TargetIndex j : bead.target) see(target, j.value());
    if (options.ignore_one_sided && touches_one_sided) continue;
    const auto is_first = [&rows](const auto& row) { return row == rows.front(); };
    const bool is_in_one_row =
        rows.front().has_value() && std::all_of(rows.begin(), rows.end(), is_first);
    const bool is_alone =
        std::none_of(rows.begin(), rows.end(), [](const auto& row) { return row.has_value(); });
    if (bead.is_null())
      judged.nulls.push_back({bead.probability, is_alone});
    else
      judged.pairs.push_back({bead.probability, is_in_one_row});
  }
  return judged;
}

Reliability reliability(const std::vector<JudgedBead>& beads) {
  Reliability result;
  double right = 0;
  for (const JudgedBead& bead : beads) {
    const auto at = std::min(static_cast<std::size_t>(bead.probability * kReliabilityBins),
                             kReliabilityBins - 1);
    ReliabilityBin& bin = result.bins[at];
    ++bin.beads;
    bin.mean_probability += bead.probability;
    bin.share_right += bead.is_right ? 1 : 0;
    right += bead.is_right ? 1 : 0;
  }
  for (ReliabilityBin& bin : result.bins) {
    if (bin.beads == 0) continue;
    result.calibration_error +=
        std::abs(bin.mean_probability - bin.share_right) / static_cast<double>(beads.size());
    bin.mean_probability /= static_cast<double>(bin.beads);
    bin.share_right /= static_cast<double>(bin.beads);
  }
  const double wrong = static_cast<double>(beads.size()) - right;
  if (right > 0 && wrong > 0) result.area_under_roc = area_under_roc(beads, right, wrong);
  return result;
}

}  // namespace muqabala
