#include "align/lexicon/recurring_lines.h"

#include <vector>

#include "tests/support/catch.h"

using namespace muqabala;

TEST_CASE("a line is known again whatever its numbers, marks and case", "[align][recurring]") {
  CHECK(line_key("7 min read") == line_key("12 Min Read »"));
  CHECK(line_key("آخِر تحديث: ٩:٤٥") == line_key("اخر تحديث 10:07"));
  CHECK(line_key("Read more") != line_key("Read less"));
  CHECK(line_key("Page") != line_key("Page 2"));
  CHECK(line_key("* * *") != 0);
  CHECK(line_key("") == 0);
  CHECK(line_key(" \t") == 0);
}

TEST_CASE("lines recur near the ends of a document", "[align][recurring]") {
  for (const std::size_t i : {0U, 1U, 399U}) CHECK(may_recur(i, 400));
  CHECK(may_recur(199, 3000));
  CHECK_FALSE(may_recur(200, 3000));
  CHECK_FALSE(may_recur(2799, 3000));
  CHECK(may_recur(2800, 3000));
}

TEST_CASE("only lines that recur are likelier to stand alone", "[align][recurring]") {
  const std::vector<RecurringLine> lines = {{.key = 3, .alone_nats = 1},
                                            {.key = 7, .alone_nats = 2}};
  CHECK(alone_nats(lines, 3) == 1);
  CHECK(alone_nats(lines, 7) == 2);
  for (const std::uint64_t other : {0U, 5U, 9U}) CHECK(alone_nats(lines, other) == 0);
  CHECK(alone_nats({}, 3) == 0);
}
