#include "corpus/check/baseline.h"

#include <sstream>
#include <string>

#include "segment/base/error.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

Decision decision(const std::string& fingerprint, const std::string& text) {
  return {.fingerprint = fingerprint,
          .status = FindingStatus::kAccepted,
          .kind = FindingKind::kOmission,
          .source_path = "a.ar.txt",
          .target_path = "a.en.txt",
          .text = text,
          .note = "cut for \"length\""};
}

std::string written(const Baseline& baseline) {
  std::ostringstream out;
  write_baseline(baseline, out);
  return out.str();
}

std::string refusal(const std::string& text) {
  try {
    parse_baseline(text, "b.jsonl");
  } catch (const Error& error) {
    return error.what();
  }
  return "taken";
}

}  // namespace

TEST_CASE("A baseline is read as it was written", "[baseline]") {
  const Baseline baseline = {decision("00000000000000aa", "قال \"نعم\"\tثم مضى."),
                             decision("00000000000000bb", "")};
  CHECK(parse_baseline(written(baseline), "b.jsonl") == baseline);
}

TEST_CASE("A baseline is one decision a line, sorted, each once, with nothing around them",
          "[baseline]") {
  const Decision a = decision("00000000000000aa", "One.");
  const Decision b = decision("00000000000000bb", "Two.");
  const std::string text = written({b, a, b});
  CHECK(text ==
        "{\"fingerprint\":\"00000000000000aa\",\"decision\":\"accepted\",\"kind\":\"omission\","
        "\"source\":\"a.ar.txt\",\"target\":\"a.en.txt\",\"text\":\"One.\",\"note\":\"cut for "
        "\\\"length\\\"\"}\n"
        "{\"fingerprint\":\"00000000000000bb\",\"decision\":\"accepted\",\"kind\":\"omission\","
        "\"source\":\"a.ar.txt\",\"target\":\"a.en.txt\",\"text\":\"Two.\",\"note\":\"cut for "
        "\\\"length\\\"\"}\n");
  CHECK(written({}).empty());
  // One more line changes no other.
  CHECK(text.find(written({a})) == 0);
}

TEST_CASE("Blank lines and line ends of Windows do no harm to a baseline", "[baseline]") {
  const std::string line = written({decision("00000000000000aa", "One.")});
  CHECK(parse_baseline("\n" + line.substr(0, line.size() - 1) + "\r\n\r\n", "b.jsonl").size() == 1);
}

TEST_CASE("A line that is no decision is refused with its place", "[baseline]") {
  const std::string good = written({decision("00000000000000aa", "One.")});
  CHECK_THAT(refusal(good + "nonsense\n"), ContainsText("b.jsonl:2:"));
  CHECK_THAT(refusal("[]\n"), ContainsText("b.jsonl:1:"));
  CHECK_THAT(refusal("{}\n"), ContainsText("\"fingerprint\""));
  CHECK_THAT(refusal(R"({"fingerprint":"xyz","decision":"known","kind":"omission"})"),
             ContainsText("16 hexadecimal digits"));
  CHECK_THAT(refusal(R"({"fingerprint":"00000000000000aa","decision":"maybe","kind":"omission"})"),
             ContainsText("accepted"));
  CHECK_THAT(refusal(R"({"fingerprint":"00000000000000aa","decision":"known","kind":"x"})"),
             ContainsText("no kind of finding"));
  CHECK_THAT(refusal(R"({"fingerprint":1,"decision":"known","kind":"omission"})"),
             ContainsText("no text"));
  CHECK_THAT(refusal(std::string(200'000, '[') + "\n"), ContainsText("b.jsonl:1:"));
}

TEST_CASE("Marks of a merge that was left unfinished are named as such", "[baseline]") {
  const std::string good = written({decision("00000000000000aa", "One.")});
  CHECK_THAT(refusal(good + "<<<<<<< HEAD\n" + good),
             ContainsText("b.jsonl:2") && ContainsText("merge"));
}
