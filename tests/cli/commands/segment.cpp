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
