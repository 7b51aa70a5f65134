#include "tests/cli/support.h"
#include "tests/support/catch.h"

using namespace muqabala::testing;

TEST_CASE("segment prints a segment a line and a blank line between blocks", "[segment]") {
  const CliSandbox sandbox;
  sandbox.write("x.txt", "Library news\n\nThe library is open. It has\r\nmany books.\n");
  const ProgramRun run = sandbox.muqabala({"segment", "x.txt", "--lang", "en"});
  CHECK(run.exit_code == 0);
  CHECK(run.out == "Library news\n\nThe library is open.\nIt has many books.\n");
}

TEST_CASE("segment --to jsonl gives offsets into the file on disk", "[segment]") {
  const CliSandbox sandbox;
  sandbox.write("x.txt", "\xEF\xBB\xBFمرحبا بكم.\nوصل القطار.\n");
  const ProgramRun run =
      sandbox.muqabala({"segment", "x.txt", "--source-lang", "ar", "--to", "jsonl"});
  CHECK(run.exit_code == 0);
  CHECK(run.out ==
        "{\"segment\":0,\"block\":0,\"kind\":\"paragraph\",\"start\":3,\"end\":21,\"line\":1,"
        "\"column\":1,\"rule\":\"line-ends-in-stop\",\"text\":\"مرحبا بكم.\"}\n"
        "{\"segment\":1,\"block\":0,\"kind\":\"paragraph\",\"start\":22,\"end\":42,\"line\":2,"
        "\"column\":1,\"rule\":\"end-of-block\",\"text\":\"وصل القطار.\"}\n");
}

TEST_CASE("segment reads Markdown by ending or by option", "[segment]") {
  const CliSandbox sandbox;
  const std::string markdown =
      "# News\n\nThe **new** library is open to all of its readers today.\n";
  sandbox.write("x.md", markdown);
  const std::string expected = "News\n\nThe new library is open to all of its readers today.\n";
  CHECK(sandbox.muqabala({"segment", "x.md"}).out == expected);
  CHECK(sandbox.muqabala({"segment", "-", "--from", "markdown"}, {.input = markdown}).out ==
        expected);
  CHECK_THAT(sandbox.muqabala({"segment", "x.md", "--from", "text"}).out, ContainsText("**new**"));
}

TEST_CASE("segment writes to a file, in the form of its ending", "[segment]") {
  const CliSandbox sandbox;
  CHECK(sandbox.muqabala({"segment", "en.txt", "-o", "x.jsonl"}).exit_code == 0);
  CHECK(sandbox.read("x.jsonl").starts_with("{\"segment\":0,"));
}

TEST_CASE("segment --explain tells which rule decided at every candidate", "[segment]") {
  const CliSandbox sandbox;
  sandbox.write("x.txt", "Dr. Hale\tslept. Ann?!\n\nوصل د. سامي. نام.\n");
  const ProgramRun run = sandbox.muqabala({"segment", "x.txt", "--lang", "en", "--explain"});
  CHECK(run.exit_code == 0);
  CHECK(run.out ==
        "1:4: no end, title: Dr.‖ Hale slept. Ann?!\n"
        "1:16: end, full-stop: Dr. Hale slept.‖ Ann?!\n"
        "1:22: end, end-of-block: Dr. Hale slept. Ann?!‖\n"
        "3:7: no end, letter: \u2068وصل د.‖ سامي. نام.\u2069\n"
        "3:13: end, full-stop: \u2068وصل د. سامي.‖ نام.\u2069\n"
        "3:18: end, end-of-block: \u2068وصل د. سامي. نام.‖\u2069\n");
}

TEST_CASE("segment --explain adds the refused places to a record", "[segment]") {
  const CliSandbox sandbox;
  sandbox.write("x.txt", "It was Dr. Hale. Hale et al. slept.\n");
  const ProgramRun run =
      sandbox.muqabala({"segment", "x.txt", "--lang", "en", "--explain", "--to", "jsonl"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.out, ContainsText("\"rule\":\"full-stop\",\"text\":\"It was Dr. Hale.\","
                                   "\"refused\":[{\"at\":10,\"rule\":\"title\"}]}\n"));
  CHECK_THAT(run.out, ContainsText("\"rule\":\"end-of-block\",\"text\":\"Hale et al. slept.\","
                                   "\"refused\":[{\"at\":28,\"rule\":\"lower-case-follows\"}]}\n"));
}

TEST_CASE("segment --explain knows segments that are lines", "[segment]") {
  const CliSandbox sandbox;
  sandbox.write("x.txt", "One. Two.\nThree\n");
  const ProgramRun run =
      sandbox.muqabala({"segment", "x.txt", "--lang", "en", "--segments", "lines", "--explain"});
  CHECK(run.out == "1:10: end, line: One. Two.‖ Three \n2:6: end, line: One. Two. Three‖ \n");
}

namespace {

const std::string kRules =
    "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">"
    "<header segmentsubflows=\"yes\" cascade=\"no\"/><body><languagerules>"
    "<languagerule languagerulename=\"r\">\n"
    "<rule break=\"no\"><beforebreak>cat\\.</beforebreak><afterbreak>\\s</afterbreak></rule>\n"
    "<rule break=\"yes\"><beforebreak>;</beforebreak><afterbreak>\\s</afterbreak></rule>\n"
    "</languagerule></languagerules><maprules>"
    "<languagemap languagepattern=\"en.*\" languagerulename=\"r\"/></maprules></body></srx>\n";

}  // namespace

TEST_CASE("Rules of --srx overrule the built-in rules, with --srx-only they replace them",
          "[segment][srx]") {
  const CliSandbox sandbox;
  sandbox.write("r.srx", kRules);
  sandbox.write("x.txt", "Dr. Hale has a cat. They sleep; she works. So.\n");
  CHECK(sandbox.muqabala({"segment", "x.txt", "--lang", "en", "--srx", "r.srx"}).out ==
        "Dr. Hale has a cat. They sleep;\nshe works.\nSo.\n");
  CHECK(
      sandbox.muqabala({"segment", "x.txt", "--lang", "en", "--srx", "r.srx", "--srx-only"}).out ==
      "Dr. Hale has a cat. They sleep;\nshe works. So.\n");
  const ProgramRun aligned = sandbox.muqabala(
      {"align", "ar.txt", "en.txt", "--srx", "r.srx", "--srx-only", "--to", "ladder"});
  CHECK(aligned.exit_code == 0);
  CHECK_THAT(aligned.err, ContainsText("r.srx: no <languagemap> fits the language 'ar'"));
}

TEST_CASE("What is wrong with SRX is told by file and line", "[segment][srx]") {
  const CliSandbox sandbox;
  sandbox.write("x.txt", "One.\n");
  sandbox.write("r.srx", "<srx version=\"2.0\">\n<oops/></srx>");
  const auto refused = [&](std::vector<std::string> arguments, const std::string& reason) {
    const ProgramRun run = sandbox.muqabala(std::move(arguments));
    CHECK(run.exit_code == 2);
    CHECK_THAT(run.err, ContainsText(reason));
  };
  refused({"segment", "x.txt", "--srx", "r.srx"}, "r.srx:2: cannot be used as SRX 2.0");
  refused({"segment", "x.txt", "--srx", "none.srx"}, "none.srx: no such file");
  refused({"segment", "x.txt", "--srx-only"}, "--srx-only needs the rules");
  refused({"segment", "--export-srx", "--lang", "de"}, "no rules to export");
  refused({"segment", "x.txt", "--export-srx"}, "leave one of them out");
  refused({"segment"}, "FILE is missing");
}

TEST_CASE("segment --export-srx writes rules that split as the built-in ones", "[segment][srx]") {
  const CliSandbox sandbox;
  const ProgramRun run =
      sandbox.muqabala({"segment", "--export-srx", "--lang", "ar", "-o", "ar.srx"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(sandbox.read("ar.srx"), ContainsText("version=\"2.0\""));
  CHECK(sandbox.muqabala({"segment", "ar.txt", "--srx", "ar.srx", "--srx-only"}).out ==
        sandbox.muqabala({"segment", "ar.txt"}).out);
}

namespace {

/// One sentence of 96 words, six clauses.
std::string endless_sentence() {
  std::string text =
      "The caravan left the city before the sun had risen over the hills of the east";
  for (int i = 0; i < 5; ++i)
    text += ", and it came to a river at noon where nobody was to be seen on the bank";
  return text + ".\n";
}

}  // namespace

TEST_CASE("segment cuts long sentences into clauses and says so", "[segment]") {
  const CliSandbox sandbox;
  sandbox.write("x.txt", endless_sentence());
  const ProgramRun run = sandbox.muqabala({"segment", "x.txt", "--lang", "en"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.out, ContainsText("of the east,\nand it came to a river"));
  CHECK_THAT(run.err, ContainsText("muqabala: x.txt: long sentences ("));
  CHECK_THAT(run.err, ContainsText(": cut into clauses; --clauses off keeps them whole\n"));
  CHECK(sandbox.muqabala({"segment", "x.txt", "--lang", "en", "-q"}).err.empty());
}

TEST_CASE("segment --clauses off keeps sentences whole, on cuts without a word", "[segment]") {
  const CliSandbox sandbox;
  sandbox.write("x.txt", endless_sentence());
  const ProgramRun off = sandbox.muqabala({"segment", "x.txt", "--lang", "en", "--clauses", "off"});
  CHECK(off.out == endless_sentence());
  CHECK(off.err.empty());
  const ProgramRun on = sandbox.muqabala({"segment", "x.txt", "--lang", "en", "--clauses", "on"});
  CHECK_THAT(on.out, ContainsText("of the east,\nand it came to a river"));
  CHECK(on.err.empty());
}

TEST_CASE("segment --verbose says why sentences were kept whole", "[segment]") {
  const CliSandbox sandbox;
  const ProgramRun run = sandbox.muqabala({"segment", "en.txt", "--verbose"});
  CHECK_THAT(run.err, ContainsText(": kept whole; --clauses on cuts long ones\n"));
  CHECK(sandbox.muqabala({"segment", "en.txt"}).err.empty());
}

TEST_CASE("segment --explain names clauses", "[segment]") {
  const CliSandbox sandbox;
  sandbox.write("x.txt", endless_sentence());
  CHECK_THAT(
      sandbox.muqabala({"segment", "x.txt", "--lang", "en", "--clauses", "on", "--explain"}).out,
      ContainsText("end, clause: en over the hills of the east,‖ and it came"));
}

TEST_CASE("segment refuses to cut lines", "[segment]") {
  const CliSandbox sandbox;
  const ProgramRun run =
      sandbox.muqabala({"segment", "en.txt", "--segments", "lines", "--clauses", "on"});
  CHECK(run.exit_code == 2);
  CHECK_THAT(run.err, ContainsText("--segments lines and --clauses on contradict each other"));
  CHECK(sandbox.muqabala({"segment", "en.txt", "--segments", "lines"}).exit_code == 0);
}
