#include <string>
#include <vector>

#include "tests/cli/support.h"
#include "tests/support/catch.h"

using namespace muqabala::testing;

namespace {

std::size_t count_lines(const std::string& text) {
  std::size_t lines = 0;
  for (const char c : text) lines += c == '\n';
  return lines;
}

}  // namespace

TEST_CASE("Without -o, align prints pairs, omissions and a summary for people", "[align]") {
  const CliSandbox sandbox;
  const ProgramRun run = sandbox.muqabala({"align", "ar.txt", "en.txt"});
  CHECK(run.exit_code == 0);
  CHECK(run.err.empty());
  CHECK_THAT(run.out, ContainsText("  \u2068أما الأطفال فلهم قاعة خاصة بهم في الطابق الأول.\u2069\n"
                                   "  Children have a hall of their own on the first floor.\n"));
  CHECK_THAT(run.out, ContainsText("- omitted: \u2068وحضر الافتتاح"));
  CHECK_THAT(run.out, ContainsText("ar.txt:3:1: omission, confidence 0."));
  CHECK_THAT(run.out, ContainsText("    its place: en.txt:3:1\n"));
  CHECK_THAT(run.out, ContainsText("1 omission (1 of 6 segments), 0 additions (0 of 5 segments)."));
  CHECK(run.out.find('\x1b') == std::string::npos);
}

TEST_CASE("With -o, the file's ending tells the form and the summary goes to stderr", "[align]") {
  const CliSandbox sandbox;
  struct Case {
    std::string name;
    std::string content;
  };
  const auto [name, content] = GENERATE(values<Case>({
      {"x.tmx", "<tmx version=\"1.4\">"},
      {"x.tsv", "أما الأطفال فلهم قاعة خاصة بهم في الطابق الأول.\tChildren have"},
      {"x.jsonl", "\"kind\":\"1-0\""},
      {"X.JSONL", "\"kind\":\"1-0\""},
      {"x.ladder", "\n[2]:[]:"},
      {"x.hunalign", "\n3\t2\t"},
  }));
  const ProgramRun run = sandbox.muqabala({"align", "ar.txt", "en.txt", "-o", name});
  CHECK(run.exit_code == 0);
  CHECK(run.out.empty());
  CHECK_THAT(sandbox.read(name), ContainsText(content));
  CHECK_THAT(run.err, ContainsText("ar.txt:3:1: omission"));
  CHECK_THAT(run.err, ContainsText("Coverage: "));

  const ProgramRun quiet = sandbox.muqabala({"align", "ar.txt", "en.txt", "-o", name, "--quiet"});
  CHECK(quiet.exit_code == 0);
  CHECK(quiet.err.empty());
}

TEST_CASE("The form that --to names outweighs the ending", "[align]") {
  const CliSandbox sandbox;
  CHECK(sandbox.muqabala({"align", "ar.txt", "en.txt", "-o", "x.txt", "--to=ladder"}).exit_code ==
        0);
  CHECK(sandbox.read("x.txt").starts_with("[0]:[0]:"));
}

TEST_CASE("Data on stdout come alone: nothing is said on stderr in a pipeline", "[align]") {
  const CliSandbox sandbox;
  const ProgramRun run = sandbox.muqabala({"align", "ar.txt", "en.txt", "--to", "tsv"});
  CHECK(run.exit_code == 0);
  CHECK(run.err.empty());
  CHECK(count_lines(run.out) == 6);
}

TEST_CASE("Either side may come from standard input", "[align]") {
  const CliSandbox sandbox;
  const std::string expected =
      sandbox.muqabala({"align", "ar.txt", "en.txt", "--to", "ladder"}).out;
  CHECK(!expected.empty());
  CHECK(sandbox.muqabala({"align", "-", "en.txt", "--to", "ladder"}, {.input = kArabic}).out ==
        expected);
  CHECK(sandbox.muqabala({"align", "ar.txt", "-", "--to", "ladder"}, {.input = kEnglish}).out ==
        expected);
}

TEST_CASE("Both directions are served, and a segment is found in either", "[align]") {
  const CliSandbox sandbox;
  const ProgramRun run = sandbox.muqabala({"align", "en.txt", "ar.txt"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.out, ContainsText("ar.txt:3:1: addition"));
}

TEST_CASE("In lines mode every line is a segment, blank ones too", "[align]") {
  const CliSandbox sandbox;
  const ProgramRun run =
      sandbox.muqabala({"align", "ar.txt", "en.txt", "--segments", "lines", "--to", "jsonl", "-v"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.err, ContainsText("ar.txt: language 'ar', 5 segments"));
  CHECK_THAT(run.err, ContainsText("en.txt: language 'en', 5 segments"));
}

TEST_CASE("With --verbose, align tells languages, dictionaries and times", "[align]") {
  const CliSandbox sandbox;
  sandbox.write("own.tsv", "مكتبة\tlibrary\nكتاب\tbook\n");
  const ProgramRun run =
      sandbox.muqabala({"align", "ar.txt", "en.txt", "--verbose", "--lexicon", "own.tsv"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.err, ContainsText("ar.txt: language 'ar', 6 segments"));
  CHECK_THAT(run.err, ContainsText("dictionary own.tsv: 2 headwords"));
  CHECK_THAT(run.err, ContainsText("aligning 0."));
  CHECK_THAT(run.err, !ContainsText("freedict"));
}

TEST_CASE("A TMX holds a date only where SOURCE_DATE_EPOCH gives one", "[align]") {
  const CliSandbox sandbox;
  const std::vector<std::string> arguments = {"align", "ar.txt", "en.txt", "--to", "tmx"};
  CHECK_THAT(sandbox.muqabala(arguments).out, !ContainsText("date="));
  const ProgramRun dated =
      sandbox.muqabala(arguments, {.environment = {"SOURCE_DATE_EPOCH=1305158400"}});
  CHECK_THAT(dated.out, ContainsText("creationdate=\"20110512T000000Z\""));
  const ProgramRun wrong =
      sandbox.muqabala(arguments, {.environment = {"SOURCE_DATE_EPOCH=yesterday"}});
  CHECK(wrong.exit_code == 2);
  CHECK_THAT(wrong.err, ContainsText("SOURCE_DATE_EPOCH is 'yesterday'"));
}

TEST_CASE("Two runs, with any number of threads, print the same bytes", "[align]") {
  const CliSandbox sandbox;
  const std::string format = GENERATE("text", "tmx", "tsv", "jsonl", "ladder", "hunalign");
  const std::string once = sandbox.muqabala({"align", "ar.txt", "en.txt", "--to", format}).out;
  CHECK(!once.empty());
  CHECK(sandbox.muqabala({"align", "ar.txt", "en.txt", "--to", format, "--threads", "7"}).out ==
        once);
}

TEST_CASE("A text without letters goes on under a warning", "[align]") {
  const CliSandbox sandbox;
  sandbox.write("numbers.txt", "12 2011 40\n\n3\n");
  const ProgramRun run = sandbox.muqabala({"align", "ar.txt", "numbers.txt", "--to", "ladder"});
  CHECK_THAT(run.err,
             ContainsText("warning: numbers.txt: the language of the text cannot be told"));
  CHECK_THAT(run.err, ContainsText("--target-lang"));
  CHECK(run.exit_code == 0);
}

TEST_CASE("Errors are coloured on a terminal only, and never against NO_COLOR", "[align]") {
  const CliSandbox sandbox;
  const std::vector<std::string> arguments = {"align", "none.txt", "en.txt"};
  const auto err = [&](const ProgramSetting& setting) {
    return sandbox.muqabala(arguments, setting).err;
  };
  const std::string red = "\x1b[1;31mmuqabala:";
  CHECK_THAT(err({.environment = {"TERM=xterm"}, .error_is_terminal = true}), ContainsText(red));
  CHECK_THAT(err({}), !ContainsText("\x1b"));
  CHECK_THAT(err({.environment = {"TERM=dumb"}, .error_is_terminal = true}), !ContainsText("\x1b"));
  CHECK_THAT(err({.environment = {"TERM=xterm", "NO_COLOR=1"}, .error_is_terminal = true}),
             !ContainsText("\x1b"));
  CHECK_THAT(sandbox.muqabala({"align", "none.txt", "en.txt", "--color", "always"}).err,
             ContainsText(red));
}

TEST_CASE("align cuts both sides where one has hardly an end of a sentence, and says so",
          "[align]") {
  const CliSandbox sandbox;
  std::string arabic = "خرجت القافلة من المدينة قبل طلوع الشمس على الجبال الشرقية";
  std::string english = "The caravan left the city before the sun had risen over the hills.";
  for (int i = 0; i < 6; ++i) {
    arabic += "، ثم وصلت عند الظهر إلى النهر الكبير الذي لا جسر عليه للناس في ذلك الزمان";
    english += " It came at noon to the great river that had no bridge for people at that time.";
  }
  sandbox.write("long.ar.txt", arabic + ".\n");
  sandbox.write("short.en.txt", english + "\n");
  const ProgramRun run =
      sandbox.muqabala({"align", "long.ar.txt", "short.en.txt", "--to", "ladder"});
  CHECK(run.exit_code == 0);
  CHECK(count_lines(run.out) == 7);
  CHECK_THAT(run.err, ContainsText("long.ar.txt: hardly an end of a sentence in the original ("));
  const ProgramRun off = sandbox.muqabala(
      {"align", "long.ar.txt", "short.en.txt", "--to", "ladder", "--clauses", "off"});
  CHECK(count_lines(off.out) <= 1);
  CHECK(off.err.find("clauses") == std::string::npos);
}
