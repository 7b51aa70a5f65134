#include "align/lexical_cost.h"

#include <algorithm>
#include <cmath>

#include "align/lexicon/link_words.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"
#include "tests/support/lexicons.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

/// The formula of the file's head, written out: log sum_k w_k exp(0.5 e_k).
float mixture(const LevelScores& levels, const std::array<float, kLiteralityLevels>& weights) {
  float sum = 0;
  for (std::size_t k = 0; k < kLiteralityLevels; ++k)
    sum += weights[k] * std::exp(0.5F * levels[k]);
  return std::log(sum);
}

struct Pair {
  TextSide source;
  TextSide target;
  TranslationTable table;
};

Pair example_pair() {
  const Lexicon lexicon = testing::lexicon_of("de", "en",
                                              {{"Haus", "house"},
                                               {"Haus", "home"},
                                               {"Hund", "dog"},
                                               {"klein", "small"},
                                               {"Katze", "cat"},
                                               {"Garten", "garden"},
                                               {"alt", "old"},
                                               {"schlafen", "sleep"}});
  Pair pair{index_words(document_of({"Das Haus ist alt", "Der Hund", "Eine kleine Katze, 12 Hunde",
                                     "schlafen im Garten", "", "Haus Haus Haus"},
                                    "de")),
            index_words(document_of({"The house is old", "A dog", "12 dogs and a small cat sleep",
                                     "in the garden", "home", "nothing of it"},
                                    "en")),
            {}};
  pair.table = prior_table(pair.source, pair.target, link_words(pair.source, pair.target, lexicon));
  return pair;
}

/// The scores of all cells.
LexicalScores score_words(const TextSide& source, const TextSide& target,
                          const TranslationTable& table, const LiteralityWeights& weights,
                          const CellBand& cells, SpanLimits limits, double length_ratio) {
  return LexicalScorer(source, target, table, weights, limits, length_ratio)
      .score(cells, 0, source.size());
}

/// Equal but for rounding: arrays that begin elsewhere in memory are cut into packets elsewhere.
bool are_alike(const Eigen::ArrayXXf& a, const Eigen::ArrayXXf& b) {
  return ((a == b) || ((a - b).abs() < 1e-5F)).all();
}

}  // namespace

TEST_CASE("every score is the formula's, for all cells and runs", "[align][lexical]") {
  const Pair pair = example_pair();
  const SpanLimits limits{3, 4};
  const LiteralityWeights weights;
  const CellBand cells(Band::full(pair.source.size(), pair.target.size()), limits);
  const LexicalScores scores =
      score_words(pair.source, pair.target, pair.table, weights, cells, limits, 1.0);
  for (std::size_t i = 0; i < pair.source.size(); ++i)
    for (std::size_t j = 0; j < pair.target.size(); ++j) {
      const auto cell = static_cast<Eigen::Index>(cells.cell(i, j));
      for (std::size_t a = 1; a <= limits.source && i + a <= pair.source.size(); ++a)
        CHECK(scores.target_given_source(cell, static_cast<Eigen::Index>(a - 1)) ==
              Approx(mixture(level_scores(pair.target, j, pair.source, i, i + a,
                                          pair.table.target_given_source),
                             weights.target_given_source))
                  .margin(1e-4));
      for (std::size_t b = 1; b <= limits.target && j + b <= pair.target.size(); ++b)
        CHECK(scores.source_given_target(cell, static_cast<Eigen::Index>(b - 1)) ==
              Approx(mixture(level_scores(pair.source, i, pair.target, j, j + b,
                                          pair.table.source_given_target),
                             weights.source_given_target))
                  .margin(1e-4));
    }
}

TEST_CASE("a narrow band gives the scores of the full one", "[align][lexical]") {
  const Pair pair = example_pair();
  const SpanLimits limits{2, 2};
  const CellBand full(Band::full(pair.source.size(), pair.target.size()), limits);
  const CellBand narrow(Band::around({{0, 0}, {6, 6}}, 1), limits);
  REQUIRE(narrow.size() < full.size());
  const LexicalScores all = score_words(pair.source, pair.target, pair.table, {}, full, limits, 1);
  const LexicalScores some =
      score_words(pair.source, pair.target, pair.table, {}, narrow, limits, 1);
  for (std::size_t i = 0; i < pair.source.size(); ++i)
    for (std::size_t j = narrow.row(i).begin; j < narrow.row(i).end; ++j)
      CHECK(some.target_given_source(static_cast<Eigen::Index>(narrow.cell(i, j)), 0) ==
            Approx(all.target_given_source(static_cast<Eigen::Index>(full.cell(i, j)), 0))
                .margin(1e-5));
}

TEST_CASE("a translation scores above chance and above other segments", "[align][lexical]") {
  const Pair pair = example_pair();
  const SpanLimits limits{1, 1};
  const CellBand cells(Band::full(pair.source.size(), pair.target.size()), limits);
  const LexicalScores scores =
      score_words(pair.source, pair.target, pair.table, {}, cells, limits, 1.0);
  const auto score = [&](std::size_t i, std::size_t j) {
    return scores.target_given_source(static_cast<Eigen::Index>(cells.cell(i, j)), 0);
  };
  CHECK(score(0, 0) > 0);
  CHECK(score(0, 0) > score(1, 0));
  CHECK(score(1, 1) > score(3, 1));
}

TEST_CASE("runs longer than four are scored only for segments long enough", "[align][lexical]") {
  std::vector<std::string> many(8, "Das Haus ist alt und der Garten ist klein");
  const TextSide source = index_words(document_of(many, "de"));
  const TextSide target = index_words(document_of({"house", std::string(400, 'x')}, "en"));
  const TranslationTable table = prior_table(source, target, link_words(source, target, {}));
  const SpanLimits limits{8, 1};
  const CellBand cells(Band::full(8, 2), limits);
  const LexicalScores scores = score_words(source, target, table, {}, cells, limits, 1.0);
  const auto short_one = static_cast<Eigen::Index>(cells.cell(0, 0));
  const auto long_one = static_cast<Eigen::Index>(cells.cell(0, 1));
  CHECK(std::isfinite(scores.target_given_source(short_one, 3)));
  CHECK_FALSE(std::isfinite(scores.target_given_source(short_one, 7)));
  CHECK(std::isfinite(scores.target_given_source(long_one, 7)));
}

TEST_CASE("rows scored block by block score what they do all at once", "[align][lexical]") {
  const Pair pair = example_pair();
  const SpanLimits limits{3, 5};
  const CellBand cells(Band::around({{0, 0}, {6, 6}}, 2), limits);
  const LexicalScores all = score_words(pair.source, pair.target, pair.table, {}, cells, limits, 1);
  LexicalScorer scorer(pair.source, pair.target, pair.table, {}, limits, 1);
  const std::size_t block = GENERATE(1U, 2U, 4U);
  for (std::size_t begin = 0; begin < pair.source.size(); begin += block) {
    const std::size_t end = std::min(begin + block, pair.source.size());
    const LexicalScores some = scorer.score(cells, begin, end);
    const auto first = static_cast<Eigen::Index>(cells.first(begin));
    const auto count = static_cast<Eigen::Index>(cells.first(end) - cells.first(begin));
    REQUIRE(some.first_cell == cells.first(begin));
    REQUIRE(some.target_given_source.rows() == count);
    CHECK(are_alike(some.target_given_source, all.target_given_source.middleRows(first, count)));
    CHECK(are_alike(some.source_given_target, all.source_given_target.middleRows(first, count)));
  }
}
