#include "segment/text/pattern.h"

#include <string>

#include "segment/base/error.h"
#include "tests/support/catch.h"

using namespace muqabala;

TEST_CASE("A pattern is found anywhere in a text, in any script", "[pattern]") {
  CHECK(Pattern("storm", {}).is_found_in("a storm comes"));
  CHECK_FALSE(Pattern("^storm", {}).is_found_in("a storm comes"));
  CHECK(Pattern("(?i)STORM$", {}).is_found_in("a storm"));
  CHECK(Pattern("\\p{Arabic}+ نهر", {}).is_found_in("على نهر"));
  CHECK_FALSE(Pattern("x", {}).is_found_in(""));
}

TEST_CASE("What is no pattern is refused with its place", "[pattern]") {
  try {
    Pattern("(open", {.path = "p.toml", .line = 3, .column = 4});
    FAIL("taken");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kMalformedPattern);
    CHECK_THAT(error.what(), ContainsText("p.toml:3:4") && ContainsText("(open"));
  }
}

TEST_CASE("A pattern that backtracks without end is stopped", "[pattern]") {
  const Pattern slow("(a+)+$", {});
  try {
    slow.is_found_in(std::string(60, 'a') + "b");
    FAIL("came to an end");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kPatternTooSlow);
  }
  CHECK(slow.is_found_in("aaa"));
}
