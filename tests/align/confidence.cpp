#include "align/confidence.h"

#include <algorithm>

#include "align/aligner.h"
#include "align/lexicon/link_words.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"
#include "tests/support/lexicons.h"

using namespace muqabala;
using muqabala::testing::document_of;

namespace {

Lexicon lexicon_of_animals() {
  return testing::lexicon_of("de", "en",
                             {{"Hund", "dog"},
                              {"bellen", "bark"},
                              {"Nacht", "night"},
                              {"Katze", "cat"},
                              {"schlafen", "sleep"},
                              {"Ofen", "stove"},
                              {"Pferd", "horse"},
                              {"Stall", "stable"},
                              {"Kuh", "cow"},
                              {"Wiese", "meadow"},
                              {"grasen", "graze"}});
}

const std::vector<std::string> kSource{"Der Hund bellen in der Nacht", "Die Katze schlafen am Ofen",
                                       "Die Kuh grasen auf der Wiese"};

Bead bead(std::size_t s, std::size_t s_end, std::size_t t, std::size_t t_end, double posterior) {
  return {.source = {SourceIndex(s), SourceIndex(s_end)},
          .target = {TargetIndex(t), TargetIndex(t_end)},
          .posterior = posterior};
}

/// The confidence of each bead.
std::vector<double> judged(const std::vector<std::string>& target, const std::vector<Bead>& beads) {
  const TextSide from = index_words(document_of(kSource, "de"));
  const TextSide to = index_words(document_of(target, "en"));
  const TranslationTable table = prior_table(from, to, link_words(from, to, lexicon_of_animals()));
  SentenceAlignment alignment;
  alignment.beads = beads;
  std::vector<double> result;
  for (const ConfidenceFeatures& features : confidence_features(alignment, from, to, table, {}))
    result.push_back(confidence(features));
  return result;
}

}  // namespace

TEST_CASE("a pair with a higher posterior is surer", "[confidence]") {
  const std::vector<std::string> target{"The dog bark in the night", "The cat sleep at the stove",
                                        "The cow graze on the meadow"};
  const auto with = [&](double posterior) {
    return judged(target,
                  {bead(0, 1, 0, 1, .99), bead(1, 2, 1, 2, posterior), bead(2, 3, 2, 3, .99)})[1];
  };
  CHECK(with(.999) > with(.6));
  CHECK(with(.6) > with(.1));
  CHECK(with(0) > 0);
  CHECK(with(1) < 1);
}

TEST_CASE("a pair whose words are found beside it is less sure", "[confidence]") {
  const std::vector<std::string> right{"The dog bark in the night", "The cat sleep at the stove",
                                       "The cow graze on the meadow"};
  const std::vector<std::string> shifted{"The cat sleep at the stove", "The dog bark in the night",
                                         "The cow graze on the meadow"};
  const std::vector<Bead> beads{bead(0, 1, 0, 1, .9), bead(1, 2, 1, 2, .9), bead(2, 3, 2, 3, .9)};
  CHECK(judged(right, beads)[0] > judged(shifted, beads)[0] + .1);
}

TEST_CASE("an omission whose words turn up in the pair beside is less sure", "[confidence]") {
  const std::vector<Bead> beads{bead(0, 1, 0, 1, .9), bead(1, 2, 1, 1, .9), bead(2, 3, 1, 2, .9)};
  const double clean =
      judged({"The dog bark in the night", "The cow graze on the meadow"}, beads)[1];
  const double absorbed = judged(
      {"The dog bark in the night", "The cow graze on the meadow, the cat sleep at the stove"},
      beads)[1];
  CHECK(clean > absorbed + .1);
}

TEST_CASE("only null beads, and no beads at all, can be judged", "[confidence]") {
  const std::vector<double> all =
      judged({"Nothing of the kind"},
             {bead(0, 1, 0, 0, 1), bead(1, 2, 0, 0, 1), bead(2, 3, 0, 0, 1), bead(3, 3, 0, 1, 1)});
  REQUIRE(all.size() == 4);
  for (const double p : all) {
    CHECK(p > 0);
    CHECK(p < 1);
  }
  CHECK(judged({}, {}).empty());
}

TEST_CASE("the aligner keeps the measurements only where it is asked to", "[confidence]") {
  const SegmentedDocument source = document_of(kSource, "de");
  const SegmentedDocument target =
      document_of({"The dog bark in the night", "The cow graze on the meadow"}, "en");
  const Lexicon lexicon = lexicon_of_animals();
  CHECK(align(source, target, lexicon, {}).features.empty());
  AlignOptions options;
  options.keep_confidence_features = true;
  const SentenceAlignment alignment = align(source, target, lexicon, options);
  REQUIRE(alignment.features.size() == alignment.beads.size());
  for (std::size_t at = 0; at < alignment.beads.size(); ++at) {
    CHECK(alignment.features[at].is_null == alignment.beads[at].is_null());
    CHECK(alignment.beads[at].probability == Approx(confidence(alignment.features[at])));
  }
}
