#include "align/edge_cost.h"

#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

SegmentPair bead(std::size_t s, std::size_t s_size, std::size_t t, std::size_t t_size) {
  return {{SourceIndex(s), SourceIndex(s + s_size)}, {TargetIndex(t), TargetIndex(t + t_size)}};
}

/// Many times the same lines.
TextSide repeated(const std::vector<std::string>& lines, std::size_t times) {
  std::vector<std::string> all;
  for (std::size_t k = 0; k < times; ++k) all.insert(all.end(), lines.begin(), lines.end());
  return index_words(document_of(all, "en"));
}

float told(const EdgeScores& scores, std::size_t i, std::uint32_t j, BeadShape shape) {
  float nats = 0;
  scores.add_row(i, {j, j + 1}, shape, {&nats, 1});
  return nats;
}

constexpr std::size_t kTimes = 100;

}  // namespace

TEST_CASE("edges tell nothing before anything is known", "[align][edges]") {
  const TextSide source = repeated({"We left.", "Who left?"}, 1);
  const TextSide target = repeated({"Left we.", "Left who?"}, 1);
  const EdgeScores scores(source, target, {});
  CHECK(told(scores, 0, 0, {1, 1}) == 0);
  CHECK(told(scores, 0, 0, {2, 2}) == 0);
}

TEST_CASE("edges that agree are evidence for a bead even before any is seen", "[align][edges]") {
  const TextSide side = repeated({"We left.", "Who left?"}, 10);
  const EdgeScores scores(side, side, estimate_edge_model({}, side, side));
  CHECK(told(scores, 1, 1, {1, 1}) > 0);
  CHECK(told(scores, 1, 2, {1, 1}) < 0);
}

TEST_CASE("edges of what is expected to stand alone tell nothing", "[align][edges]") {
  TextSide side = repeated({"We left.", "Who left?"}, 10);
  const EdgeModel model = estimate_edge_model({}, side, side);
  side.alone_nats.assign(side.size(), 0);
  side.alone_nats[1] = 2;
  const EdgeScores scores(side, side, model);
  CHECK(told(scores, 1, 1, {1, 1}) == 0);
  CHECK(told(scores, 1, 3, {1, 1}) == 0);
  CHECK(told(scores, 3, 1, {1, 1}) == 0);
  CHECK(told(scores, 3, 3, {1, 1}) > 0);
}

TEST_CASE("each side may have marks of its own", "[align][edges]") {
  const TextSide source = repeated({"We left;", "they came."}, kTimes);
  const TextSide target = repeated({"we left:", "they came!"}, kTimes);
  std::vector<SegmentPair> beads;
  for (std::size_t k = 0; k < 2 * kTimes; ++k) beads.push_back(bead(k, 1, k, 1));
  const EdgeScores scores(source, target, estimate_edge_model(beads, source, target));
  CHECK(told(scores, 0, 0, {1, 1}) > 0.2F);
  CHECK(told(scores, 0, 1, {1, 1}) < -0.5F);
}

TEST_CASE("marks that do not agree in the texts tell nothing", "[align][edges]") {
  const TextSide source = repeated({"we left.", "we left.", "we left;", "we left;"}, kTimes);
  const TextSide target = repeated({"we left.", "we left;"}, 2 * kTimes);
  std::vector<SegmentPair> beads;
  for (std::size_t k = 0; k < 4 * kTimes; ++k) beads.push_back(bead(k, 1, k, 1));
  const EdgeScores scores(source, target, estimate_edge_model(beads, source, target));
  CHECK(told(scores, 0, 0, {1, 1}) == Approx(0).margin(0.05));
  CHECK(told(scores, 0, 1, {1, 1}) == Approx(0).margin(0.05));
}

TEST_CASE("a boundary that is mostly inside of beads asks for being so", "[align][edges]") {
  const TextSide source = repeated({"We left."}, kTimes);
  const TextSide target = repeated({"We came;", "we left."}, kTimes);
  std::vector<SegmentPair> beads;
  for (std::size_t k = 0; k < kTimes; ++k) beads.push_back(bead(k, 1, 2 * k, 2));
  const EdgeScores scores(source, target, estimate_edge_model(beads, source, target));
  CHECK(told(scores, 0, 0, {1, 2}) > 0.5F);
  CHECK(told(scores, 0, 1, {1, 2}) < -0.5F);
  CHECK(told(scores, 0, 0, {1, 1}) < told(scores, 0, 0, {1, 2}));
}

TEST_CASE("exchanged sides tell the same of edges", "[align][edges]") {
  const TextSide source = repeated({"We left,", "1. they came."}, kTimes);
  const TextSide target = repeated({"We left.", "- they came;", "and stayed."}, kTimes);
  std::vector<SegmentPair> beads;
  std::vector<SegmentPair> mirrored;
  for (std::size_t k = 0; k < kTimes; ++k) {
    beads.push_back(bead(2 * k, 2, 3 * k, 3));
    mirrored.push_back(bead(3 * k, 3, 2 * k, 2));
  }
  const EdgeScores scores(source, target, estimate_edge_model(beads, source, target));
  const EdgeScores turned(target, source, estimate_edge_model(mirrored, target, source));
  CHECK(told(scores, 0, 0, {2, 3}) == Approx(told(turned, 0, 0, {3, 2})));
  CHECK(told(scores, 1, 2, {1, 2}) == Approx(told(turned, 2, 1, {2, 1})));
}
