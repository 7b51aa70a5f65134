#include "segment/base/suggest.h"

#include "tests/support/catch.h"

using muqabala::suggest;

TEST_CASE("The nearest word is suggested, if any is near", "[suggest]") {
  const std::vector<std::string_view> known = {"text", "tmx", "tsv", "jsonl", "ladder", "hunalign"};
  CHECK(suggest("tmxx", known) == "tmx");
  CHECK(suggest("tvs", known) == "tsv");
  CHECK(suggest("json", known) == "jsonl");
  CHECK(suggest("leadder", known) == "ladder");
  CHECK(suggest("hun", known) == "hunalign");
  CHECK(suggest("docx", known).empty());
  CHECK(suggest("", known).empty());
  CHECK(suggest(std::string(100'000, 'x'), known).empty());
  CHECK(suggest("x", {}).empty());
}
