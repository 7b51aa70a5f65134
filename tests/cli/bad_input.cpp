#include <string>
#include <vector>

#include "tests/cli/support.h"
#include "tests/support/catch.h"

using namespace muqabala::testing;

namespace {

using Names = std::vector<std::string>;

/// What every refusal has in common: exit status 2, nothing on stdout, one line on stderr.
void check_refusal(const ProgramRun& run, const std::string& says, const std::string& advises) {
  INFO(run.err);
  CHECK(run.exit_code == 2);
  CHECK(run.out.empty());
  CHECK_THAT(run.err, ContainsText(says));
  CHECK_THAT(run.err, ContainsText(advises));
  CHECK(run.err.starts_with("muqabala: "));
  CHECK(run.err.find('\n') + 1 == run.err.size());
}

}  // namespace

TEST_CASE("An input that cannot be read is named, with what to do", "[bad-input]") {
  const CliSandbox sandbox;
  sandbox.make_folder("folder");
  sandbox.write("empty.txt", "");
  sandbox.write("blank.txt", " \n\n\t\n");
  sandbox.write("binary.txt", std::string("\x01\x00\x02\x03 text", 9));
  sandbox.write("document.pdf", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n");

  struct Case {
    Names arguments;
    std::string says;
    std::string advises;
  };
  const auto [arguments, says, advises] = GENERATE(values<Case>({
      {{"align", "none.txt", "en.txt"}, "none.txt: no such file", "check the name"},
      {{"align", "ar.txt", "none.txt"}, "none.txt: no such file", "check the name"},
      {{"segment", "none.txt"}, "none.txt: no such file", "check the name"},
      {{"align", "ar.txt", "en.txt", "--lexicon", "none.tsv"}, "none.tsv: no such file", "check"},
      {{"align", "folder", "en.txt"}, "folder: is a folder, not a file", "name one file"},
      {{"segment", "folder"}, "folder: is a folder, not a file", "name one file"},
      {{"align", "empty.txt", "en.txt"}, "empty.txt: the original holds no text", "name the file"},
      {{"align", "blank.txt", "en.txt"}, "blank.txt: the original holds no text", "name the file"},
      {{"align", "--segments", "lines", "blank.txt", "en.txt"}, "holds no text", "name the file"},
      {{"align", "empty.txt", "blank.txt"}, "empty.txt: the original holds no text", "name the"},
      {{"segment", "empty.txt"}, "empty.txt: holds no text", "name a file"},
      {{"align", "binary.txt", "en.txt"}, "binary.txt: is not text", "save it as plain text"},
      {{"align", "ar.txt", "document.pdf"}, "document.pdf: is a PDF file", "save it as plain text"},
      {{"evaluate", "folder"}, "folder holds no document", "DOC.gold"},
      {{"evaluate", "none"}, "none: no such folder", "check the name"},
      {{"evaluate", "ar.txt"}, "ar.txt is a file", "name the folder"},
  }));
  check_refusal(sandbox.muqabala(arguments), says, advises);
}

TEST_CASE("Invalid UTF-8 is reported with line, column, byte and offset", "[bad-input]") {
  const CliSandbox sandbox;
  sandbox.write("bad.txt", "سطر أول\nمرحبا \xFF x\n");
  const ProgramRun run = sandbox.muqabala({"align", "bad.txt", "en.txt"});
  check_refusal(run, "bad.txt:2:7: is not valid UTF-8: byte 0xFF at byte offset 25", "iconv");
}

TEST_CASE("An empty translation is one omission over the whole original", "[bad-input]") {
  const CliSandbox sandbox;
  const std::string content = GENERATE("", "\xEF\xBB\xBF", " \n\n");
  sandbox.write("empty.txt", content);

  const ProgramRun text = sandbox.muqabala({"align", "ar.txt", "empty.txt"});
  CHECK(text.exit_code == 0);
  CHECK_THAT(text.out, ContainsText("ar.txt:1:1: omission"));
  CHECK_THAT(text.out, ContainsText("1 omission (6 of 6 segments), 0 additions (0 of 0 segments)"));
  CHECK_THAT(text.err, ContainsText("warning: empty.txt: the translation holds no text"));

  const ProgramRun ladder = sandbox.muqabala({"align", "ar.txt", "empty.txt", "--to", "ladder"});
  CHECK(ladder.exit_code == 0);
  CHECK_THAT(ladder.out, ContainsText("[5]:[]:"));

  const ProgramRun tmx = sandbox.muqabala({"align", "ar.txt", "empty.txt", "-o", "x.tmx"});
  CHECK(tmx.exit_code == 0);
  CHECK_THAT(sandbox.read("x.tmx"), ContainsText("</tmx>"));
}

TEST_CASE("The same file twice is refused under any name", "[bad-input]") {
  const CliSandbox sandbox;
  check_refusal(sandbox.muqabala({"align", "ar.txt", "ar.txt"}), "the same file",
                "translation second");
  check_refusal(sandbox.muqabala({"align", "ar.txt", "./ar.txt"}), "the same file",
                "translation second");
  sandbox.write("copy.txt", kArabic);
  check_refusal(sandbox.muqabala({"align", "ar.txt", "copy.txt"}), "ar.txt: both texts are in 'ar'",
                "--source-lang");
  sandbox.write("short.txt", "OK 1\n");
  sandbox.write("short2.txt", "OK 1\n");
  check_refusal(sandbox.muqabala({"align", "short.txt", "short2.txt"}), "both texts are in",
                "translation is in another language");
}

TEST_CASE("Two texts that have nothing in common are refused", "[bad-input]") {
  const CliSandbox sandbox;
  sandbox.write("verse.ar",
                std::string("قفا نبك من ذكرى حبيب ومنزل بسقط اللوى بين الدخول فحومل. ") +
                    "فتوضح فالمقراة لم يعف رسمها لما نسجتها من جنوب وشمأل.\n");
  std::string recipe;
  for (int i = 0; i < 60; ++i) recipe += "Stir. Bake it well. Peel it. Chop. Wait. Serve. ";
  sandbox.write("recipe.en", recipe);
  check_refusal(sandbox.muqabala({"align", "verse.ar", "recipe.en", "-o", "x.tmx"}),
                "verse.ar: has nothing in common with recipe.en", "check that the two files");
  CHECK(sandbox.names() == Names{"ar.txt", "en.txt", "recipe.en", "verse.ar"});
}

TEST_CASE("A text that contradicts the language that was stated is refused", "[bad-input]") {
  const CliSandbox sandbox;
  check_refusal(sandbox.muqabala({"align", "ar.txt", "en.txt", "--source-lang", "en"}),
                "ar.txt: the text is in 'ar', but --source-lang says 'en'", "swap the files");
  check_refusal(sandbox.muqabala({"align", "ar.txt", "en.txt", "--target-lang", "fr"}),
                "en.txt: the text is in 'en', but --target-lang says 'fr'", "mend the option");
  check_refusal(sandbox.muqabala({"segment", "ar.txt", "--lang", "en"}), "but --lang says 'en'",
                "mend the option");
  check_refusal(sandbox.muqabala({"align", "ar.txt", "en.txt", "--source-lang", "arabic"}),
                "--source-lang arabic: not a language tag", "'ar'");
}

TEST_CASE("A line of 50 MB is read, split and aligned in seconds", "[bad-input][slow]") {
  const CliSandbox sandbox;
  std::string line;
  while (line.size() < 50'000'000) line += "وصل القطار إلى المدينة في الصباح ";
  sandbox.write("long.txt", line);

  const ProgramRun segments = sandbox.muqabala({"segment", "long.txt", "-o", "out.txt"});
  CHECK(segments.exit_code == 0);
  CHECK(sandbox.read("out.txt").size() + 1 >= line.size());

  const ProgramRun pairs = sandbox.muqabala({"align", "long.txt", "en.txt", "-o", "out.tmx"});
  check_refusal(pairs, "long.txt: has nothing in common with en.txt", "check that the two files");
  CHECK(sandbox.names() == Names{"ar.txt", "en.txt", "long.txt", "out.txt"});
}

TEST_CASE("A command line that is wrong is refused with the nearest right word", "[bad-input]") {
  const CliSandbox sandbox;
  struct Case {
    Names arguments;
    std::string says;
    std::string advises;
  };
  const auto [arguments, says, advises] = GENERATE(values<Case>({
      {{}, "no command was given", "muqabala --help"},
      {{"algin", "ar.txt", "en.txt"}, "unknown command 'algin'", "did you mean 'align'?"},
      {{"--quiet", "align"}, "unknown option '--quiet' before the command", "stand behind it"},
      {{"align", "ar.txt", "en.txt", "--frm", "text"}, "option '--frm'", "did you mean '--from'?"},
      {{"align", "ar.txt", "en.txt", "-to", "tsv"}, "option '-to'", "did you mean '--to'?"},
      {{"align", "ar.txt", "en.txt", "--zzz"}, "unknown option '--zzz'", "muqabala help align"},
      {{"align", "ar.txt", "en.txt", "--to", "tmxx"}, "format 'tmxx'", "did you mean 'tmx'?"},
      {{"align", "ar.txt", "en.txt", "--to", "docx"}, "format 'docx'", "known are text, tmx"},
      {{"align", "ar.txt", "en.txt", "--segments", "line"},
       "value 'line'",
       "did you mean 'lines'?"},
      {{"align", "ar.txt", "en.txt", "-o", "x.tmz"}, "does not tell which form", "mean '.tmx'?"},
      {{"align", "ar.txt", "en.txt", "-o", "x"}, "does not tell which form", "--to"},
      {{"align", "ar.txt", "en.txt", "--to"}, "--to needs a value", "FORMAT"},
      {{"align", "ar.txt"}, "TARGET is missing", "SOURCE TARGET"},
      {{"align", "ar.txt", "en.txt", "x"}, "one argument too many: 'x'", "SOURCE TARGET"},
      {{"align", "", "en.txt"}, "SOURCE is an empty name", "name a file"},
      {{"align", "-", "-"}, "both '-'", "name the other's file"},
      {{"align", "ar.txt", "en.txt", "--threads", "0"}, "--threads 0", "from 1 to"},
      {{"align", "ar.txt", "en.txt", "--threads", "two"}, "--threads two", "from 1 to"},
      {{"align", "ar.txt", "en.txt", "--quiet", "--verbose"}, "contradict", "leave one out"},
      {{"segment", "ar.txt", "--to", "tsv"}, "unknown format 'tsv'", "known are text, jsonl"},
      {{"help", "algn"}, "'algn'", "did you mean 'align'?"},
      {{"completions", "tcsh"}, "'tcsh'", "bash, zsh, fish"},
  }));
  check_refusal(sandbox.muqabala(arguments), says, advises);
}

TEST_CASE("An output that cannot be written leaves nothing behind", "[bad-input]") {
  const CliSandbox sandbox;
  sandbox.make_folder("folder");
  struct Case {
    std::string path;
    std::string says;
  };
  const auto [path, says] = GENERATE(values<Case>({
      {"none/x.tmx", "none/x.tmx: cannot be written: the folder none does not exist"},
      {"ar.txt/x.tmx", "ar.txt/x.tmx: cannot be written"},
      {"folder", "folder: cannot be written: is a folder"},
  }));
  check_refusal(sandbox.muqabala({"align", "ar.txt", "en.txt", "-o", path}), says,
                "choose another place with -o");
  CHECK(sandbox.names() == Names{"ar.txt", "en.txt", "folder"});
}

TEST_CASE("An output that is an input is refused, and the input stays", "[bad-input]") {
  const CliSandbox sandbox;
  const std::string name = GENERATE("ar.txt", "en.txt", "./ar.txt");
  check_refusal(sandbox.muqabala({"align", "ar.txt", "en.txt", "-o", name}),
                "would overwrite an input", "choose another name");
  CHECK(sandbox.read("ar.txt") == kArabic);
  CHECK(sandbox.read("en.txt") == kEnglish);
}

TEST_CASE("A full disk leaves no half of a file, and the former file as it was", "[bad-input]") {
  const CliSandbox sandbox;
  sandbox.write("old.tmx", "old");
  const ProgramSetting little_room{.file_limit_bytes = 600};

  check_refusal(sandbox.muqabala({"align", "ar.txt", "en.txt", "-o", "new.tmx"}, little_room),
                "new.tmx: cannot be written: no space left", "free some space");
  check_refusal(sandbox.muqabala({"align", "ar.txt", "en.txt", "-o", "old.tmx"}, little_room),
                "old.tmx: cannot be written: no space left", "free some space");
  CHECK(sandbox.read("old.tmx") == "old");
  CHECK(sandbox.names() == Names{"ar.txt", "en.txt", "old.tmx"});
}

TEST_CASE("A full device behind standard output or -o is an error", "[bad-input]") {
  const CliSandbox sandbox;
  const Names arguments = GENERATE(values<Names>({{"align", "ar.txt", "en.txt"},
                                                  {"align", "ar.txt", "en.txt", "--to", "tmx"},
                                                  {"segment", "ar.txt"},
                                                  {"--help"},
                                                  {"man"}}));
  check_refusal(sandbox.muqabala(arguments, {.output = Output::kFullDevice}), "no space left",
                "free some space");
  check_refusal(sandbox.muqabala({"align", "ar.txt", "en.txt", "-o", "/dev/full"}),
                "/dev/full: cannot be written: no space left", "free some space");
}

TEST_CASE("A closed standard output is an error", "[bad-input]") {
  const CliSandbox sandbox;
  check_refusal(sandbox.muqabala({"segment", "ar.txt"}, {.output = Output::kClosed}),
                "cannot be written", "choose another place");
}

TEST_CASE("A reader that goes away is no error", "[bad-input]") {
  const CliSandbox sandbox;
  const Names arguments = GENERATE(values<Names>({{"align", "ar.txt", "en.txt"},
                                                  {"align", "ar.txt", "en.txt", "--to", "jsonl"},
                                                  {"segment", "ar.txt"},
                                                  {"help", "align"}}));
  const ProgramRun run = sandbox.muqabala(arguments, {.output = Output::kBrokenPipe});
  CHECK(run.exit_code == 0);
  CHECK(run.err.empty());
}

TEST_CASE("What a file's name or text holds cannot steer the terminal", "[bad-input]") {
  const CliSandbox sandbox;
  const ProgramRun name = sandbox.muqabala({"segment", "x\x1b[2Jy\xFF.txt"});
  CHECK(name.exit_code == 2);
  CHECK(name.err.find('\x1b') == std::string::npos);
  CHECK(name.err.find('\xFF') == std::string::npos);
  CHECK_THAT(name.err, ContainsText("x\uFFFD[2Jy\uFFFD.txt: no such file"));

  sandbox.write("escape.txt", "The \x1b[31mlibrary\x1b[0m is open every day except on Fridays.\n");
  const ProgramRun text = sandbox.muqabala({"align", "ar.txt", "escape.txt"});
  CHECK(text.out.find('\x1b') == std::string::npos);
}
