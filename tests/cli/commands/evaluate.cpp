#include <string>
#include <vector>

#include "tests/cli/support.h"
#include "tests/support/catch.h"

using namespace muqabala::testing;

namespace {

/// A set of two documents, a sentence a line; the ladders of another tool are in `pred/`.
class SetSandbox : public CliSandbox {
 public:
  SetSandbox() {
    make_folder("set");
    make_folder("pred");
    write("set/library.ar",
          "افتُتحت مكتبة عامة جديدة في مدينة صيدا.\n"
          "وحضر الافتتاح رئيس البلدية ووزير الثقافة.\n"
          "ويستطيع القراء استعارة خمسة كتب لمدة أسبوعين.\n"
          "أما الأطفال فلهم قاعة خاصة بهم.\n");
    write("set/library.en",
          "A new public library was opened in the city of Sidon.\n"
          "Readers may borrow five books for two weeks.\n"
          "Children have a hall of their own.\n"
          "Photo by our reporter.\n");
    write("set/library.gold", "[0]:[0]\n[1]:[]\n[2]:[1]\n[3]:[2]\n[]:[3]\n");
    write("set/train.ar",
          "وصل القطار إلى مدينة طرابلس في الصباح الباكر.\n"
          "ونزل منه عشرون طالبا ومعلمان.\n");
    write("set/train.en",
          "The train came to the city of Tripoli early in the morning, and twenty students and two "
          "teachers left it.\n");
    write("set/train.gold", "[0,1]:[0]\n");
    write("pred/library.pred", "[0]:[0]:0.1\n[1]:[1]:0.5\n[2]:[]:0\n[3]:[2]:0.2\n[]:[3]:0\n");
    write("pred/train.pred", "[0]:[0]\n[1]:[]\n");
  }
};

}  // namespace

TEST_CASE("evaluate scores ready-made ladders as the measures are defined", "[evaluate]") {
  const SetSandbox sandbox;
  const ProgramRun run =
      sandbox.muqabala({"evaluate", "set", "--predictions", "pred", "--per-doc"});
  CHECK(run.exit_code == 0);
  // library: 2 of 3 pairs are right; segment 2 is taken for an omission instead of 1.
  // row's recall counts code points: 39 + 31 + 53 + 34 of the 246 in two-sided rows.
  CHECK_THAT(run.out, ContainsText("library                  strict 0.667 (0.667/0.667)  row 0.652 "
                                   "(0.667/0.638)  drop 0.000 (0.000/0.000)  add 1.000 "
                                   "(1.000/1.000)\n"));
  CHECK_THAT(run.out, ContainsText("\nstrict 0.500 (0.500/0.500)  row "));
  CHECK(run.err.empty());
}

TEST_CASE("evaluate aligns line by line and can write its ladders", "[evaluate]") {
  const SetSandbox sandbox;
  const ProgramRun aligned =
      sandbox.muqabala({"evaluate", "set", "--write-predictions", "new/ladders", "--per-doc"});
  CHECK(aligned.exit_code == 0);
  CHECK_THAT(aligned.out, ContainsText("strict 1.000 (1.000/1.000)"));
  CHECK(sandbox.read("new/ladders/library.pred").starts_with("[0]:[0]:"));

  const ProgramRun scored =
      sandbox.muqabala({"evaluate", "set", "--predictions", "new/ladders", "--per-doc"});
  CHECK(scored.out == aligned.out);
}

TEST_CASE("evaluate prints the same with any number of threads", "[evaluate]") {
  const SetSandbox sandbox;
  const std::string format = GENERATE("text", "json", "tsv");
  const std::vector<std::string> common = {"evaluate", "set", "--per-doc", "--to", format};
  const auto with_threads = [&](const std::string& count) {
    std::vector<std::string> arguments = common;
    arguments.insert(arguments.end(), {"--threads", count});
    return sandbox.muqabala(arguments).out;
  };
  const std::string one = with_threads("1");
  CHECK(!one.empty());
  CHECK(with_threads("2") == one);
  CHECK(with_threads("8") == one);
}

TEST_CASE("evaluate prints JSON and TSV", "[evaluate]") {
  const SetSandbox sandbox;
  const auto out = [&](const std::string& format) {
    return sandbox.muqabala({"evaluate", "set", "--predictions", "pred", "--to", format}).out;
  };
  CHECK_THAT(out("json"), ContainsText("\"total\": {"));
  CHECK_THAT(out("json"), ContainsText("\"f1\": 0.5"));
  CHECK(out("tsv").starts_with("document\tstrict_f1\tstrict_precision\tstrict_recall\trow_f1\t"));
  CHECK_THAT(out("tsv"), ContainsText("\ntotal\t0.500000\t0.500000\t0.500000\t"));
}

TEST_CASE("A document without a prediction is named and counts as one that finds nothing",
          "[evaluate]") {
  const SetSandbox sandbox;
  sandbox.write("pred/train.pred", "nonsense\n");
  const ProgramRun run = sandbox.muqabala({"evaluate", "set", "--predictions", "pred"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.out, ContainsText("MISSING 1\n"));
  CHECK_THAT(run.out, ContainsText("strict 0.571 (0.667/0.500)"));
  CHECK_THAT(run.err, ContainsText("warning: pred/train.pred:1:1: not a bead: found 'nonsense'"));

  const ProgramRun none = sandbox.muqabala({"evaluate", "set", "--predictions", "set"});
  CHECK(none.exit_code == 2);
  CHECK(none.out.empty());
  CHECK_THAT(none.err, ContainsText("library.pred: no such file"));
}

TEST_CASE("A set that is broken is refused", "[evaluate]") {
  const SetSandbox sandbox;
  sandbox.write("set/more.gold", "[0]:[0]\n");
  CHECK_THAT(sandbox.muqabala({"evaluate", "set"}).err, ContainsText("more.ar: no such file"));
  sandbox.write("set/more.ar", "مرحبا\n");
  sandbox.write("set/more.en", "Hello\n");
  sandbox.write("set/more.gold", "[0]:[0]\n[1:\n");
  const ProgramRun run = sandbox.muqabala({"evaluate", "set"});
  CHECK(run.exit_code == 2);
  CHECK(run.out.empty());
  CHECK_THAT(run.err, ContainsText("set/more.gold:2:3: not a bead"));
}

TEST_CASE("The endings of the two sides can be chosen", "[evaluate]") {
  const SetSandbox sandbox;
  sandbox.make_folder("other");
  sandbox.write("other/x.src", sandbox.read("set/train.ar"));
  sandbox.write("other/x.tgt", sandbox.read("set/train.en"));
  sandbox.write("other/x.gold", sandbox.read("set/train.gold"));
  const ProgramRun run =
      sandbox.muqabala({"evaluate", "other", "--source-suffix", ".src", "--target-suffix", ".tgt"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.out, ContainsText("strict 1.000"));
}

TEST_CASE("evaluate tells how often beads of each confidence are right", "[evaluate]") {
  const SetSandbox sandbox;
  const ProgramRun run = sandbox.muqabala({"evaluate", "set", "--reliability"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.out, ContainsText("\nconfidence    pairs  mean   right\n0.0 to 0.1"));
  CHECK_THAT(run.out, ContainsText("\nconfidence    nulls  mean   right\n0.0 to 0.1"));
  CHECK_THAT(run.out, ContainsText("expected calibration error 0."));

  const ProgramRun json = sandbox.muqabala({"evaluate", "set", "--reliability", "--to", "json"});
  CHECK_THAT(json.out, ContainsText("\"calibration_error\""));

  const ProgramRun some = sandbox.muqabala({"evaluate", "set", "--ignore-one-sided"});
  CHECK(some.exit_code == 0);
  CHECK_THAT(some.out, ContainsText("confidence    nulls"));
  CHECK(some.out != run.out);

  const ProgramRun ladders =
      sandbox.muqabala({"evaluate", "set", "--predictions", "pred", "--reliability"});
  CHECK(ladders.exit_code == 2);
  CHECK_THAT(ladders.err, ContainsText("ladders tell no confidence"));
}

TEST_CASE("evaluate counts the omissions that a check would tell, at each confidence",
          "[evaluate]") {
  const SetSandbox sandbox;
  const ProgramRun run = sandbox.muqabala({"evaluate", "set", "--findings"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.out, ContainsText("\nfrom   omissions  precision  recall  F1\n0.0  "));
  CHECK_THAT(run.out, ContainsText("\nfrom   additions  precision  recall  F1\n0.0  "));
  CHECK_THAT(run.out, ContainsText("\n1 segments in the gold; check tells omissions from a "));
  CHECK_THAT(run.out, ContainsText("  omission 1.000 (1.000/1.000)\n"));

  const ProgramRun json = sandbox.muqabala({"evaluate", "set", "--findings", "--to", "json"});
  CHECK_THAT(json.out, ContainsText("\"default_least_confidence\""));
  CHECK_THAT(sandbox.muqabala({"evaluate", "set", "--findings", "--to", "tsv"}).out,
             ContainsText("\tomission_f1\tomission_precision\tomission_recall\tmissing\n"));

  const ProgramRun both =
      sandbox.muqabala({"evaluate", "set", "--predictions", "pred", "--findings"});
  CHECK(both.exit_code == 2);
  CHECK_THAT(both.err, ContainsText("ladders tell no confidence"));
}

TEST_CASE("evaluate tells 95 % intervals, or that one document has none", "[evaluate]") {
  const SetSandbox sandbox;
  const std::vector<std::string> arguments{"evaluate", "set", "--predictions", "pred",
                                           "--intervals"};
  const ProgramRun run = sandbox.muqabala(arguments);
  CHECK(run.exit_code == 0);
  // library has .667, train 0; both together .5.
  CHECK_THAT(run.out, ContainsText("95 % intervals over documents:  strict 0.000 to 0.667  row "));
  CHECK(sandbox.muqabala(arguments).out == run.out);

  sandbox.make_folder("one");
  for (const char* ending : {".ar", ".en", ".gold"})
    sandbox.write(std::string("one/library") + ending,
                  sandbox.read(std::string("set/library") + ending));
  CHECK_THAT(sandbox.muqabala({"evaluate", "one", "--intervals"}).out,
             ContainsText("95 % intervals: none, since there is but one document\n"));
  const ProgramRun tsv = sandbox.muqabala({"evaluate", "set", "--intervals", "--to", "tsv"});
  CHECK(tsv.exit_code == 2);
  CHECK_THAT(tsv.err, ContainsText("--to json"));
}
