#include "align/evaluation.h"

#include "segment/base/error.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

Error ladder_error(std::string_view text) {
  try {
    parse_ladder(text, "gold.ladder");
  } catch (const Error& error) {
    return error;
  }
  FAIL("no error for '" << text << "'");
  return errors::malformed_ladder({}, "", "");
}

void check_counts(const Counts& counts, double right_predicted, double predicted, double right_gold,
                  double gold) {
  CHECK(counts.right_predicted == right_predicted);
  CHECK(counts.predicted == predicted);
  CHECK(counts.right_gold == right_gold);
  CHECK(counts.gold == gold);
}

/// Four source and five target segments: a 2-1 pair, a dropped segment, two added ones, a 1-2 pair.
const std::vector<GoldBead> kGold = {
    {.source = {0, 1}, .target = {0}}, {.source = {2}, .target = {}},
    {.source = {}, .target = {1}},     {.source = {}, .target = {4}},
    {.source = {3}, .target = {2, 3}},
};
const std::vector<std::size_t> kSourceLengths = {10, 20, 30, 40};
const std::vector<std::size_t> kTargetLengths = {5, 6, 7, 8, 9};

}  // namespace

TEST_CASE("a ladder is read bead by bead in the order of its lines", "[evaluation]") {
  const std::vector<GoldBead> expected = {{.source = {0, 1}, .target = {0}},
                                          {.source = {2}, .target = {}},
                                          {.source = {}, .target = {7, 1}},
                                          {.source = {}, .target = {}}};
  const std::string text = GENERATE(values<std::string>({
      "[0,1]:[0]\n[2]:[]\n[]:[7,1]\n[]:[]\n",
      "[0,1]:[0]\n[2]:[]\n[]:[7,1]\n[]:[]",
      "[0,1]:[0]\r\n[2]:[]\r\n[]:[7,1]\r\n[]:[]\r\n",
      " [ 0 , 1 ] : [ 0 ] \n\n\t[2]\t:\t[ ]\n  \t \n[]:[7,\t1]\n[]:[]\n\n",
      "[0,1]:[0]:0.25\n[2]:[]:\n[]:[7,1]:-3:[whatever]\n[]:[] : x\n",
      "\xEF\xBB\xBF[0,1]:[0]\n[2]:[]\n[]:[7,1]\n[]:[]\n",
      "[00,01,]:[0]\n[2]:[]\n[]:[7,1]\n[]:[]\n",
  }));
  CAPTURE(text);
  CHECK(parse_ladder(text, "gold.ladder") == expected);
}

TEST_CASE("a ladder without beads is empty", "[evaluation]") {
  CHECK(parse_ladder("", "x").empty());
  CHECK(parse_ladder("\n\r\n  \n", "x").empty());
  CHECK(parse_ladder("\xEF\xBB\xBF", "x").empty());
}

TEST_CASE("what is not a bead is named with its place and with what was expected", "[evaluation]") {
  const auto [line, column, expected] = GENERATE(table<std::string, std::size_t, std::string>({
      {"0:0", 1, "square brackets"},
      {"hello", 1, "square brackets"},
      {"[0]", 4, "a ':' between"},
      {"[0] [1]", 5, "a ':' between"},
      {"[0]:", 5, "square brackets"},
      {"[0]:0", 5, "square brackets"},
      {"[-1]:[0]", 2, "counted from 0"},
      {"[+1]:[0]", 2, "counted from 0"},
      {"[a]:[0]", 2, "counted from 0"},
      {"[,0]:[0]", 2, "counted from 0"},
      {"[1 2]:[0]", 4, "a ',' or a ']'"},
      {"[1.5]:[0]", 3, "a ',' or a ']'"},
      {"[0x1]:[0]", 3, "a ',' or a ']'"},
      {"[0]:[1", 7, "a ',' or a ']'"},
      {"[0]:[1]]", 8, "behind the second list"},
      {"[0]:[1] 2", 9, "behind the second list"},
      {"[1000000001]:[0]", 2, "at most 1000000000"},
      {"[0]:[99999999999999999999999999999999]", 6, "at most 1000000000"},
      {"[0,,1]:[0]", 4, "counted from 0"},
      {"[\xD9\xA1]:[0]", 2, "counted from 0"},
  }));
  CAPTURE(line);
  const Error error = ladder_error("[0]:[0]\r\n\r\n" + line + "\r\n[x");
  CHECK(error.code() == ErrorCode::kMalformedLadder);
  CHECK(error.where().line == 3);
  CHECK(error.where().column == column);
  CHECK(error.where().offset_bytes == 11 + column - 1);
  CHECK_THAT(error.what(), ContainsText("gold.ladder:3:" + std::to_string(column) + ": "));
  CHECK_THAT(error.what(), ContainsText("'" + line + "'"));
  CHECK_THAT(error.what(), ContainsText(expected));
}

TEST_CASE("the largest number that a segment can have is read", "[evaluation]") {
  CHECK(parse_ladder("[1000000000]:[]", "x").front().source ==
        std::vector<std::size_t>{1000000000});
}

TEST_CASE("an error shows the beginning of a long or unprintable line only", "[evaluation]") {
  CHECK_THAT(ladder_error(std::string(1 << 20, 'x')).message(),
             ContainsText("'" + std::string(40, 'x') + "...'"));
  CHECK_THAT(ladder_error("x\x1b[31m\x7f").message(), ContainsText("'x?[31m?'"));
  CHECK_THAT(ladder_error("\xff\xfe[0]").message(), ContainsText("'??[0]'"));
  // Byte 40 lies within a letter, which is left out whole.
  std::string arabic = "x";
  for (int i = 0; i < 30; ++i) arabic += "\xD8\xA8";
  CHECK_THAT(ladder_error(arabic).message(), ContainsText("'" + arabic.substr(0, 39) + "...'"));
}

TEST_CASE("an alignment as gold beads lists the numbers of each side", "[evaluation]") {
  SentenceAlignment alignment;
  alignment.beads = {
      {.source = {SourceIndex(0), SourceIndex(2)}, .target = {TargetIndex(0), TargetIndex(1)}},
      {.source = {SourceIndex(2), SourceIndex(2)}, .target = {TargetIndex(1), TargetIndex(2)}}};
  CHECK(to_gold_beads(alignment) ==
        std::vector<GoldBead>{{.source = {0, 1}, .target = {0}}, {.source = {}, .target = {1}}});
}

TEST_CASE("the gold itself scores 1 everywhere", "[evaluation]") {
  const Scores scores = score(kGold, kGold, kSourceLengths, kTargetLengths);
  check_counts(scores.strict, 2, 2, 2, 2);
  check_counts(scores.row, 4, 4, 90, 90);
  check_counts(scores.drop, 1, 1, 1, 1);
  check_counts(scores.add, 2, 2, 2, 2);
  CHECK(scores.strict.f1() == 1);
  CHECK(scores.add.f1() == 1);
}

TEST_CASE("a mixed prediction is counted link by link and segment by segment", "[evaluation]") {
  // 0-0 is half of a row, 2-1 is wrong, 3-23 is exact; 1 and 4 are left out without a bead.
  const std::vector<GoldBead> predicted = {{.source = {0}, .target = {0}},
                                           {.source = {2}, .target = {1}},
                                           {.source = {3}, .target = {2, 3}}};
  const Scores scores = score(kGold, predicted, kSourceLengths, kTargetLengths);
  check_counts(scores.strict, 1, 3, 1, 2);
  // Links: 0-0, 2-1, 3-2, 3-3; characters of two-sided rows: 10+20+40 and 5+7+8; all but the 20 of
  // segment 1 are found.
  check_counts(scores.row, 3, 4, 70, 90);
  check_counts(scores.drop, 0, 1, 0, 1);
  check_counts(scores.add, 1, 1, 1, 2);
  CHECK(scores.strict.precision() == Approx(1.0 / 3));
  CHECK(scores.strict.recall() == Approx(0.5));
  CHECK(scores.strict.f1() == Approx(0.4));
  CHECK(scores.row.f1() == Approx(2 * 0.75 * (7.0 / 9) / (0.75 + 7.0 / 9)));
  CHECK(scores.drop.f1() == 0);
  CHECK(scores.add.f1() == Approx(2.0 / 3));
}

TEST_CASE("segments count as left out only where something was predicted", "[evaluation]") {
  SECTION("nothing") {
    const Scores scores = score(kGold, {}, kSourceLengths, kTargetLengths);
    check_counts(scores.strict, 0, 0, 0, 2);
    check_counts(scores.row, 0, 0, 0, 90);
    check_counts(scores.drop, 0, 0, 0, 1);
    check_counts(scores.add, 0, 0, 0, 2);
    CHECK(scores.drop.precision() == 0);
    CHECK(scores.drop.f1() == 0);
  }
  SECTION("a null bead") {
    const Scores scores =
        score(kGold, {{.source = {0}, .target = {}}}, kSourceLengths, kTargetLengths);
    check_counts(scores.drop, 1, 4, 1, 1);
    check_counts(scores.add, 2, 5, 2, 2);
    CHECK(scores.drop.precision() == 0.25);
  }
}

TEST_CASE("a bead that is predicted twice counts twice, in the gold once", "[evaluation]") {
  const std::vector<GoldBead> gold = {{.source = {0}, .target = {0}},
                                      {.source = {0}, .target = {0}}};
  const Scores scores =
      score(gold, {{.source = {0}, .target = {0}}, {.source = {0}, .target = {0}}}, {3}, {4});
  check_counts(scores.strict, 2, 2, 2, 1);
  check_counts(scores.row, 2, 2, 14, 14);
}

TEST_CASE("the numbers of a bead count in the order they are given in", "[evaluation]") {
  const Scores scores =
      score({{.source = {0, 1}, .target = {0}}}, {{.source = {1, 0}, .target = {0}}}, {3, 3}, {4});
  check_counts(scores.strict, 0, 1, 0, 1);
  check_counts(scores.row, 2, 2, 10, 10);
}

TEST_CASE("numbers beyond the text do no harm", "[evaluation]") {
  const std::vector<GoldBead> beyond = {{.source = {9}, .target = {1000000000}},
                                        {.source = {8}, .target = {}}};
  const Scores scores = score(beyond, beyond, {3}, {4});
  check_counts(scores.strict, 1, 1, 1, 1);
  check_counts(scores.row, 0, 1, 0, 0);
  check_counts(scores.drop, 0, 1, 0, 0);
}

TEST_CASE("scores of two documents add up", "[evaluation]") {
  Scores sum = score(kGold, kGold, kSourceLengths, kTargetLengths);
  sum += score(kGold, {}, kSourceLengths, kTargetLengths);
  check_counts(sum.strict, 2, 2, 2, 4);
  check_counts(sum.row, 4, 4, 90, 180);
  check_counts(sum.drop, 1, 1, 1, 2);
  check_counts(sum.add, 2, 2, 2, 4);
}

TEST_CASE("without beads on either side every score is 0", "[evaluation]") {
  const Scores scores = score({}, {}, {}, {});
  CHECK(scores.strict.f1() == 0);
  CHECK(scores.row.f1() == 0);
  CHECK(scores.drop.recall() == 0);
  CHECK(scores.add.precision() == 0);
}
