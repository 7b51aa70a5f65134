#include <string>

#include "tests/cli/support.h"
#include "tests/support/catch.h"

using namespace muqabala::testing;

namespace {

/// Made-up words, so that no built-in source knows them.
const std::string kGlossary = "زقزوق\tzugzug\nزقزوق كبير\tgreat zugzug\n";

}  // namespace

TEST_CASE("lexicon show prints entries with weight, kind and source", "[lexicon]") {
  const CliSandbox sandbox;
  sandbox.write("g.tsv", kGlossary);
  const ProgramRun run = sandbox.muqabala({"lexicon", "show", "--lexicon", "g.tsv", "zugzug"});
  CHECK(run.exit_code == 0);
  CHECK(run.err.empty());
  CHECK(run.out ==
        "زقزوق\tzugzug\t1.00\tdictionary\tg.tsv\nزقزوق كبير\tgreat "
        "zugzug\t1.00\tdictionary\tg.tsv\n");
  const ProgramRun core = sandbox.muqabala({"lexicon", "show", "مكتبة"});
  CHECK_THAT(core.out, ContainsText("library\t1.00\tcore\tcore/"));
}

TEST_CASE("a termbase is a lexicon, and one that is broken is named with its place", "[lexicon]") {
  const CliSandbox sandbox;
  const std::string entry =
      "<tbx><conceptEntry><langSec xml:lang=\"ar\"><term>زقزوق</term></langSec>\n"
      "<langSec xml:lang=\"en\"><term>zugzug</term></langSec></conceptEntry>";
  sandbox.write("t.tbx", entry + "</tbx>\n");
  CHECK(sandbox.muqabala({"lexicon", "show", "--lexicon", "t.tbx", "zugzug"}).out ==
        "زقزوق\tzugzug\t1.00\tdictionary\tt.tbx\n");
  sandbox.write("t.tbx", entry);
  const ProgramRun run = sandbox.muqabala({"align", "ar.txt", "en.txt", "--lexicon", "t.tbx"});
  CHECK(run.exit_code == 2);
  CHECK_THAT(run.err, ContainsText("t.tbx:2:"));
}

TEST_CASE("lexicon show without words lists the sources", "[lexicon]") {
  const CliSandbox sandbox;
  sandbox.write("g.tsv", kGlossary);
  const ProgramRun run = sandbox.muqabala({"lexicon", "show", "--lexicon", "g.tsv"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.out, ContainsText("CLDR\t"));
  CHECK_THAT(run.out, ContainsText("g.tsv\t2\t2\n"));
}

TEST_CASE("lexicon show says which word nobody knows", "[lexicon]") {
  const CliSandbox sandbox;
  const ProgramRun run = sandbox.muqabala({"lexicon", "show", "zugzug"});
  CHECK(run.exit_code == 0);
  CHECK(run.out.empty());
  CHECK_THAT(run.err, ContainsText("no dictionary knows zugzug"));
}

TEST_CASE("lexicon show --missing lists unknown words, the most frequent first", "[lexicon]") {
  const CliSandbox sandbox;
  sandbox.write("doc.txt",
                "The zugzug of the library met another zugzug. The people of the city saw the "
                "blorp and went home in the evening.\n");
  const ProgramRun run = sandbox.muqabala({"lexicon", "show", "--missing", "doc.txt"});
  CHECK(run.exit_code == 0);
  CHECK(run.out.starts_with("2\tzugzug\n"));
  CHECK_THAT(run.out, ContainsText("1\tblorp\n"));
  CHECK_THAT(run.out, !ContainsText("library"));
  const ProgramRun none = sandbox.muqabala({"lexicon", "show", "--missing"});
  CHECK(none.exit_code == 2);
  CHECK_THAT(none.err, ContainsText("--missing DOC"));
  const ProgramRun foreign = sandbox.muqabala(
      {"lexicon", "show", "--source-lang", "de", "--target-lang", "fr", "--missing", "doc.txt"});
  CHECK(foreign.exit_code == 2);
  CHECK_THAT(foreign.err, ContainsText("doc.txt"));
}

TEST_CASE("lexicon show --coverage tells how many words each kind of source knows", "[lexicon]") {
  const CliSandbox sandbox;
  sandbox.write("doc.txt",
                "The zugzug of the library met another zugzug. The people of the city saw the "
                "blorp and went home in the evening.\n");
  const ProgramRun run = sandbox.muqabala({"lexicon", "show", "--coverage", "doc.txt"});
  CHECK(run.exit_code == 0);
  CHECK_THAT(run.out, ContainsText("core\t13\t59.1\n"));
  CHECK_THAT(run.out, ContainsText("any\t19\t86.4\nwords\t22\t100.0\n"));
  const ProgramRun bare =
      sandbox.muqabala({"lexicon", "show", "--lexicon-sources", "none", "--coverage", "doc.txt"});
  CHECK(bare.out == "any\t0\t0.0\nwords\t22\t100.0\n");
  const ProgramRun none = sandbox.muqabala({"lexicon", "show", "--coverage"});
  CHECK(none.exit_code == 2);
  CHECK_THAT(none.err, ContainsText("--coverage DOC"));
  const ProgramRun both = sandbox.muqabala({"lexicon", "show", "--coverage", "--missing", "a"});
  CHECK(both.exit_code == 2);
}

TEST_CASE("a compiled lexicon serves in place of what it was made of", "[lexicon]") {
  const CliSandbox sandbox;
  sandbox.write("g.tsv", kGlossary);
  const ProgramRun compiled =
      sandbox.muqabala({"lexicon", "compile", "--lexicon", "g.tsv", "-o", "all.mql"});
  CHECK(compiled.exit_code == 0);
  CHECK(compiled.out.empty());
  CHECK(sandbox.muqabala({"lexicon", "show", "--lexicon", "all.mql"}).out ==
        sandbox.muqabala({"lexicon", "show", "--lexicon", "g.tsv"}).out);
  CHECK(sandbox.muqabala({"align", "ar.txt", "en.txt", "--lexicon", "all.mql"}).out ==
        sandbox.muqabala({"align", "ar.txt", "en.txt", "--lexicon", "g.tsv"}).out);
  const ProgramRun other = sandbox.muqabala(
      {"lexicon", "show", "--lexicon", "all.mql", "--source-lang", "fr", "zugzug"});
  CHECK(other.exit_code == 2);
  CHECK_THAT(other.err, ContainsText("all.mql: cannot be used as a lexicon"));

  sandbox.write("cut.mql", sandbox.read("all.mql").substr(0, 5000));
  const ProgramRun cut = sandbox.muqabala({"align", "ar.txt", "en.txt", "--lexicon", "cut.mql"});
  CHECK(cut.exit_code == 2);
  CHECK_THAT(cut.err, ContainsText("cut.mql"));
  CHECK_THAT(cut.err, ContainsText("cut off"));
}

TEST_CASE("what is learned in parts and merged is what is learned at once", "[lexicon]") {
  const CliSandbox sandbox;
  sandbox.write("ar2.txt",
                kArabic + "\nزار زقزوق المكتبة. ثم عاد زقزوق إلى البيت. ونام زقزوق في البيت.\n");
  sandbox.write(
      "en2.txt",
      kEnglish + "\nZugzug visited the library. Then Zugzug went home. Zugzug slept at home.\n");
  const auto learn = [&](std::vector<std::string> documents, const std::string& output) {
    std::vector<std::string> arguments = {"lexicon", "learn", "-o", output};
    arguments.insert(arguments.end(), documents.begin(), documents.end());
    const ProgramRun run = sandbox.muqabala(arguments);
    INFO(run.err);
    CHECK(run.exit_code == 0);
  };
  learn({"ar.txt", "en.txt", "ar2.txt", "en2.txt", "ar.txt", "en.txt"}, "all.counts");
  learn({"ar.txt", "en.txt"}, "1.counts");
  learn({"ar2.txt", "en2.txt"}, "2.counts");
  const auto merge = [&](std::vector<std::string> parts) {
    parts.insert(parts.begin(), {"lexicon", "merge"});
    return sandbox.muqabala(parts).out;
  };
  CHECK_THAT(sandbox.read("2.counts"), ContainsText("زقزوق\tzugzug\t"));
  CHECK(merge({"1.counts", "2.counts", "1.counts"}) == sandbox.read("all.counts"));
  CHECK(merge({"1.counts", "1.counts", "2.counts"}) == sandbox.read("all.counts"));

  const ProgramRun known = sandbox.muqabala({"lexicon", "show", "--lexicon", "2.counts", "zugzug"});
  CHECK_THAT(known.out, ContainsText("learned\t2.counts"));
  sandbox.write("cut.counts", sandbox.read("2.counts").substr(0, 60));
  const ProgramRun cut = sandbox.muqabala({"lexicon", "merge", "cut.counts"});
  CHECK(cut.exit_code == 2);
  CHECK_THAT(cut.err, ContainsText("cut.counts:"));
}

TEST_CASE("a translation memory teaches as the documents that it was made from do", "[lexicon]") {
  const CliSandbox sandbox;
  CHECK(sandbox.muqabala({"align", "ar.txt", "en.txt", "-o", "memory.tmx"}).exit_code == 0);
  const ProgramRun run =
      sandbox.muqabala({"lexicon", "learn", "memory.tmx", "ar.txt", "en.txt", "-o", "counts"});
  INFO(run.err);
  CHECK(run.exit_code == 0);
  CHECK_THAT(sandbox.read("counts"), ContainsText("مكتبه\tlibrary\t"));
  CHECK(sandbox.muqabala({"lexicon", "learn", "memory.tmx", "-o", "memory"}).exit_code == 0);
  CHECK_THAT(sandbox.read("memory"), ContainsText("مكتبه\tlibrary\t"));
  CHECK(sandbox.read("memory") != sandbox.read("counts"));
}

TEST_CASE("the lexicon commands refuse what makes no sense, with advice", "[lexicon]") {
  const CliSandbox sandbox;
  struct Case {
    std::vector<std::string> arguments;
    std::string says;
  };
  const auto [arguments, says] = GENERATE(values<Case>({
      {{"lexicon"}, "lexicon show, lexicon compile"},
      {{"lexicon", "shw"}, "did you mean 'show'?"},
      {{"lexicon", "compile"}, "-o FILE is missing"},
      {{"lexicon", "learn", "ar.txt"}, "ar.txt stands alone"},
      {{"lexicon", "learn", "ar.txt", "memory.tmx"}, "ar.txt stands alone"},
      {{"lexicon", "learn", "none.tmx"}, "none.tmx: no such file"},
      {{"lexicon", "merge", "ar.txt"}, "is not what 'muqabala lexicon learn' writes"},
      {{"lexicon", "merge", "none"}, "none: no such file"},
      {{"lexicon", "show", "--source-lang", "en"}, "both 'en'"},
      {{"lexicon", "show", "--source-lang", "?"}, "not a language tag"},
      {{"lexicon", "compile", "--lexicon", "ar.txt", "-o", "ar.txt"}, "would overwrite"},
  }));
  const ProgramRun run = sandbox.muqabala(arguments);
  CHECK(run.exit_code == 2);
  CHECK(run.out.empty());
  CHECK_THAT(run.err, ContainsText(says));
}

TEST_CASE("the cache is kept where XDG_CACHE_HOME says, and a run can do without", "[lexicon]") {
  const CliSandbox sandbox;
  sandbox.make_folder("cache");
  const ProgramSetting kept{.environment = {"XDG_CACHE_HOME=" + sandbox.path("cache")}};
  const ProgramRun first = sandbox.muqabala({"align", "ar.txt", "en.txt"}, kept);
  CHECK(first.exit_code == 0);
  const auto kept_names = [&] { return sandbox.run("/bin/ls", {"cache/muqabala"}).out; };
  const std::string names = kept_names();
  CHECK_THAT(names, ContainsText("lexicon-ar-en-"));
  CHECK(sandbox.muqabala({"align", "ar.txt", "en.txt"}, kept).out == first.out);
  CHECK(kept_names() == names);
  const ProgramRun without = sandbox.muqabala({"align", "ar.txt", "en.txt"},
                                              {.environment = {"XDG_CACHE_HOME=/proc/none"}});
  CHECK(without.exit_code == 0);
  CHECK(without.out == first.out);
  CHECK(without.err == first.err);
}
