// What a newspaper prints on every page (menus, share buttons, a notice of copyright) is found by
// its coming again, and the alignments that a collection is learned from tell whether it has a
// counterpart. By Bayes' rule the cost of a null bead falls by
//
//   log P(line | null) / P(line | paired) = log odds(null | line) - log odds(null)
//
// where P(null | line) is the share of the line's documents in which it was not paired, drawn
// towards that of any segment by a few pseudo-documents. So a line that is translated wherever it
// stands, as a footer of both sides, gains nothing; one that recurs by chance, as a quotation, has
// a counterpart by its words.
//
// Paired is not enough where both sides print lines of their own, which a search pairs with each
// other for want of better: a pair counts if its words and lengths make it likelier than chance,
// and if the line is all of its side, since a line beside a sentence is carried by that.
//
// O(n log n) in the lines. What it is worth is measured by tests/eval/recurring.py.

#include "align/lexicon/line_counts.h"

#include <cmath>
#include <unordered_set>
#include <utility>

#include "align/self_training.h"

namespace muqabala {
namespace {

/// Fewer documents tell too little, and a sentence is easily quoted once. Of 2 and 5, the latter
/// finds less where a newspaper has few pages in the sample.
constexpr std::int64_t kLeastDocuments = 3;
/// From 1 to 10, no score of made-up newspapers (tests/eval/recurring.py) changes by more than .02.
constexpr double kPseudoDocuments = 4;
/// How many segments have no counterpart; what `initial_priors` take.
constexpr double kUsualShare = 0.05;

double log_odds(double probability) { return std::log(probability / (1 - probability)); }

double nats_of(const LineCounts::Count& count) {
  const auto documents = static_cast<double>(count.documents);
  const double alone = documents - static_cast<double>(count.paired);
  return log_odds((alone + kPseudoDocuments * kUsualShare) / (documents + kPseudoDocuments)) -
         log_odds(kUsualShare);
}

/// Gathers the lines of one side.
class Gatherer {
 public:
  explicit Gatherer(const SegmentedDocument& side) : side_(side) {}

  template <class Index>
  void add(IndexRange<Index> run, bool is_trusted) {
    for (const Index i : run) {
      if (!may_recur(i.value(), side_.size())) continue;
      const std::uint64_t key = line_key(side_.text(i.value()));
      if (key != 0 && known_.insert(key).second)
        lines_.push_back({.key = key, .is_paired = is_trusted && run.size() == 1});
    }
  }

  std::vector<SeenLine> lines() && { return std::move(lines_); }

 private:
  const SegmentedDocument& side_;
  std::vector<SeenLine> lines_;
  std::unordered_set<std::uint64_t> known_;
};

}  // namespace

SeenLines seen_lines(const SegmentedDocument& source, const SegmentedDocument& target,
                     const SentenceAlignment& alignment) {
  Gatherer from(source);
  Gatherer to(target);
  for (const Bead& bead : alignment.beads) {
    const bool is_good = is_trusted(bead.source.size(), bead.target.size(), bead.cost_nats);
    from.add(bead.source, is_good);
    to.add(bead.target, is_good);
  }
  return {.source = std::move(from).lines(), .target = std::move(to).lines()};
}

void LineCounts::add(const std::vector<SeenLine>& lines) {
  for (const SeenLine& line : lines) add(line.key, {.documents = 1, .paired = line.is_paired});
}

void LineCounts::add(std::uint64_t key, const Count& count) {
  Count& sum = counts_[key];
  sum.documents += count.documents;
  sum.paired += count.paired;
}

std::vector<RecurringLine> LineCounts::recurring() const {
  std::vector<RecurringLine> lines;
  for (const auto& [key, count] : counts_) {
    if (count.documents < kLeastDocuments) continue;
    const double nats = nats_of(count);
    if (nats > 0) lines.push_back({.key = key, .alone_nats = static_cast<float>(nats)});
  }
  return lines;
}

}  // namespace muqabala
