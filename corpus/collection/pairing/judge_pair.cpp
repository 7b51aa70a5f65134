// Whether two documents are a translation of each other, told from their alignment.
//
// Three things are asked, and the score is their product:
// - How much of either text has a counterpart, of the side that has less: the geometric mean of the
//   share in beads whose words and lengths speak for them (cost below zero) and of the share in
//   pairs, each counted by its probability.
// - How strongly the beads speak for each other: the nats they save against unrelated text, by
//   character. Pairs of news that do not belong together save at most 1.1 in 100 characters, true
//   documents of the development sets 3.9 or more; 1 - exp(-x / 1.5) puts these at .5 and .93.
// - Whether what has no counterpart lies in one piece. A half of a text is no translation of the
//   whole, while an abridged translation that has as little leaves out pieces everywhere: the
//   longest stretch is at most .28 of true documents, and .33 to .67 of halves.
//
// The aligner must not learn from the two texts first: taught by chance pairs, it finds them good.
// The constants were chosen on all development documents (`tests/eval/pairing.py`; the numbers are
// in docs/pairing.md).

#include "corpus/collection/pairing/judge_pair.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "align/aligner.h"
#include "align/furniture/one_sided_furniture.h"
#include "segment/base/error.h"
#include "segment/text/folding.h"

namespace muqabala {
namespace {

constexpr double kNatsScale = 1.5;  ///< in 100 characters
/// From which share of the text on a stretch without counterpart counts against a pair, at which it
/// counts fully, and how much it then takes.
constexpr double kShortGap = 0.25;
constexpr double kLongGap = 0.5;
constexpr double kGapPenalty = 0.6;
constexpr double kLikelyRight = 0.5;

/// Folded characters of each segment; furniture of a page is no part of its text.
std::vector<double> lengths(const SegmentedDocument& document,
                            const std::vector<std::size_t>& furniture) {
  std::vector<double> lengths;
  for (std::size_t i = 0; i < document.size(); ++i)
    lengths.push_back(static_cast<double>(folded_length(document.text(i))));
  for (const std::size_t i : furniture) lengths[i] = 0;
  return lengths;
}

/// What of one side has a counterpart, bead by bead.
class SideShares {
 public:
  explicit SideShares(std::vector<double> lengths) : lengths_(std::move(lengths)) {
    for (const double length : lengths_) total_ += length;
  }

  template <class Range>
  void add(const Bead& bead, const Range& segments) {
    double length = 0;
    for (const auto i : segments) length += lengths_[i.value()];
    if (!bead.is_null()) {
      paired_ += length * bead.probability;
      if (bead.cost_nats < 0) supported_ += length;
    }
    const bool is_gap =
        bead.is_null() || bead.evidence.lexical_nats >= 0 || bead.probability <= kLikelyRight;
    gap_ = is_gap ? gap_ + length : 0;
    longest_gap_ = std::max(longest_gap_, gap_);
  }

  double total() const { return total_; }
  double paired() const { return share(paired_); }
  double supported() const { return share(supported_); }
  double longest_gap() const { return share(longest_gap_); }

 private:
  double share(double of) const { return total_ > 0 ? of / total_ : 0; }

  std::vector<double> lengths_;
  double total_ = 0;
  double paired_ = 0;
  double supported_ = 0;
  double gap_ = 0;
  double longest_gap_ = 0;
};

PairJudgement judge(const SegmentedPair& pair, const SentenceAlignment& alignment) {
  const OneSidedFurniture furniture = one_sided_furniture(pair.source, index_words(pair.source),
                                                          pair.target, index_words(pair.target));
  SideShares source(lengths(pair.source, furniture.source));
  SideShares target(lengths(pair.target, furniture.target));
  double saved_nats = 0;
  for (const Bead& bead : alignment.beads) {
    source.add(bead, bead.source);
    target.add(bead, bead.target);
    saved_nats -= bead.cost_nats;
  }
  const double characters = std::sqrt(source.total() * target.total());
  if (characters == 0) return {};
  const double coverage = std::sqrt(std::min(source.paired(), target.paired()) *
                                    std::min(source.supported(), target.supported()));
  const double strength = 1 - std::exp(-std::max(0.0, 100 * saved_nats / characters) / kNatsScale);
  const double gap = std::max(source.longest_gap(), target.longest_gap());
  const double excess = std::clamp((gap - kShortGap) / (kLongGap - kShortGap), 0.0, 1.0);
  return {.score = coverage * strength * (1 - kGapPenalty * excess),
          .source_share = source.paired(),
          .target_share = target.paired()};
}

}  // namespace

PairJudgement judge_pair(const Input& source, const Input& target, const Lexicon& lexicon,
                         const PipelineOptions& options) {
  AlignOptions align_options = options.align;
  align_options.self_training_rounds = 0;
  try {
    const SegmentedPair pair = read_and_segment(source, target, options);
    return judge(pair, align(pair.source, pair.target, lexicon, align_options));
  } catch (const Error& error) {
    return {.has_nothing_in_common = error.code() == ErrorCode::kNothingInCommon};
  }
}

}  // namespace muqabala
