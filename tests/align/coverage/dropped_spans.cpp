#include "align/coverage/dropped_spans.h"

#include <chrono>
#include <cmath>
#include <random>

#include "tests/support/catch.h"

using namespace muqabala;

namespace {

constexpr LengthModel kEven{.mean_log_ratio = 0, .deviation = 0.2};

/// Words of five characters, without bounds between them unless given.
std::vector<DroppableWord> words_of(const std::vector<double>& nats,
                                    const std::vector<std::size_t>& bounds = {}) {
  std::vector<DroppableWord> words;
  for (const double value : nats)
    words.push_back({.dropped_nats = value, .boundary_nats = 4, .length_graphemes = 5});
  for (const std::size_t at : bounds) words[at].boundary_nats = 0;
  return words;
}

double length_of_all(const std::vector<DroppableWord>& words) {
  double length = 0;
  for (const DroppableWord& word : words) length += word.length_graphemes;
  return length;
}

/// The largest sum over all ways to drop some of the words.
double best_by_brute_force(const std::vector<DroppableWord>& words, double target_length,
                           const LengthModel& length) {
  const double whole = length_of_all(words);
  double best = 0;
  for (std::uint32_t drops = 1; drops + 1 < (1U << words.size()); ++drops) {
    double nats = 0;
    double dropped = 0;
    for (std::size_t k = 0; k < words.size(); ++k) {
      const bool here = (drops >> k & 1U) != 0;
      const bool before = k > 0 && (drops >> (k - 1) & 1U) != 0;
      if (here) nats += words[k].dropped_nats;
      if (here) dropped += words[k].length_graphemes;
      if (here && !before) nats -= 1.2;
      if (k > 0 && here != before) nats -= words[k].boundary_nats;
    }
    nats +=
        length.cost_nats(whole, target_length) - length.cost_nats(whole - dropped, target_length);
    best = std::max(best, nats);
  }
  return best;
}

}  // namespace

TEST_CASE("words that seem told are left alone", "[coverage][partial]") {
  CHECK(find_dropped_spans(words_of({-2, -2, 0.5, -2}), 20, kEven).empty());
  CHECK(find_dropped_spans({}, 20, kEven).empty());
}

TEST_CASE("a clause without partners is dropped up to its bounds", "[coverage][partial]") {
  const auto words = words_of({-2, -2, -1, 0.9, 0.9, -0.3, 0.9, 0.9, -2, -2, -2}, {3, 8});
  const auto spans = find_dropped_spans(words, 30, kEven);
  REQUIRE(spans.size() == 1);
  CHECK(spans[0].begin == 3);
  CHECK(spans[0].end == 8);
  CHECK(spans[0].gain_nats > 3);
}

TEST_CASE("a translation that is long enough speaks against a dropped clause",
          "[coverage][partial]") {
  const auto words = words_of({-2, -2, -1, 0.8, 0.8, 0.8, -2, -2, -2}, {3, 6});
  const auto gain = [&](double target_length) {
    const auto spans = find_dropped_spans(words, target_length, kEven);
    return spans.empty() ? 0 : spans[0].gain_nats;
  };
  CHECK(gain(30) > gain(38));
  CHECK(gain(38) > gain(45));
}

TEST_CASE("two clauses may be dropped, and each pays for itself", "[coverage][partial]") {
  const auto words = words_of({1, 1, 1, 1, -3, -3, -3, -3, 1, 1, 1, 1, -3, -3, -3}, {4, 8, 12});
  const auto spans = find_dropped_spans(words, 35, kEven);
  REQUIRE(spans.size() == 2);
  CHECK(spans[0].begin == 0);
  CHECK(spans[0].end == 4);
  CHECK(spans[1].begin == 8);
  CHECK(spans[1].end == 12);
}

TEST_CASE("what is dropped is never all", "[coverage][partial]") {
  CHECK(find_dropped_spans(words_of({2, 2, 2, 2, 2}), 5, kEven).empty());
}

TEST_CASE("dropped spans are nearly as good as the best of all sets of words",
          "[coverage][partial]") {
  std::mt19937 random(7);
  std::normal_distribution<double> normal;
  std::bernoulli_distribution drops(0.35);
  double sum_found = 0;
  double sum_best = 0;
  for (int round = 0; round < 200; ++round) {
    // Four clauses of three words; a third of them dropped, the rest told at some length.
    std::vector<double> values;
    double told = 0;
    for (int clause = 0; clause < 4; ++clause) {
      const bool is_dropped = drops(random);
      for (int k = 0; k < 3; ++k)
        values.push_back((is_dropped ? 0.7 : -0.9) + 0.8 * normal(random));
      told += is_dropped ? 0 : 15;
    }
    const auto words = words_of(values, {3, 6, 9});
    const double target_length = std::max(10.0, told) * std::exp(0.2 * normal(random));
    double found = 0;
    double dropped = 0;
    for (const DroppedSpan& span : find_dropped_spans(words, target_length, kEven)) {
      for (std::size_t k = span.begin; k < span.end; ++k) found += words[k].dropped_nats;
      dropped += 5.0 * static_cast<double>(span.end - span.begin);
      found -= 1.2 + (span.begin > 0 ? words[span.begin].boundary_nats : 0) +
               (span.end < words.size() ? words[span.end].boundary_nats : 0);
    }
    if (dropped > 0)
      found += kEven.cost_nats(60, target_length) - kEven.cost_nats(60 - dropped, target_length);
    const double best = best_by_brute_force(words, target_length, kEven);
    CHECK(found <= best + 1e-6);
    CHECK(found >= 0);
    sum_found += found;
    sum_best += best;
  }
  CHECK(sum_best > 200);
  CHECK(sum_found >= 0.95 * sum_best);
}

TEST_CASE("a long segment takes time by its words alone", "[coverage][partial]") {
  std::vector<DroppableWord> words;
  for (std::size_t k = 0; k < 100'000; ++k)
    words.push_back({.dropped_nats = k % 40 < 20 ? 0.9 : -1.5,
                     .boundary_nats = k % 10 == 0 ? 0.0 : 4.0,
                     .length_graphemes = 5});
  const auto begin = std::chrono::steady_clock::now();
  const auto spans = find_dropped_spans(words, 250'000, kEven);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(2));
  CHECK(spans.size() == 2'500);
}
