#include "corpus/collection/pairing/match.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/generated_text.h"

using namespace muqabala;

TEST_CASE("The best pair is taken first, and its rivals stay alone", "[pairing]") {
  // A sum of 1.5 could be had by breaking the pair of 0.9.
  const std::vector<ScoredPair> pairs = {{0, 0, 0.9}, {0, 1, 0.8}, {1, 0, 0.7}};
  CHECK(match(pairs, 0.5) == std::vector<std::uint8_t>{1, 0, 0});
}

TEST_CASE("Pairs below the threshold are not taken, and none is that has no score", "[pairing]") {
  const std::vector<ScoredPair> pairs = {{0, 0, 0.5}, {1, 1, 0.49}, {2, 2, 0}};
  CHECK(match(pairs, 0.5) == std::vector<std::uint8_t>{1, 0, 0});
  CHECK(match(pairs, 0) == std::vector<std::uint8_t>{1, 1, 0});
  CHECK(match({}, 0).empty());
}

TEST_CASE("Of equal pairs the first by number is taken", "[pairing]") {
  const std::vector<ScoredPair> pairs = {{1, 0, 0.6}, {0, 1, 0.6}, {0, 0, 0.6}, {1, 1, 0.6}};
  CHECK(match(pairs, 0.5) == std::vector<std::uint8_t>{0, 0, 1, 1});
}

TEST_CASE("No two documents would both rather have each other", "[pairing]") {
  testing::SplitMix64 random(7);
  for (int round = 0; round < 50; ++round) {
    std::vector<ScoredPair> pairs;
    for (std::uint32_t s = 0; s < 6; ++s)
      for (std::uint32_t t = 0; t < 6; ++t)
        if (random.chance(0.6)) pairs.push_back({s, t, random.uniform()});
    const auto chosen = match(pairs, 0.3);
    std::vector<double> source(6, 0);
    std::vector<double> target(6, 0);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (chosen[i] == 0) continue;
      REQUIRE(source[pairs[i].source] == 0);
      REQUIRE(target[pairs[i].target] == 0);
      source[pairs[i].source] = target[pairs[i].target] = pairs[i].score;
    }
    for (const ScoredPair& pair : pairs)
      CHECK((pair.score < 0.3 || pair.score <= std::max(source[pair.source], target[pair.target])));
  }
}
