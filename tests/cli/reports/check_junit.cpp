#include "tests/cli/reports/sample_checks.h"
#include "tests/cli/reports/written.h"
#include "tests/support/catch.h"

using namespace muqabala;
using namespace muqabala::testing;

namespace {

std::string junit(const CheckReport& report) { return written(cli::write_check_junit, report); }

}  // namespace

TEST_CASE("JUnit has a suite a pair, and in it a case a finding", "[reports][junit]") {
  const std::string out = junit(plain_check());
  CHECK_THAT(out, ContainsText("<testsuites name=\"muqabala\" tests=\"7\" failures=\"1\" "
                               "errors=\"1\" skipped=\"2\">\n"
                               "  <testsuite name=\"docs/ar/guide.md -&gt; docs/en/guide.md\" "
                               "tests=\"5\" failures=\"1\" errors=\"0\" skipped=\"2\">\n"));
  CHECK_THAT(out,
             ContainsText("<testcase classname=\"docs/en/guide.md\" name=\"omission "
                          "3f2a91c07d5be846: \u2068لا تفصل القرص قبل أن ينطفئ الضوء "
                          "الأحمر.\u2069\" file=\"docs/en/guide.md\" line=\"8\"><failure "
                          "type=\"omission\" message=\"Omission (confidence 0.88)\">1 segment"));
  CHECK_THAT(out,
             ContainsText("<skipped message=\"accepted: only for readers of the original\"/>"));
  CHECK_THAT(out, ContainsText("<skipped message=\"known\"/>"));
  CHECK_THAT(out, ContainsText("<testcase classname=\"docs/en/news.md\" name=\"no findings\"/>"));
  CHECK_THAT(out, ContainsText("name=\"can be checked\"><error message=\"docs/en/old.md: no such"));
}

TEST_CASE("Below the level at which a check fails, a case passes", "[reports][junit]") {
  CheckReport report = plain_check();
  CHECK(count(junit(report), "<failure") == 1);
  CHECK(count(junit(report), "<system-out>") == 2);
  report.fails_at = Level::kWarning;
  CHECK(count(junit(report), "<failure") == 2);
  report.fails_at = Level::kNote;
  CHECK(count(junit(report), "<failure") == 3);
  CHECK(count(junit(report), "<system-out>") == 0);
}

TEST_CASE("Findings of the same fingerprint are cases of different names", "[reports][junit]") {
  const std::string out = junit(check_of_all_kinds());
  CHECK(count(out, "name=\"omission 3f2a91c07d5be846: ") == 1);
  CHECK(count(out, "name=\"addition 3f2a91c07d5be846 (2): ") == 1);
}

TEST_CASE("No text ends an element, and what XML cannot hold is gone", "[reports][junit]") {
  const std::string hostile = junit(hostile_check());
  const std::string plain = junit(plain_check());
  CHECK(count(hostile, "<") == count(plain, "<"));
  CHECK(count(hostile, ">") == count(plain, ">"));
  CHECK(hostile.find("]]>") == hostile.npos);
  for (const std::string illegal : {"\x1B", "\x07", "\uFFFE", "\xFF"})
    CHECK(hostile.find(illegal) == hostile.npos);
}
