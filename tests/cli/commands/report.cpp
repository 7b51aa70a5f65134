#include <algorithm>
#include <nlohmann/json.hpp>

#include "tests/cli/support.h"
#include "tests/support/catch.h"

using namespace muqabala::testing;
using Json = nlohmann::json;

namespace {

/// Besides the texts, as the page promises.
constexpr std::size_t kMostBytesOfPage = 300'000;

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  if (from == std::string::npos) return {};
  const std::size_t at = from + begin.size();
  return text.substr(at, text.find(end, at) - at);
}

std::string page_of(const CliSandbox& box, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments = {"report", "ar.txt", "en.txt", "-o", "page.html"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  const ProgramRun run = box.muqabala(arguments);
  INFO(run.err);
  REQUIRE(run.exit_code == 0);
  CHECK(run.out.empty());
  return box.read("page.html");
}

Json data_of(const std::string& page) {
  return Json::parse(between(page, "id=\"data\">", "</script>"));
}

}  // namespace

TEST_CASE("the page is one file that loads nothing and lets nothing load", "[cli][report]") {
  const CliSandbox box;
  const std::string page = page_of(box);
  CHECK(page.starts_with("<!DOCTYPE html>"));
  CHECK(page.ends_with("</html>\n"));
  CHECK(holds(page, "default-src 'none'"));
  CHECK_FALSE(holds(page, "unsafe-"));
  CHECK_FALSE(holds(page, "https://"));
  CHECK_FALSE(holds(page, " src="));
  CHECK_FALSE(holds(page, "<link"));
  CHECK_FALSE(holds(page, "innerHTML"));
  CHECK_FALSE(holds(page, "\nimport "));
  CHECK_FALSE(holds(page, "\nexport "));
  // The one address is the name of SVG's elements, which nothing is loaded from.
  CHECK(page.find("http://") == page.rfind("http://www.w3.org/2000/svg"));
  CHECK(page.size() - between(page, "id=\"data\">", "</script>").size() < kMostBytesOfPage);
}

TEST_CASE("the page holds the findings that check reports, and both texts", "[cli][report]") {
  const CliSandbox box;
  const Json data = data_of(page_of(box));
  CHECK(data["source"]["language"] == "ar");
  CHECK(data["target"]["segments"].size() == 5);
  CHECK(data["target"]["segments"][4][0] ==
        "Children have a hall of their own on the first floor.");
  CHECK(data["target"]["segments"][4][2] == 5);  // the line

  const Json report =
      Json::parse(box.muqabala({"check", "ar.txt", "en.txt", "--format", "json"}).out);
  REQUIRE(data["findings"].size() == report["findings"].size());
  REQUIRE_FALSE(data["findings"].empty());
  for (std::size_t i = 0; i < data["findings"].size(); ++i) {
    CHECK(data["findings"][i]["kind"] == report["findings"][i]["kind"]);
    CHECK(data["findings"][i]["message"] == report["findings"][i]["message"]);
    CHECK(data["findings"][i]["parts"][0][0] == report["findings"][i]["fingerprint"]);
  }
  const Json& omission = data["findings"][0];
  CHECK(omission["kind"] == "omission");
  CHECK(omission["source"] == Json::array({2, 3}));
  CHECK(omission["target"] == Json::array({2, 2}));
}

TEST_CASE("the page knows page furniture, which a check leaves out by default", "[cli][report]") {
  const CliSandbox box;
  box.write("en.txt", box.read("en.txt") + "\n\nShare on Facebook\n\nPost new comment\n");
  const auto count = [](const Json& findings) {
    return std::count_if(findings.begin(), findings.end(),
                         [](const Json& finding) { return finding["kind"] == "furniture"; });
  };
  const Json report =
      Json::parse(box.muqabala({"check", "ar.txt", "en.txt", "--format", "json"}).out);
  CHECK(count(report["findings"]) == 0);
  CHECK(count(data_of(page_of(box))["findings"]) == 1);
}

TEST_CASE("places in texts are counted as scripts count them", "[cli][report]") {
  const CliSandbox box;
  box.write("en.txt", "\U0001F4DA " + kEnglish);
  const Json data = data_of(page_of(box));
  bool has_year = false;
  for (const Json& mark : data["marks"]) {
    // "📚 A new ... 12 May 2011": the emoji counts as two.
    const std::string text = data["target"]["segments"][mark[2][0].get<std::size_t>()][0];
    if (mark[2][0] != 0) continue;
    const std::size_t bytes_ahead = 2;  // four bytes, which are two units
    const std::size_t from = mark[2][1].get<std::size_t>() + bytes_ahead;
    const std::size_t length = mark[2][2].get<std::size_t>() - mark[2][1].get<std::size_t>();
    has_year = has_year || text.substr(from, length) == "2011";
  }
  CHECK(has_year);
}

TEST_CASE("texts in the page cannot be taken for markup", "[cli][report]") {
  const CliSandbox box;
  box.write("en.txt", kEnglish + "\n</script><script>alert(1)</script> <!-- \u2028 & \u2029\n");
  const std::string page = page_of(box);
  CHECK_FALSE(holds(page, "alert(1)</script>"));
  const std::string json = between(page, "id=\"data\">", "</script>");
  CHECK(json.find_first_of("<>&") == std::string::npos);
  CHECK_FALSE(holds(json, "\u2028"));
  CHECK(holds(Json::parse(json)["target"].dump(), "</script><script>alert(1)</script>"));
}

TEST_CASE("the same texts give the same page", "[cli][report]") {
  const CliSandbox box;
  CHECK(page_of(box) == page_of(box));
}

TEST_CASE("what a baseline decided shows in the page", "[cli][report]") {
  const CliSandbox box;
  const Json before = data_of(page_of(box));
  REQUIRE(before["findings"][0]["status"] == "open");
  const std::string fingerprint = before["findings"][0]["parts"][0][0];
  REQUIRE(box.muqabala({"check", "ar.txt", "en.txt", "--baseline", "b.jsonl", "--accept",
                        fingerprint, "--note", "as agreed"})
              .exit_code == 0);
  const Json after = data_of(page_of(box, {"--baseline", "b.jsonl"}));
  CHECK(after["findings"][0]["status"] == "accepted");
  CHECK(after["findings"][0]["note"] == "as agreed");
  CHECK(after["key"] == before["key"]);
}

TEST_CASE("a finding that is to be mended keeps its note and still counts", "[cli][report]") {
  const CliSandbox box;
  const Json finding = data_of(page_of(box))["findings"][0];
  const std::string fingerprint = finding["parts"][0][0];
  const Json line = {{"fingerprint", fingerprint}, {"decision", "open"}, {"kind", "omission"},
                     {"source", "ar.txt"},         {"target", "en.txt"}, {"note", "ask"},
                     {"verdict", "reject"}};
  box.write("b.jsonl", line.dump() + "\n");
  CHECK(box.muqabala({"check", "ar.txt", "en.txt", "--baseline", "b.jsonl"}).exit_code == 1);
  const Json data = data_of(page_of(box, {"--baseline", "b.jsonl"}));
  CHECK(data["findings"][0]["status"] == "open");
  CHECK(data["findings"][0]["note"] == "ask");
}

TEST_CASE("corrected pairs stand in the page in place of computed ones", "[cli][report]") {
  const CliSandbox box;
  box.write("mine.ladder", "[0]:[0]\n[1]:[1]\n[2,3]:[2]\n[4]:[3]\n[5]:[4]\n");
  const Json data = data_of(page_of(box, {"--beads", "mine.ladder"}));
  CHECK(data["beads"][2] == Json::array({2, 4, 2, 3, 1.0}));
  for (const Json& finding : data["findings"]) CHECK(finding["kind"] != "omission");
}

TEST_CASE("an empty translation gives a page of omissions", "[cli][report]") {
  const CliSandbox box;
  box.write("en.txt", "");
  const Json data = data_of(page_of(box));
  CHECK(data["target"]["segments"].empty());
  REQUIRE(data["findings"].size() == 1);
  CHECK(data["findings"][0]["parts"].size() == 6);
}

TEST_CASE("a page needs a file that ends in .html", "[cli][report]") {
  const CliSandbox box;
  for (const std::vector<std::string>& output :
       {std::vector<std::string>{}, {"-o", "page.pdf"}, {"-o", "en.txt"}}) {
    std::vector<std::string> arguments = {"report", "ar.txt", "en.txt"};
    arguments.insert(arguments.end(), output.begin(), output.end());
    CHECK(box.muqabala(arguments).exit_code == 2);
  }
  CHECK(box.names() == std::vector<std::string>{"ar.txt", "en.txt"});
  CHECK(box.muqabala({"report", "ar.txt", "en.txt", "-o", "-"}).out.starts_with("<!DOCTYPE html>"));
}

TEST_CASE("beads of one translation are not for many", "[cli][report]") {
  const CliSandbox box;
  box.write("b.ladder", "[0]:[0]\n");
  const ProgramRun run = box.muqabala({"check", "--map", "*.txt=*.txt", "--beads", "b.ladder"});
  CHECK(run.exit_code == 2);
  CHECK(holds(run.err, "--beads"));
}
