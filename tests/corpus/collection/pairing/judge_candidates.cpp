#include "corpus/collection/pairing/judge_candidates.h"

#include <atomic>
#include <map>
#include <utility>
#include <vector>

#include "tests/support/catch.h"

using namespace muqabala;

namespace {

double with_name(double score, NameEvidence name) {
  return score_with_name({.score = score, .has_nothing_in_common = score == 0}, name,
                         kNameAgainstWords);
}

/// Judges by a table of scores, and counts.
struct Table {
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> scores;
  std::atomic<int> calls{0};

  std::vector<JudgedCandidate> judge(std::vector<Candidate> candidates,
                                     std::vector<NamedPair> named = {}) {
    return judge_candidates(join_candidates(candidates, named),
                            {.threads = 2, .judge = [&](std::uint32_t s, std::uint32_t t) {
                               ++calls;
                               return PairJudgement{.score = scores[{s, t}]};
                             }});
  }
};

}  // namespace

TEST_CASE("Where the likeliest pair proves right by far, its rivals are not aligned", "[pairing]") {
  Table table{.scores = {{{0, 0}, 0.9}, {{1, 1}, 0.8}}};
  const auto judged = table.judge({{0, 0, 0.8}, {0, 1, 0.1}, {1, 0, 0.1}, {1, 1, 0.8}});
  CHECK(table.calls == 2);
  REQUIRE(judged.size() == 2);
  CHECK(judged[0].score == 0.9);
}

TEST_CASE("Where the likeliest pair proves wrong, all others are aligned", "[pairing]") {
  Table table{.scores = {{{0, 1}, 0.9}}};
  CHECK(table.judge({{0, 0, 0.8}, {0, 1, 0.1}, {1, 0, 0.1}}).size() == 3);
}

TEST_CASE("A rival nearly as likely is aligned, too", "[pairing]") {
  Table table{.scores = {{{0, 0}, 0.7}, {{0, 1}, 0.9}}};
  CHECK(table.judge({{0, 0, 0.5}, {0, 1, 0.4}}).size() == 2);
}

TEST_CASE("A document that stays with nothing has its likeliest pair aligned", "[pairing]") {
  Table table{.scores = {{{0, 0}, 0.9}, {{1, 0}, 0.4}}};
  const auto judged = table.judge({{0, 0, 0.9}, {1, 0, 0.3}});
  REQUIRE(judged.size() == 2);
  CHECK(judged[1].score == 0.4);
}

TEST_CASE("A name lifts what the texts say, but makes no pair of strangers", "[pairing]") {
  CHECK(with_name(0.5, NameEvidence::kNone) == 0.5);
  CHECK(with_name(0.5, NameEvidence::kPath) > 0.6);
  CHECK(with_name(1, NameEvidence::kPath) == 1);
  CHECK(with_name(0.2, NameEvidence::kPath) < 0.35);
  CHECK(with_name(0, NameEvidence::kPath) > 0);
  CHECK(with_name(0, NameEvidence::kPath) < 0.5);
}

TEST_CASE("Where no lexicon knows the words, a name is believed", "[pairing]") {
  const PairJudgement strangers{.has_nothing_in_common = true};
  CHECK(score_with_name(strangers, NameEvidence::kPath, kNameWithoutWords) == 0.6);
  CHECK(score_with_name(strangers, NameEvidence::kNone, kNameWithoutWords) == 0);
}

TEST_CASE("A pair that names and contents suggest is judged once", "[pairing]") {
  Table table{.scores = {{{0, 0}, 0.5}}};
  const auto judged = table.judge({{0, 0, 0.4}}, {{0, 0, NameEvidence::kStem}});
  REQUIRE(judged.size() == 1);
  CHECK(judged[0].name == NameEvidence::kStem);
  CHECK(judged[0].likeness == 0.4);
  CHECK(table.calls == 1);
}
