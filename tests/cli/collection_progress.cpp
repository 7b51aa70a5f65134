#include "cli/collection_progress.h"

#include <chrono>
#include <string>

#include "tests/support/catch.h"

using namespace muqabala::cli;
using namespace std::chrono_literals;

TEST_CASE("The line tells how far a run is, how fast and how long it takes", "[progress]") {
  const CollectionStage stage{.doing = "aligning", .done = 50, .of = 200, .failed = 2};
  CHECK(progress_line(stage, 2.5, 120) ==
        "aligning [#####...............] 50 of 200  2.5 a second  1 min 0 s left  2 failed");
  CHECK(progress_line({.doing = "aligning", .done = 200, .of = 200}, 0, 120) ==
        "aligning [####################] 200 of 200");
  CHECK(progress_line({.doing = "learning", .done = 7}, 30, 120) == "learning 7  30 a second");
  CHECK(progress_line({.doing = "writing"}, 0, 120) == "writing");
  CHECK(progress_line(stage, 2.5, 20).size() < 25);
}

TEST_CASE("The rate is that of late", "[progress]") {
  RecentRate rate;
  RecentRate::Clock::time_point now{};
  rate.note(0, now);
  CHECK(rate.per_second() == 0);
  // What an earlier run did goes by in a moment.
  rate.note(10'000, now += 1s);
  for (std::size_t done = 10'010; done < 10'500; done += 10) rate.note(done, now += 1s);
  CHECK(rate.per_second() == Approx(10));
  rate.note(3, now += 1s);  // another stage
  CHECK(rate.per_second() == 0);
}
