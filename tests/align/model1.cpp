#include "align/model1.h"

#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

std::uint32_t type_of(const TextSide& side, const std::string& surface) {
  for (std::uint32_t t = 0; t < side.types.size(); ++t)
    for (const std::string& s : side.types[t].surfaces)
      if (s == surface) return t;
  FAIL("no such word: " << surface);
  return 0;
}

std::vector<SegmentPair> one_to_one(std::size_t count) {
  std::vector<SegmentPair> pairs;
  for (std::size_t i = 0; i < count; ++i)
    pairs.push_back({{SourceIndex(i), SourceIndex(i + 1)}, {TargetIndex(i), TargetIndex(i + 1)}});
  return pairs;
}

PriorLinks no_prior(const TextSide& source, const TextSide& target) {
  return {.links = {},
          .source_known = std::vector<std::uint8_t>(source.types.size(), 0),
          .target_known = std::vector<std::uint8_t>(target.types.size(), 0)};
}

struct Trained {
  TextSide source;
  TextSide target;
  TranslationTable table;

  float ratio(const std::string& from, const std::string& to) const {
    return table.target_given_source.ratio.coeff(type_of(source, from), type_of(target, to));
  }
};

/// Every German word always beside its own English word, in changing company.
Trained train_on_made_text() {
  const std::vector<std::string> german{"Haus", "Hund", "Katze", "Garten", "Berg", "Fluss"};
  const std::vector<std::string> english{"house", "dog", "cat", "garden", "hill", "river"};
  std::vector<std::string> source;
  std::vector<std::string> target;
  for (std::size_t a = 0; a < german.size(); ++a)
    for (std::size_t b = 0; b < german.size(); ++b) {
      if (a == b) continue;
      source.push_back(german[a] + " " + german[b]);
      target.push_back(english[b] + " " + english[a] + " indeed");
    }
  Trained trained{
      index_words(document_of(source, "de")), index_words(document_of(target, "en")), {}};
  trained.table = train_model1(trained.source, trained.target, one_to_one(source.size()),
                               no_prior(trained.source, trained.target), {});
  return trained;
}

}  // namespace

TEST_CASE("words that always stand together find each other", "[align][model1]") {
  const Trained trained = train_on_made_text();
  CHECK(trained.ratio("haus", "house") > 3);
  CHECK(trained.ratio("haus", "house") > 3 * trained.ratio("haus", "dog"));
  CHECK(trained.ratio("fluss", "river") > 3 * trained.ratio("fluss", "hill"));
}

TEST_CASE("a word that stands everywhere is left to the background", "[align][model1]") {
  const Trained trained = train_on_made_text();
  const std::vector<float>& background = trained.table.target_given_source.background;
  CHECK(background[type_of(trained.target, "indeed")] >
        background[type_of(trained.target, "house")]);
}

TEST_CASE("probabilities of one given word sum to at most one", "[align][model1]") {
  const Trained trained = train_on_made_text();
  const std::vector<float> frequency = chance_frequency(trained.target);
  const auto& ratio = trained.table.target_given_source.ratio;
  for (Eigen::Index row = 0; row < ratio.outerSize(); ++row) {
    double sum = 0;
    for (Eigen::SparseMatrix<float, Eigen::RowMajor>::InnerIterator entry(ratio, row); entry;
         ++entry)
      sum += static_cast<double>(entry.value() * frequency[static_cast<std::size_t>(entry.col())]);
    CHECK(sum <= 1.001);
  }
}

TEST_CASE("without pairs the dictionary is all that is known", "[align][model1]") {
  const TextSide source = index_words(document_of({"Haus Hund"}, "de"));
  const TextSide target = index_words(document_of({"house dog"}, "en"));
  PriorLinks prior = no_prior(source, target);
  prior.links.push_back({type_of(source, "haus"), type_of(target, "house"), 1.0F});
  const TranslationTable table = train_model1(source, target, {}, prior, {});
  const auto& ratio = table.target_given_source.ratio;
  // p = 1 / (1 + 0.5), against a chance of (1 - 0.7) / 2.
  CHECK(ratio.coeff(type_of(source, "haus"), type_of(target, "house")) == Approx(1.0 / 1.5 / 0.15));
  CHECK(ratio.coeff(type_of(source, "hund"), type_of(target, "dog")) == 0);
}
