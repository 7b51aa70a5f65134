#include "corpus/read_beads.h"

#include <sstream>

#include "corpus/write_alignment.h"
#include "segment/base/error.h"
#include "tests/corpus/beads.h"
#include "tests/support/catch.h"
#include "tests/support/documents.h"

namespace muqabala {
namespace {

const SegmentedDocument kSource = testing::document_of({"واحد.", "اثنان.", "ثلاثة."}, "ar");
const SegmentedDocument kTarget = testing::document_of({"One and two.", "Added."}, "en");

SentenceAlignment parsed(const std::string& text) {
  return parse_beads(text, "beads", kSource, kTarget);
}

std::string refusal_of(const std::string& text) {
  try {
    parsed(text);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

std::string ladder_of(const SentenceAlignment& alignment) {
  const CollatedPair pair{
      .source = kSource, .target = kTarget, .alignment = alignment, .coverage = {}};
  std::ostringstream out;
  write_ladder(pair, out);
  return out.str();
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a ladder gives beads that are certain and cost nothing", "[beads]") {
  const SentenceAlignment alignment = parsed("\xEF\xBB\xBF[0, 1]:[0]:12.5\r\n\n[2]:[]\n[]:[1]\n");
  REQUIRE(alignment.beads.size() == 3);
  CHECK(partition_fault(alignment, 3, 2).empty());
  CHECK(alignment.beads[1].is_omission());
  CHECK(alignment.beads[1].target.begin_index == TargetIndex(1));
  CHECK(alignment.beads[2].is_addition());
  for (const Bead& bead : alignment.beads) {
    CHECK(bead.probability == 1);
    CHECK(bead.cost_nats == 0);
  }
}

TEST_CASE("what align writes as JSONL is read again, with what was moved", "[beads]") {
  CollatedPair pair{.source = kSource, .target = kTarget, .alignment = {}, .coverage = {}};
  pair.alignment.beads = {testing::bead({0, 2}, {0, 1}, -3, 0.9),
                          testing::bead({2, 3}, {1, 1}, 1, 0.8),
                          testing::bead({3, 3}, {1, 2}, 1, 0.7)};
  pair.alignment.moves = {
      {.source = pair.alignment.beads[1].source, .target = pair.alignment.beads[2].target}};
  pair.alignment.beads[1].move = 0;
  pair.alignment.beads[2].move = 0;
  std::ostringstream out;
  write_jsonl(pair, out);

  const SentenceAlignment alignment = parsed(out.str());
  CHECK(ladder_of(alignment) == "[0,1]:[0]:0.000000\n[2]:[]:0.000000\n[]:[1]:0.000000\n");
  REQUIRE(alignment.moves.size() == 1);
  CHECK(alignment.moves[0].source == pair.alignment.moves[0].source);
  CHECK(alignment.moves[0].target == pair.alignment.moves[0].target);
  CHECK(alignment.beads[1].move == std::size_t{0});
  CHECK(alignment.beads[2].move == std::size_t{0});
}

TEST_CASE("beads that leave segments out are refused with the place", "[beads]") {
  CHECK(holds(refusal_of("[0]:[0]\n[2]:[1]\n"),
              "beads:2: cannot be used as beads: the next segment of the original is 1, but the "
              "bead holds 2"));
  CHECK(holds(refusal_of("[0]:[0]\n\n[1]:[0]\n"), "beads:3: "));
  CHECK(holds(refusal_of("[0,1]:[0]\n[]:[1]\n"), "hold 2 segments of ar.txt, which has 3"));
  CHECK(holds(refusal_of(""), "hold 0 segments of ar.txt"));
  CHECK(holds(refusal_of("[0,1]:[0]\n[2]:[1]\n[]:[2]\n"),
              "beads:3: cannot be used as beads: there is no segment 2 in en.txt, which has 2"));
  CHECK(holds(refusal_of("[0]:[0]\n[]:[]\n"), "the bead holds no segment"));
}

TEST_CASE("what is neither a rung nor a record is refused with the place", "[beads]") {
  CHECK(holds(refusal_of("[0]:[0]\nnonsense\n"), "beads:2"));
  CHECK(holds(refusal_of("{\"source\":[0],\"target\":[0]}\n{\n"), "beads:2"));
  CHECK(holds(refusal_of("{\"source\":[0]}"), "it holds no \"target\""));
  CHECK(holds(refusal_of("{\"source\":[-1],\"target\":[]}"), "no segment's number"));
  CHECK(holds(refusal_of("{\"source\":0,\"target\":[]}"), "its \"source\" is no list"));
  CHECK(holds(refusal_of("{\"source\":[0],\"target\":[0],\"source_text\":[1]}"), "is no text"));
}

TEST_CASE("beads that were made for another version of a text are refused", "[beads]") {
  const std::string rest = "{\"source\":[1,2],\"target\":[]}\n{\"source\":[],\"target\":[1]}\n";
  CHECK(refusal_of("{\"source\":[0],\"target\":[0],\"target_text\":[\"One and\\ttwo.\"]}\n" + rest)
            .empty());
  CHECK(holds(
      refusal_of("{\"source\":[0],\"target\":[0],\"target_text\":[\"One or two.\"]}\n" + rest),
      "beads:1: cannot be used as beads: segment 0 of the translation is another text "
      "now"));
}

TEST_CASE("text can only have moved to additions, and once", "[beads]") {
  CHECK(holds(refusal_of("{\"source\":[0],\"target\":[],\"moved_to\":[0]}\n"
                         "{\"source\":[1,2],\"target\":[0,1]}\n"),
              "beads:1: cannot be used as beads: its \"moved_to\" holds segments that are no "
              "additions"));
  CHECK(holds(refusal_of("{\"source\":[0],\"target\":[],\"moved_to\":[1]}\n"
                         "{\"source\":[1],\"target\":[0]}\n"
                         "{\"source\":[2],\"target\":[],\"moved_to\":[1]}\n"
                         "{\"source\":[],\"target\":[1]}\n"),
              "beads:3: "));
  CHECK(holds(refusal_of("{\"source\":[0],\"target\":[],\"moved_to\":[7]}\n"
                         "{\"source\":[1,2],\"target\":[0]}\n"
                         "{\"source\":[],\"target\":[1]}\n"),
              "beads:1: "));
}

}  // namespace muqabala
