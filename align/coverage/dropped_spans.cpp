// Which words were dropped, as a change of state.
//
// Every word is told or dropped; the states follow each other in spans. What is sought is the set
// of spans with the largest
//   sum of dropped_nats - per span (kSpanNats + its two boundaries) + length gain,
// the length gain being what the length cost of the pair falls by without the spans' characters.
// But for the last term that is a chain with two states, of which dynamic programming finds the
// best path (Viterbi 1967). The last term depends on all spans together; following Everett (1963,
// "Generalized Lagrange Multiplier Method"), it is replaced by a price a character: none, or that
// of some share of the text. Each price gives a set of spans, and the best one by the true sum is
// kept, without spans that do not pay for themselves.
//
// O(words). Against all sets of spans, tried one by one: tests/align/coverage/dropped_spans.cpp.

#include "align/coverage/dropped_spans.h"

#include <algorithm>
#include <array>
#include <limits>

namespace muqabala {
namespace {

/// Odds against a span, besides its boundaries. Halved, faithful news has three times as many
/// findings (24 in 563 pairs); doubled, every tenth right one is lost.
constexpr double kSpanNats = 1.2;

/// Shares of a text that may be dropped, for finding what a character is worth.
constexpr std::array kShares{0.125, 0.25, 0.5, 0.75, 0.9};

struct Extent {
  std::size_t begin = 0;
  std::size_t end = 0;
};

using Spans = std::vector<Extent>;

class Search {
 public:
  Search(std::span<const DroppableWord> words, double target_length, const LengthModel& length)
      : words_(words), target_length_(target_length), length_(length) {
    nats_.reserve(words.size() + 1);
    ends_.reserve(words.size() + 1);
    nats_.push_back(0);
    ends_.push_back(0);
    for (const DroppableWord& word : words) {
      nats_.push_back(nats_.back() + word.dropped_nats);
      ends_.push_back(ends_.back() + word.length_graphemes);
    }
    whole_nats_ = length_.cost_nats(ends_.back(), target_length_);
  }

  std::vector<DroppedSpan> operator()() const {
    std::vector<DroppedSpan> best;
    double best_nats = 0;
    for (const double price : prices()) {
      const std::vector<DroppedSpan> found = that_pay(best_at(price));
      Spans spans;
      for (const DroppedSpan& span : found) spans.push_back({span.begin, span.end});
      const double nats = total_nats(spans);
      if (nats <= best_nats) continue;
      best_nats = nats;
      best = found;
    }
    return best;
  }

 private:
  /// What a character of a dropped span may be worth: nothing, or what each is worth where a given
  /// share of all is dropped.
  std::vector<double> prices() const {
    std::vector<double> prices{0};
    for (const double share : kShares) {
      const double dropped = share * ends_.back();
      if (dropped > 0) prices.push_back(length_gain(dropped) / dropped);
    }
    return prices;
  }

  double boundary(std::size_t at) const {
    return at == 0 || at == words_.size() ? 0 : words_[at].boundary_nats;
  }

  /// The best spans where a character is worth `price`.
  Spans best_at(double price) const {
    struct Step {
      bool told_was_dropped;
      bool dropped_was_told;
    };
    std::vector<Step> steps(words_.size());
    double told = 0;
    double dropped = -std::numeric_limits<double>::infinity();
    for (std::size_t k = 0; k < words_.size(); ++k) {
      const double closing = dropped - boundary(k);
      const double opening = told - boundary(k) - kSpanNats;
      steps[k] = {closing > told, opening > dropped};
      told = std::max(told, closing);
      dropped =
          std::max(dropped, opening) + words_[k].dropped_nats + price * words_[k].length_graphemes;
    }
    Spans spans;
    bool is_dropped = dropped > told;
    std::size_t end = words_.size();
    for (std::size_t k = words_.size(); k-- > 0;) {
      if (is_dropped && steps[k].dropped_was_told) {
        spans.push_back({k, end});
        is_dropped = false;
      } else if (!is_dropped && steps[k].told_was_dropped) {
        end = k;
        is_dropped = true;
      }
    }
    std::reverse(spans.begin(), spans.end());
    return spans;
  }

  double span_nats(Extent span) const {
    return nats_[span.end] - nats_[span.begin] - boundary(span.begin) - boundary(span.end) -
           kSpanNats;
  }
  double span_length(Extent span) const { return ends_[span.end] - ends_[span.begin]; }

  double length_gain(double dropped) const {
    return dropped > 0 ? whole_nats_ - length_.cost_nats(ends_.back() - dropped, target_length_)
                       : 0;
  }

  double total_nats(const Spans& spans) const {
    double nats = 0;
    double dropped = 0;
    for (const Extent span : spans) {
      nats += span_nats(span);
      dropped += span_length(span);
    }
    return nats + length_gain(dropped);
  }

  /// The spans without which the sum would be smaller, each with what it adds to it.
  std::vector<DroppedSpan> that_pay(Spans spans) const {
    std::vector<DroppedSpan> found;
    if (spans.size() == 1 && spans[0].end - spans[0].begin == words_.size()) return found;
    while (!spans.empty()) {
      double dropped = 0;
      for (const Extent span : spans) dropped += span_length(span);
      const double with_all = length_gain(dropped);
      found.clear();
      for (const Extent span : spans)
        found.push_back({span.begin, span.end,
                         span_nats(span) + with_all - length_gain(dropped - span_length(span))});
      const auto least = std::min_element(
          found.begin(), found.end(),
          [](const DroppedSpan& a, const DroppedSpan& b) { return a.gain_nats < b.gain_nats; });
      if (least->gain_nats > 0) return found;
      spans.erase(spans.begin() + (least - found.begin()));
    }
    return {};
  }

  std::span<const DroppableWord> words_;
  double target_length_;
  const LengthModel& length_;
  std::vector<double> nats_;  ///< of the words before each place
  std::vector<double> ends_;  ///< their characters
  double whole_nats_ = 0;
};

}  // namespace

std::vector<DroppedSpan> find_dropped_spans(std::span<const DroppableWord> words,
                                            double target_length, const LengthModel& length) {
  if (words.empty()) return {};
  return Search(words, target_length, length)();
}

}  // namespace muqabala
