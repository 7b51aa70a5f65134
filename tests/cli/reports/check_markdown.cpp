#include "tests/cli/reports/sample_checks.h"
#include "tests/cli/reports/written.h"
#include "tests/support/catch.h"

using namespace muqabala;
using namespace muqabala::testing;

namespace {

std::string page(const CheckReport& report) { return written(cli::write_check_markdown, report); }

}  // namespace

TEST_CASE("The page tells counts, then what is open, the worst pair first", "[reports][markdown]") {
  CHECK(page(plain_check()) ==
        "## Translation check: 1 finding to act on\n"
        "\n"
        "2 pairs checked. **1 pair could not be checked.**\n"
        "\n"
        "| | error | warning | note | accepted | known |\n"
        "|---|--:|--:|--:|--:|--:|\n"
        "| Omission | 1 | 0 | 0 | 1 | 1 |\n"
        "| Addition | 0 | 0 | 1 | 0 | 0 |\n"
        "| Number | 0 | 1 | 0 | 0 | 0 |\n"
        "| **All** | 1 | 1 | 1 | 1 | 1 |\n"
        "\n"
        "<details>\n"
        "<summary>docs/ar/old.md -&gt; docs/en/old.md: could not be checked</summary>\n"
        "docs/en/old.md: no such file; check the name, or give '-' to read standard input\n"
        "<ul>\n"
        "</ul>\n"
        "</details>\n"
        "\n"
        "<details>\n"
        "<summary>docs/ar/guide.md -&gt; docs/en/guide.md: 1 error, 1 warning, 1 note</summary>\n"
        "<ul>\n"
        "<li><b>error</b>, Omission (confidence 0.88): 1 segment has no counterpart in the "
        "translation; the pairs around it fit without it (99% and 98%)<br>In the original, "
        "docs/ar/guide.md:7:3: \u2068لا تفصل القرص قبل أن ينطفئ الضوء الأحمر.\u2069<br>Its place "
        "in the translation: docs/en/guide.md:8:1, before: The red light is on.<br>Fingerprint: "
        "3f2a91c07d5be846</li>\n"
        "<li><b>warning</b>, Number (confidence 0.75): 40 stands in the original, 14 in the "
        "translation<br>In the original, docs/ar/guide.md:12:9: \u2068٤٠\u2069<br>In the "
        "translation, docs/en/guide.md:13:17: 14<br>Fingerprint: 77aa</li>\n"
        "<li><b>note</b>, Addition (confidence 0.50): 1 segment has no counterpart in the "
        "original<br>Its place in the original: docs/ar/guide.md:20:1, behind: \u2068وتجد الشروط "
        "في الموقع.\u2069<br>In the translation, "
        "docs/en/guide.md:21:1: Ask our team.<br>Fingerprint: 0c0c</li>\n"
        "</ul>\n"
        "</details>\n"
        "\n"
        "<details>\n"
        "<summary>1 decision of the baseline fits no finding any more</summary>\n"
        "<ul>\n"
        "<li>dead: \u2068جملة حُذفت من الأصل.\u2069</li>\n"
        "</ul>\n"
        "</details>\n");
}

TEST_CASE("The page of a check without findings is short", "[reports][markdown]") {
  CHECK(page(clean_check()) == "## Translation check: passed\n\n1 pair checked.\n");
}

TEST_CASE("No text of a file becomes markup of the page", "[reports][markdown]") {
  const std::string hostile = page(hostile_check());
  const std::string plain = page(plain_check());
  // The same lines and elements, so none was opened or closed by the texts.
  const auto lines = lines_of(hostile);
  CHECK(lines.size() == lines_of(plain).size());
  for (const std::string tag : {"<details>", "</details>", "<summary>", "</summary>", "<ul>",
                                "</ul>", "<li>", "</li>", "<b>", "<br>"})
    CHECK(count(hostile, tag) == count(plain, tag));
  CHECK(count(hostile, "<") == count(plain, "<") + 2 * count(hostile, "<span>@</span>"));
  CHECK(hostile.find("<script") == hostile.npos);
  CHECK(hostile.find("<!--") == hostile.npos);
  CHECK(hostile.find("@team") == hostile.npos);
  // Markdown means nothing in a block of HTML, which ends at the first blank line.
  bool is_in_block = false;
  for (const std::string& line : lines) {
    if (line == "<details>") is_in_block = true;
    if (line == "</details>") is_in_block = false;
    if (is_in_block) CHECK(line.find_first_not_of(' ') != line.npos);
    if (!is_in_block) CHECK(line.find("bold") == line.npos);
  }
}

TEST_CASE("A page is no larger than GitHub takes, and says what it left out",
          "[reports][markdown]") {
  const std::string out = page(huge_check(100'000));
  CHECK(out.size() <= 1024 * 1024);
  CHECK(out.size() > 1000 * 1000);
  const std::size_t shown = count(out, "<li>");
  CHECK_THAT(out, ContainsText("\n</ul>\n</details>\n\n" + std::to_string(100'000 - shown) +
                               " more entries are left out here: a summary may hold 1 MiB.\n"));
}
