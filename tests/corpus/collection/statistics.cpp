#include "corpus/collection/statistics.h"

#include <algorithm>
#include <numeric>
#include <sstream>

#include "segment/base/error.h"
#include "tests/corpus/collection/results.h"
#include "tests/support/catch.h"

using namespace muqabala;
using testing::result_of;

namespace {

CollectionStatistics sample() {
  CollectionStatistics statistics;
  DocumentResult first = result_of(
      0, "a",
      {{"one two", "eins zwei", 0.95}, {"three", "", 1}, {"four", "vier", 0.31}, {"", "mehr", 1}});
  first.counts.source_share = 0.75;
  first.beads[2].rejected_by = "probability";
  statistics.add(first);
  DocumentResult second = result_of(1, "b", {{"x", "y", 1}}, "de", "fr");
  statistics.add(second);
  DocumentResult failed = result_of(2, "c", {});
  failed.failure = {.code = "empty-<text>", .message = "nothing"};
  statistics.add(failed);
  return statistics;
}

}  // namespace

TEST_CASE("statistics count documents, segments, words, beads and pairs", "[statistics]") {
  const CollectionStatistics statistics = sample();
  CHECK(statistics.documents == 3);
  CHECK(statistics.failed() == 1);
  CHECK(statistics.languages == std::map<std::string, std::size_t>{{"ar-en", 1}, {"de-fr", 1}});
  CHECK(statistics.source.segments == 4);
  CHECK(statistics.source.words == 5);
  CHECK(statistics.target.words == 5);
  CHECK(statistics.source.unmatched_per_thousand() == 250);
  CHECK(statistics.source.share() == Approx((0.75 * 4 + 1) / 5));
  CHECK(statistics.target.share() == 1);
  CHECK(statistics.beads == std::map<std::string, std::size_t>{{"0-1", 1}, {"1-0", 1}, {"1-1", 3}});
  CHECK(statistics.pairs == 3);
  CHECK(statistics.kept() == 2);
  CHECK(statistics.probability.counts[6] == 1);
  CHECK(statistics.probability.counts[19] == 2);
}

TEST_CASE("values at the ends of a distribution are in its first and last bin", "[statistics]") {
  Distribution distribution;
  for (const double value : {0.0, -0.1, 1.0, 1.1, 0.05, 0.0499}) distribution.add(value);
  CHECK(distribution.counts[0] == 3);
  CHECK(distribution.counts[1] == 1);
  CHECK(distribution.counts[19] == 2);
}

TEST_CASE("nothing at all is covered and has no omissions", "[statistics]") {
  const CollectionStatistics none;
  CHECK(none.source.share() == 1);
  CHECK(none.source.unmatched_per_thousand() == 0);
  CHECK(statistics_of_json(to_json(none), {}) == none);
  std::ostringstream page;
  write_statistics_page(none, page);
  CHECK_THAT(page.str(), ContainsText("</html>"));
  CHECK(page.str().find("nan") == std::string::npos);
}

TEST_CASE("statistics come back from JSON as they were", "[statistics]") {
  CHECK(statistics_of_json(to_json(sample()), {}) == sample());
}

TEST_CASE("what is no statistics is refused", "[statistics]") {
  const std::string json = to_json(sample());
  std::string contradicting = json;
  contradicting.replace(contradicting.find("\"all\": 3"), 8, "\"all\": 0");
  for (const std::string& text :
       {std::string(), std::string("{}"), json.substr(0, json.size() / 2), contradicting}) {
    try {
      statistics_of_json(text, {.path = "x.json"});
      FAIL("no error was thrown");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::kMalformedStatistics);
      CHECK(error.where().path == "x.json");
    }
  }
}

TEST_CASE("the page shows every number as text and runs nothing", "[statistics]") {
  std::ostringstream stream;
  write_statistics_page(sample(), stream);
  const std::string page = stream.str();
  CHECK_THAT(page, ContainsText("default-src 'none'"));
  CHECK_THAT(page, ContainsText("empty-&lt;text&gt;"));
  CHECK_THAT(page, ContainsText("<th scope=\"row\">probability</th><td>1</td>"));
  for (const char* absent : {"<script", "<text>>", "http:", "https:", "url(", "empty-<"})
    CHECK(page.find(absent) == std::string::npos);
}
