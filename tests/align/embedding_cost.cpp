#include "align/embedding_cost.h"

#include <array>
#include <cmath>
#include <random>

#include "align/aligner.h"
#include "align/evaluation.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

constexpr Eigen::Index kDimensions = 48;

/// Vectors in random directions.
Eigen::MatrixXf random_vectors(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal;
  Eigen::MatrixXf vectors(kDimensions, static_cast<Eigen::Index>(count));
  for (Eigen::Index at = 0; at < vectors.size(); ++at) vectors.data()[at] = normal(random);
  return vectors;
}

/// The columns `chosen` of `vectors`, each turned a little, as an encoder's would be.
Eigen::MatrixXf near(const Eigen::MatrixXf& vectors, const std::vector<int>& chosen,
                     unsigned seed) {
  Eigen::MatrixXf turned = random_vectors(chosen.size(), seed) * 0.5F;
  for (std::size_t at = 0; at < chosen.size(); ++at)
    turned.col(static_cast<Eigen::Index>(at)) += vectors.col(chosen[at]);
  return turned;
}

/// Sentences of one length that share no word.
SegmentedDocument wordless(std::size_t count, char first, const std::string& language) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string word = {first, static_cast<char>('a' + i % 26),
                              static_cast<char>('a' + i / 26)};
    lines.push_back("z" + word + " q" + word + " x" + word + " v" + word);
  }
  return document_of(lines, language);
}

SentenceAlignment align_with(const PairEmbeddings* embeddings, std::size_t sources,
                             std::size_t targets) {
  return align(wordless(sources, 'j', "de"), wordless(targets, 'k', "en"), Lexicon(),
               {.embeddings = embeddings});
}

std::string ladder(const SentenceAlignment& alignment) {
  std::string text;
  for (const Bead& bead : alignment.beads)
    text += std::to_string(bead.source.size()) + "-" + std::to_string(bead.target.size()) + " ";
  return text;
}

/// All paths through a grid, each bead of the shape 1-1 or null, at no cost.
class FreeCosts : public BeadCosts {
 public:
  const std::vector<BeadShape>& shapes() const override { return shapes_; }
  void row(std::size_t, ColumnRange, std::size_t, std::span<float> out) const override {
    std::fill(out.begin(), out.end(), 0.0F);
  }

 private:
  std::vector<BeadShape> shapes_{{1, 1}, {1, 0}, {0, 1}, {2, 1}, {2, 2}};
};

}  // namespace

TEST_CASE("a larger cosine never says less", "[embeddings]") {
  const SimilarityModel model{.related = {0.8, 0.2}, .unrelated = {0.2, 0.1}};
  CHECK(model.nats(0.5) == Approx(-1.125 + 4.5 + std::log(0.5)));
  CHECK(model.nats(0.2) == model.nats(-1));
  CHECK(model.nats(0.2) == Approx(-4.5 + std::log(0.5)));
  double before = -SimilarityModel::kMostNats;
  for (double cosine = -1; cosine <= 1; cosine += 0.05) {
    CHECK(model.nats(cosine) >= before);
    before = model.nats(cosine);
  }
  CHECK(before == SimilarityModel::kMostNats);
  const SimilarityModel blind{.related = {0.1, 0.1}, .unrelated = {0.2, 0.1}};
  CHECK(blind.nats(0.9) == 0);
}

TEST_CASE("runs without a vector of their own have the direction of their segments' sum",
          "[embeddings]") {
  Eigen::MatrixXf singles = Eigen::MatrixXf::Zero(3, 3);
  singles.col(0) << 2, 0, 0;
  singles.col(1) << 0, 5, 0;
  Eigen::MatrixXf pairs = Eigen::MatrixXf::Zero(3, 3);
  pairs.col(1) << 0, 0, 7;
  const SegmentEmbeddings embeddings({singles, pairs});

  const float half = std::sqrt(0.5F);
  CHECK(embeddings.run(0, 1).isApprox(Eigen::Vector3f(1, 0, 0)));
  CHECK(embeddings.run(0, 2).isApprox(Eigen::Vector3f(half, half, 0)));
  CHECK(embeddings.run(1, 2).isApprox(Eigen::Vector3f(0, 0, 1)));
  CHECK(embeddings.run(2, 1).isZero());
  const Eigen::VectorXf cosines = embeddings.cosines(Eigen::Vector3f(0, 1, 0), 0, 2, 2);
  CHECK(cosines[0] == Approx(half));
  CHECK(cosines[1] == Approx(0));
}

TEST_CASE("a run longer than those kept is the sum of its segments, too", "[embeddings]") {
  const Eigen::MatrixXf vectors = random_vectors(8, 3).colwise().normalized();
  const SegmentEmbeddings embeddings({vectors});
  const Eigen::VectorXf sum = vectors.middleCols(1, 6).rowwise().sum().normalized();
  CHECK(embeddings.run(1, 6).isApprox(sum, 1e-5F));
  CHECK(embeddings.cosines(sum, 1, 2, 6)[0] == Approx(1));
}

TEST_CASE("only pairs cost other than before, by the smaller side's sentences", "[embeddings]") {
  const Eigen::MatrixXf vectors = random_vectors(3, 5);
  const PairEmbeddings embeddings{SegmentEmbeddings({vectors}), SegmentEmbeddings({vectors})};
  const SimilarityModel model{.related = {1, 1}, .unrelated = {0, 1}};
  const FreeCosts free;
  const EmbeddedBeadCosts costs(free, &embeddings, model);
  std::array<float, 1> out{};
  const std::array<float, 5> expected{-0.5F, 0, 0, 0, -1};
  for (const std::size_t shape : {0U, 1U, 2U, 4U}) {
    costs.row(0, {0, 1}, shape, out);
    CHECK(out[0] == Approx(expected[shape]));
    CHECK(costs.embedding_nats({.begin = {0, 0}, .shape = free.shapes()[shape]}) ==
          Approx(expected[shape]));
  }
}

TEST_CASE("a vector that is not known says nothing", "[embeddings]") {
  Eigen::MatrixXf vectors = random_vectors(2, 5);
  const SegmentEmbeddings target({vectors});
  vectors.col(0).setZero();
  const PairEmbeddings embeddings{SegmentEmbeddings({vectors}), target};
  const FreeCosts free;
  const EmbeddedBeadCosts costs(free, &embeddings, {.related = {1, 0.1}, .unrelated = {-1, 0.1}});
  std::array<float, 2> out{};
  costs.row(0, {0, 2}, 0, out);
  CHECK(out[0] == 0);
  CHECK(out[1] == 0);
}

TEST_CASE("embeddings pair sentences that have nothing else in common", "[embeddings]") {
  constexpr std::size_t kSources = 40;
  // Sentences 7 and 23 are left out in the translation; an alien one stands at place 15.
  std::vector<int> order;
  for (int i = 0; i < static_cast<int>(kSources); ++i) {
    if (i == 16) order.push_back(static_cast<int>(kSources));
    if (i != 7 && i != 23) order.push_back(i);
  }
  const Eigen::MatrixXf meanings = random_vectors(kSources + 1, 11);
  const PairEmbeddings embeddings{SegmentEmbeddings({meanings.leftCols(kSources)}),
                                  SegmentEmbeddings({near(meanings, order, 12)})};
  const SentenceAlignment alignment = align_with(&embeddings, kSources, order.size());
  REQUIRE(partition_fault(alignment, kSources, order.size()).empty());
  for (const Bead& bead : alignment.beads) {
    INFO("bead at source " << bead.source.begin_index.value());
    if (bead.is_omission()) {
      CHECK((bead.source.begin_index.value() == 7 || bead.source.begin_index.value() == 23));
    } else if (bead.is_addition()) {
      CHECK(bead.target.begin_index.value() == 15);
    } else {
      REQUIRE(bead.source.size() == 1);
      REQUIRE(bead.target.size() == 1);
      CHECK(order[bead.target.begin_index.value()] ==
            static_cast<int>(bead.source.begin_index.value()));
      CHECK(bead.evidence.embedding_nats < 0);
      CHECK(bead.evidence.total_nats() == Approx(bead.cost_nats));
    }
  }
}

TEST_CASE("vectors that say nothing change no bead", "[embeddings]") {
  const PairEmbeddings embeddings{SegmentEmbeddings({random_vectors(60, 21)}),
                                  SegmentEmbeddings({random_vectors(58, 22)})};
  const SimilarityModel model = first_similarity_model(embeddings);
  CHECK(std::abs(model.nats(model.related.mean)) < 0.2);
}

TEST_CASE("the model is drawn towards the pairs of a path", "[embeddings]") {
  const Eigen::MatrixXf meanings = random_vectors(200, 31);
  std::vector<int> same;
  Path path;
  for (int i = 0; i < 200; ++i) {
    same.push_back(i);
    const auto at = static_cast<std::uint32_t>(i);
    path.steps.push_back({.begin = {at, at}, .shape = {1, 1}, .cost_nats = -1});
  }
  const PairEmbeddings embeddings{SegmentEmbeddings({meanings}),
                                  SegmentEmbeddings({near(meanings, same, 32)})};
  const SimilarityModel first = first_similarity_model(embeddings);
  const SimilarityModel learned = reestimate(first, path, embeddings);
  CHECK(learned.related.mean == Approx(1 / std::sqrt(1.25)).margin(0.05));
  CHECK(learned.unrelated.mean == Approx(0).margin(0.05));
  CHECK(reestimate(first, {}, embeddings).related.mean == Approx(first.related.mean));
}

TEST_CASE("texts of one sentence have embeddings, too", "[embeddings]") {
  const PairEmbeddings embeddings{SegmentEmbeddings({random_vectors(1, 1)}),
                                  SegmentEmbeddings({random_vectors(1, 1)})};
  CHECK(ladder(align_with(&embeddings, 1, 1)) == "1-1 ");
}
