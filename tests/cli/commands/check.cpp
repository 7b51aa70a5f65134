#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "segment/base/file_bytes.h"
#include "tests/cli/support.h"
#include "tests/support/catch.h"

using namespace muqabala::testing;

namespace {

std::string example(const std::string& name) {
  return muqabala::read_bytes(MUQABALA_TEST_DATA "/example/" + name, std::size_t{1} << 20);
}

/// `text` with `part`, which must be there, taken out or replaced.
std::string without(std::string text, const std::string& part, const std::string& by = "") {
  const std::size_t at = text.find(part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), by);
}

const std::string kCameras =
    "The cars will be fitted with GPS and surveillance cameras, according to the tender documents.";

/// A sandbox that holds the example as `original.ar.txt` and `page.en.txt`.
class CheckSandbox : public CliSandbox {
 public:
  CheckSandbox() {
    write("original.ar.txt", example("original.ar.txt"));
    write("page.en.txt", example("page.en.txt"));
  }

  ProgramRun check(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "check");
    return muqabala(std::move(arguments));
  }

  struct Omissions {
    int exit_code = 0;
    std::vector<std::string> texts;         ///< of those that are open
    std::vector<std::string> fingerprints;  ///< the same
  };

  Omissions omissions(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--format", "json"});
    const ProgramRun run = check(arguments);
    INFO(run.err);
    Omissions result{.exit_code = run.exit_code, .texts = {}, .fingerprints = {}};
    const auto report = nlohmann::json::parse(run.out);
    for (const auto& finding : report["findings"]) {
      if (finding["kind"] != "omission" || finding["status"] != "open") continue;
      result.texts.push_back(finding["source"]["text"]);
      result.fingerprints.push_back(finding["fingerprint"]);
    }
    return result;
  }

  /// Accepts all omissions of `page.en.txt` into `decisions.jsonl`.
  void accept_all() const {
    write("decisions.jsonl", "");
    REQUIRE(accept("page.en.txt", "none").exit_code == 0);
  }

  /// Accepts the open omissions of a page, but those that hold the word `except`.
  ProgramRun accept(const std::string& page, const std::string& except) const {
    std::vector<std::string> arguments = {"original.ar.txt", page, "--baseline", "decisions.jsonl"};
    const Omissions open = omissions(arguments);
    arguments.insert(arguments.end(), {"--note", "shortened"});
    for (std::size_t k = 0; k < open.texts.size(); ++k)
      if (open.texts[k].find(except) == std::string::npos)
        arguments.insert(arguments.end(), {"--accept", open.fingerprints[k]});
    return check(arguments);
  }

  int git(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(),
                     {"git", "-c", "user.name=Tester", "-c", "user.email=tester@example.org", "-c",
                      "init.defaultBranch=main", "-c", "commit.gpgsign=false"});
    return run("/usr/bin/env", arguments).exit_code;
  }
  void commit(const std::string& message) const {
    REQUIRE(git({"add", "-A"}) == 0);
    REQUIRE(git({"commit", "-q", "-m", message}) == 0);
  }
};

const std::string kFirstEnglish =
    "The director of the library, Layla Haddad, said that the building work had taken three years "
    "and cost two million dollars.";

std::string line_count(const std::string& text) {
  return std::to_string(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("check tells an omission with its place and fails", "[check]") {
  const CheckSandbox sandbox;
  const ProgramRun run = sandbox.check({"ar.txt", "en.txt"});
  CHECK(run.exit_code == 1);
  CHECK_THAT(run.out, ContainsText("ar.txt:3:1: error: omission"));
  CHECK_THAT(run.out, ContainsText("in the translation: en.txt:3:1"));
  CHECK_THAT(run.out, ContainsText("Check: 1 error"));
  CHECK(run.err.empty());
  CHECK(sandbox.check({"ar.txt", "en.txt", "--policy", "none.toml"}).exit_code == 2);
}

TEST_CASE("check passes over what is accepted, and tells what is dropped beside it", "[check]") {
  const CheckSandbox sandbox;
  sandbox.accept_all();
  // Without dictionaries one of the example's omissions is paired with a line of the page, and only
  // comes to light where more is cut.
  sandbox.write("shorter.en.txt", without(example("page.en.txt"), kCameras));
  REQUIRE(sandbox.accept("shorter.en.txt", "GPS").exit_code == 1);
  const auto check = [&](const std::string& page) {
    sandbox.write("page2.en.txt", page);
    return sandbox.omissions({"original.ar.txt", "page2.en.txt", "--baseline", "decisions.jsonl"});
  };
  const std::string page = example("page.en.txt");
  CHECK(check(page).exit_code == 0);

  const auto only = [&](const std::string& dropped, const std::string& original) {
    const auto found = check(without(page, dropped));
    CHECK(found.exit_code == 1);
    REQUIRE(found.texts.size() == 1);
    CHECK_THAT(found.texts[0], ContainsText(original));
  };
  // Far from everything accepted, and on either side of an accepted one.
  only("Experts believe the biggest challenge will begin after the inauguration.",
       "ويرى خبراء أن التحدي الأكبر");
  only(kCameras, "وستجهَّز المقطورات بنظام");
  only(
      "As for the second phase, which is to link Batroun with Beirut by way of Byblos and Jounieh, "
      "there is no funding for it so far.",
      "أما المرحلة الثانية");
}

TEST_CASE("Accepted sentences stay accepted when the original is cut otherwise", "[check]") {
  const CheckSandbox sandbox;
  // Two sentences in a row are omitted, and accepted; then the full stop between them goes.
  sandbox.write("page.en.txt", without(example("page.en.txt"), kCameras));
  sandbox.accept_all();
  sandbox.write("joined.ar.txt", without(example("original.ar.txt"), "دفتر الشروط. وقد تدرّب",
                                         "دفتر الشروط وقد تدرّب"));
  const auto found =
      sandbox.omissions({"joined.ar.txt", "page.en.txt", "--baseline", "decisions.jsonl"});
  CHECK(found.texts == std::vector<std::string>{});
  CHECK(found.exit_code == 0);
  const auto without_decisions = sandbox.omissions({"joined.ar.txt", "page.en.txt"}).texts;
  CHECK(std::any_of(without_decisions.begin(), without_decisions.end(), [](const auto& text) {
    return text.find("دفتر الشروط وقد تدرّب") != std::string::npos;
  }));
}

TEST_CASE("An empty translation is one finding over everything, an empty original an error",
          "[check]") {
  const CheckSandbox sandbox;
  sandbox.write("empty.txt", "");
  sandbox.write("blank.txt", " \n\n\t\n");
  for (const std::string empty : {"empty.txt", "blank.txt"}) {
    const auto found = sandbox.omissions({"ar.txt", empty});
    CHECK(found.exit_code == 1);
    CHECK(found.texts.size() == 1);
    CHECK(sandbox.check({empty, "en.txt"}).exit_code == 2);
    CHECK(sandbox.check({empty, "empty.txt"}).exit_code == 2);
  }
}

TEST_CASE("What cannot be checked ends with 2 and says why", "[check]") {
  const CheckSandbox sandbox;
  sandbox.write("recipe.txt",
                "Whisk three eggs with sugar until pale. Fold in the flour and melted butter.\n\n"
                "Bake the cake at a low heat and let it cool before you slice it.\n");
  const auto refused = [&](std::vector<std::string> arguments, const std::string& word) {
    const ProgramRun run = sandbox.check(std::move(arguments));
    CHECK(run.exit_code == 2);
    CHECK_THAT(run.err, ContainsText(word));
  };
  refused({"ar.txt", "none.txt"}, "none.txt");
  refused({"ar.txt"}, "TARGET is missing");
  refused({}, "SOURCE is missing");
  refused({"ar.txt", "ar.txt"}, "same file");
  refused({"ar.txt", "en.txt", "--target-lang", "fr"}, "--target-lang");
  refused({"ar.txt", "recipe.txt"}, "nothing in common");
  refused({"ar.txt", "en.txt", "--format", "jsn"}, "did you mean 'json'?");
  refused({"ar.txt", "en.txt", "--baseline", "none.jsonl"}, "--update-baseline");
  refused({"ar.txt", "en.txt", "--accept", "0123456789abcdef"}, "--baseline");
  refused({"ar.txt", "en.txt", "--map", "a=b"}, "leave one of them");
  refused({"ar.txt", "en.txt", "--since", "HEAD"}, "--map");
  refused({"--map", "x/*.md=y/*.md"}, "names no files");
  refused({"--map", "x/*.md=y/**/*.md"}, "same wildcards");
  refused({"--manifest", "none.tsv"}, "none.tsv");
}

TEST_CASE("check writes a policy that changes nothing, but not over one", "[check]") {
  const CheckSandbox sandbox;
  CHECK(sandbox.check({"--init-policy", "-o", ".muqabala.toml"}).exit_code == 0);
  CHECK(sandbox.check({"--init-policy"}).out == sandbox.read(".muqabala.toml"));
  CHECK(sandbox.check({"--init-policy", "-o", ".muqabala.toml"}).exit_code == 2);
  const ProgramRun run = sandbox.check({"ar.txt", "en.txt", "--verbose"});
  CHECK(run.exit_code == 1);
  CHECK_THAT(run.err, ContainsText("policy: .muqabala.toml"));
  sandbox.write(".muqabala.toml", "[levels]\nomission = \"note\"\n");
  CHECK(sandbox.check({"ar.txt", "en.txt"}).exit_code == 0);
  sandbox.write("strict.toml", "fail-at = \"note\"\n[levels]\nomission = \"note\"\n");
  CHECK(sandbox.check({"ar.txt", "en.txt", "--policy", "strict.toml"}).exit_code == 1);
}

TEST_CASE("A baseline makes old faults known, and drops them when they are mended", "[check]") {
  const CheckSandbox sandbox;
  const auto check = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"ar.txt", "en.txt", "--baseline", "b.jsonl"});
    return sandbox.check(std::move(more));
  };
  CHECK(check({"--update-baseline"}).exit_code == 0);
  const std::string recorded = sandbox.read("b.jsonl");
  CHECK(line_count(recorded) == "1");
  CHECK_THAT(recorded, ContainsText("\"decision\":\"known\""));
  CHECK(check({}).exit_code == 0);
  CHECK(check({"--update-baseline"}).exit_code == 0);
  CHECK(sandbox.read("b.jsonl") == recorded);

  sandbox.write("en.txt", without(kEnglish, kFirstEnglish));
  CHECK(check({}).exit_code == 1);
  sandbox.write("en.txt", without(kEnglish, "\n\nThe library is open",
                                  "\n\nThe mayor, the minister of culture and a great number of "
                                  "students and teachers attended the opening.\n\nThe library is "
                                  "open"));
  CHECK_THAT(check({}).out, ContainsText("fits nothing any more"));
  CHECK(check({"--update-baseline"}).exit_code == 0);
  CHECK(sandbox.read("b.jsonl").empty());
}

TEST_CASE("Many pairs are checked alike by any number of threads, good and bad", "[check]") {
  const CheckSandbox sandbox;
  sandbox.write("empty.txt", "");
  sandbox.write("m.tsv",
                "source\ttarget\tid\nar.txt\ten.txt\tlibrary\noriginal.ar.txt\tpage.en.txt\n"
                "empty.txt\ten.txt\nar.txt\tnone.en.txt\nnone.ar.txt\ten.txt\n");
  const ProgramRun one = sandbox.check({"--manifest", "m.tsv", "--threads", "1"});
  const ProgramRun four = sandbox.check({"--manifest", "m.tsv", "--threads", "4"});
  CHECK(one.exit_code == 2);
  CHECK(one.out == four.out);
  CHECK(one.err == four.err);
  CHECK_THAT(one.out, ContainsText("missing-translation"));
  CHECK_THAT(one.out, ContainsText("missing-original"));
  CHECK_THAT(one.out, ContainsText("ar.txt:3:1: error: omission"));
  CHECK_THAT(one.out, ContainsText("4 pairs checked, 1 not"));
  CHECK_THAT(one.err, ContainsText("empty.txt"));
  sandbox.write("m.jsonl", "{\"source\": \"ar.txt\", \"target\": \"en.txt\", \"id\": \"x\"}\n");
  CHECK(sandbox.check({"--manifest", "m.jsonl"}).exit_code == 1);
  sandbox.write("bad.tsv", "ar.txt\ten.txt\nar.txt\n");
  CHECK_THAT(sandbox.check({"--manifest", "bad.tsv"}).err, ContainsText("bad.tsv:2"));
}

TEST_CASE("Patterns pair files and tell which have no other side", "[check]") {
  const CheckSandbox sandbox;
  for (const std::string folder : {"ar", "en", "ar/x", "en/x", "ar/.hidden"})
    sandbox.make_folder(folder);
  sandbox.write("ar/a.md", kArabic);
  sandbox.write("en/a.md", kEnglish);
  sandbox.write("ar/x/b.md", kArabic);
  sandbox.write("en/x/b.md", kEnglish);
  sandbox.write("ar/x/new.md", kArabic);
  sandbox.write("en/gone.md", kEnglish);
  sandbox.write("ar/.hidden/c.md", kArabic);
  const ProgramRun run = sandbox.check({"--map", "ar/**/*.md=en/**/*.md"});
  CHECK(run.exit_code == 1);
  CHECK_THAT(run.out, ContainsText("ar/x/new.md: error: missing-translation"));
  CHECK_THAT(run.out, ContainsText("en/gone.md: warning: missing-original"));
  CHECK_THAT(run.out, ContainsText("ar/x/b.md:3:1: error: omission"));
  CHECK_THAT(run.out, !ContainsText("hidden"));
  CHECK_THAT(run.out, ContainsText("4 pairs checked"));
}

TEST_CASE("Translations beside their originals do not count as originals", "[check]") {
  const CheckSandbox sandbox;
  sandbox.make_folder("docs");
  sandbox.write("docs/a.md", kArabic);
  sandbox.write("docs/a.en.md", kEnglish);
  const ProgramRun run = sandbox.check({"--map", "docs/*.md=docs/*.en.md"});
  CHECK_THAT(run.out, ContainsText("1 pair checked"));
}

TEST_CASE("Of a repository, only what changed is checked, and what is outdated is told",
          "[check]") {
  const CheckSandbox sandbox;
  REQUIRE(sandbox.git({"init", "-q"}) == 0);
  for (const std::string folder : {"ar", "en"}) sandbox.make_folder(folder);
  for (const std::string name : {"a", "b", "c"}) {
    sandbox.write("ar/" + name + ".md", kArabic);
    sandbox.write("en/" + name + ".md", kEnglish);
  }
  sandbox.commit("both in one commit");
  REQUIRE(sandbox.git({"tag", "start"}) == 0);
  const auto check = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"--map", "ar/*.md=en/*.md", "--baseline", "b.jsonl"});
    return sandbox.check(std::move(more));
  };
  CHECK(check({"--update-baseline"}).exit_code == 0);
  CHECK_THAT(check({}).out, !ContainsText("outdated"));
  const ProgramRun none = check({"--since", "start"});
  CHECK(none.exit_code == 0);
  CHECK_THAT(none.out, ContainsText("0 pairs checked"));

  sandbox.write("en/b.md", without(kEnglish, kFirstEnglish));
  const ProgramRun bad = check({"--since", "start"});
  CHECK(bad.exit_code == 1);
  CHECK_THAT(bad.out, ContainsText("ar/b.md:1:") && ContainsText("1 pair checked"));
  sandbox.write("en/b.md", kEnglish);

  sandbox.write("ar/a.md", kArabic + "\nوهذه جملة جديدة لم تكن في النص من قبل.\n");
  CHECK_THAT(check({}).out, ContainsText("ar/a.md: warning: outdated"));
  sandbox.commit("only the original");
  CHECK_THAT(check({}).out, ContainsText("ar/a.md: warning: outdated"));
  sandbox.write("en/a.md", kEnglish + "\nAnd this is a new sentence that was not in it before.\n");
  sandbox.commit("and its translation");
  const ProgramRun good = check({});
  CHECK(good.exit_code == 0);
  CHECK_THAT(good.out, !ContainsText("outdated"));

  sandbox.write("ar/d.md", kArabic);
  const ProgramRun missing = check({"--since", "start"});
  CHECK(missing.exit_code == 1);
  CHECK_THAT(missing.out, ContainsText("ar/d.md: error: missing-translation"));
  const ProgramRun unknown = check({"--since", "nowhere"});
  CHECK(unknown.exit_code == 2);
  CHECK_THAT(unknown.err, ContainsText("git could not find the commit 'nowhere'"));
  CHECK(check({"--since", "--output=evil"}).exit_code == 2);
}

TEST_CASE("An original changed on another branch makes a translation outdated", "[check]") {
  const CheckSandbox sandbox;
  REQUIRE(sandbox.git({"init", "-q"}) == 0);
  sandbox.write("a.ar.md", kArabic);
  sandbox.write("a.en.md", kEnglish);
  sandbox.commit("begin");
  REQUIRE(sandbox.git({"checkout", "-q", "-b", "side"}) == 0);
  sandbox.write("a.ar.md", kArabic + "\nوهذه جملة جديدة لم تكن في النص من قبل.\n");
  sandbox.commit("the original, beside");
  REQUIRE(sandbox.git({"checkout", "-q", "main"}) == 0);
  sandbox.write("a.en.md", kEnglish + "\nSomething else.\n");
  sandbox.commit("the translation, later");
  REQUIRE(sandbox.git({"merge", "-q", "--no-edit", "side"}) == 0);
  const ProgramRun run = sandbox.check({"--map", "*.ar.md=*.en.md"});
  CHECK_THAT(run.out, ContainsText("outdated"));
}

TEST_CASE("Outside of a repository, --since says so", "[check]") {
  const CheckSandbox sandbox;
  const ProgramRun run = sandbox.check({"--map", "ar.*=en.*", "--since", "HEAD"});
  CHECK(run.exit_code == 2);
  CHECK_THAT(run.err, ContainsText("git could not find a repository"));
}

TEST_CASE("A report into a file leaves the summary on standard error", "[check]") {
  const CheckSandbox sandbox;
  const ProgramRun run =
      sandbox.check({"ar.txt", "en.txt", "--format", "json", "-o", "report.json"});
  CHECK(run.exit_code == 1);
  CHECK(run.out.empty());
  CHECK_THAT(run.err, ContainsText("Check: 1 error"));
  CHECK(nlohmann::json::parse(sandbox.read("report.json"))["findings"].size() == 1);
}
