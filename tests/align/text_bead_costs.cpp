#include "align/text_bead_costs.h"

#include "align/lexicon/link_words.h"
#include "align/starting_models.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"

using namespace muqabala;
using muqabala::testing::document_of;

TEST_CASE("a segment that is expected to stand alone is cheaper alone, and only it", "[costs]") {
  const TextSide source = index_words(document_of({"one", "two", "three"}, "de"));
  TextSide target = index_words(document_of({"uno", "due", "tre"}, "it"));
  const TranslationTable table =
      prior_table(source, target, link_words(source, target, LexiconBuilder("de", "it").build()));
  const CostModel model = starting_models(source, target).front();
  const auto costs = [&] {
    return TextBeadCosts(source, target, table, model, Band::full(3, 3), Visits::kAnyOrder);
  };
  const auto added = [](std::uint32_t at) { return PathStep{.begin = {1, at}, .shape = {0, 1}}; };
  const PathStep pair{.begin = {1, 1}, .shape = {1, 1}};
  const TextBeadCosts before = costs();
  target.alone_nats = {0, 2, 0};
  const TextBeadCosts after = costs();
  CHECK(after.evidence(added(1)).total_nats() ==
        Approx(before.evidence(added(1)).total_nats() - 2));
  CHECK(after.evidence(added(2)).total_nats() == Approx(before.evidence(added(2)).total_nats()));
  CHECK(after.evidence(pair).total_nats() == Approx(before.evidence(pair).total_nats()));
  CHECK(after.unpaired_nats() < before.unpaired_nats());
  CHECK(after.unpaired_nats() > before.unpaired_nats() - 2.1);
}
