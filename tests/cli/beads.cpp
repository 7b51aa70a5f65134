#include "tests/cli/support.h"
#include "tests/support/catch.h"

using namespace muqabala::testing;

namespace {

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("align takes corrected pairs in place of its own", "[cli][beads]") {
  const CliSandbox box;
  const std::string ladder = "[0]:[0,1]\n[1]:[]\n[2]:[]\n[3]:[2]\n[4]:[3]\n[5]:[4]\n";
  box.write("mine.ladder", ladder);
  const ProgramRun run =
      box.muqabala({"align", "ar.txt", "en.txt", "--beads", "mine.ladder", "--to", "ladder"});
  CHECK(run.exit_code == 0);
  CHECK(run.out ==
        "[0]:[0,1]:0.000000\n[1]:[]:0.000000\n[2]:[]:0.000000\n[3]:[2]:0.000000\n[4]:[3]:0.000000\n"
        "[5]:[4]:0.000000\n");
}

TEST_CASE("corrected pairs have word links, as computed ones have", "[cli][beads]") {
  const CliSandbox box;
  box.write("mine.ladder", "[0]:[0]\n[1]:[1]\n[2]:[]\n[3]:[2]\n[4]:[3]\n[5]:[4]\n");
  const ProgramRun run =
      box.muqabala({"align", "ar.txt", "en.txt", "--beads", "mine.ladder", "--to", "jsonl"});
  CHECK(run.exit_code == 0);
  CHECK(holds(run.out, "\"origin\":\"number\""));
}

TEST_CASE("beads of other texts are refused with the place", "[cli][beads]") {
  const CliSandbox box;
  box.write("mine.ladder", "[0]:[0]\n[1]:[2]\n");
  const ProgramRun run = box.muqabala({"align", "ar.txt", "en.txt", "--beads", "mine.ladder"});
  CHECK(run.exit_code == 2);
  CHECK(holds(run.err, "mine.ladder:2: "));
  CHECK(run.out.empty());
}
