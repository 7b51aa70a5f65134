#include <string>

#include "tests/cli/support.h"
#include "tests/corpus/collection/pairing/texts.h"
#include "tests/support/catch.h"

using namespace muqabala::testing;

namespace {

/// Two folders with three pairs, and a text that is in one of them only.
class PairSandbox : public CliSandbox {
 public:
  PairSandbox() {
    make_folder("originals");
    make_folder("translations");
    for (std::size_t i = 0; i < kTexts.size(); ++i) {
      write("originals/" + std::to_string(i) + "k.txt", kTexts[i].arabic);
      if (i < 3) write("translations/" + std::to_string(9 - i) + "m.txt", kTexts[i].english);
    }
  }

  ProgramRun pair(std::vector<std::string> arguments, ProgramSetting setting = {}) const {
    arguments.insert(arguments.begin(), {"corpus", "pair", "--lexicon-sources", "core,cldr"});
    return muqabala(arguments, setting);
  }
};

}  // namespace

TEST_CASE("corpus pair prints a manifest, and tells what stays alone", "[pairing]") {
  const PairSandbox sandbox;
  const ProgramRun run = sandbox.pair({"originals", "translations"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.out,
             ContainsText("id\tsource\ttarget\tsource_lang\ttarget_lang\tscore\tfound_by"));
  CHECK_THAT(run.out, ContainsText("0k\toriginals/0k.txt\ttranslations/9m.txt\tar\ten\t"));
  CHECK_THAT(run.out, ContainsText("2k\toriginals/2k.txt\ttranslations/7m.txt\tar\ten\t"));
  CHECK_THAT(run.err, ContainsText("alone: originals/3k.txt: nothing on the other side"));
  CHECK_THAT(run.err, ContainsText("3 pairs (ar and en); 1 documents stay alone"));
}

TEST_CASE("check takes the manifest of corpus pair", "[pairing]") {
  const PairSandbox sandbox;
  CHECK(sandbox.pair({"originals", "translations", "-o", "m.tsv", "--alone", "a.tsv", "--quiet"})
            .err.empty());
  CHECK_THAT(sandbox.read("a.tsv"), ContainsText("originals/3k.txt\tar\tno-candidate"));
  const ProgramRun check = sandbox.muqabala({"check", "--manifest", "m.tsv"});
  CHECK(check.exit_code != 2);
  CHECK_THAT(check.out, ContainsText("3 pairs"));
}

TEST_CASE("corpus pair takes a list of files from standard input", "[pairing]") {
  const PairSandbox sandbox;
  const ProgramRun run =
      sandbox.pair({"--list", "-", "--to", "jsonl", "--quiet"},
                   {.input = "translations/9m.txt\noriginals\nno/such/file.txt\n"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.out,
             ContainsText("\"source\":\"originals/0k.txt\",\"target\":\"translations/9m.txt\""));
}

TEST_CASE("corpus pair refuses what it cannot do", "[pairing]") {
  const PairSandbox sandbox;
  CHECK(sandbox.pair({}).exit_code == 2);
  CHECK_THAT(sandbox.pair({}).err, ContainsText("corpus pair ORIGINALS TRANSLATIONS"));
  CHECK_THAT(sandbox.pair({"originals", "-"}).err, ContainsText("--list -"));
  CHECK_THAT(sandbox.pair({"originals", "--threshold", "2"}).err, ContainsText("from 0 to 1"));
  CHECK_THAT(sandbox.pair({"originals", "--candidates", "0"}).err, ContainsText("from 1 to"));
  CHECK(sandbox.pair({"originals", "nowhere"}).exit_code == 2);
  CHECK(sandbox.pair({"originals", "originals/0k.txt", "-o", "originals/0k.txt"}).exit_code == 2);
}
