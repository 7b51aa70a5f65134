#include "corpus/read_srx.h"

#include <sstream>

#include "corpus/write_srx.h"
#include "segment/base/error.h"
#include "segment/export_srx.h"
#include "tests/support/catch.h"

namespace muqabala {
namespace {

const std::string kHead =
    "<?xml version=\"1.0\"?>\n"
    "<srx xmlns=\"http://www.lisa.org/srx20\" xmlns:tool=\"http://tool.example/x\" "
    "version=\"2.0\">\n"
    "<header segmentsubflows=\"no\" cascade=\"yes\">\n"
    "<formathandle type=\"start\" include=\"yes\"/><tool:options><rule>x</rule></tool:options>\n"
    "</header>\n";
const std::string kRule =
    "<rule "
    "break=\"no\"><beforebreak>\\bapprox\\.</beforebreak><afterbreak>\\s</afterbreak></rule>\n";
const std::string kMap =
    "<maprules><languagemap languagepattern=\"en.*\" languagerulename=\"English\"/></maprules>\n";

std::string file_with(const std::string& rules, const std::string& maps = kMap) {
  return kHead + "<body><languagerules><languagerule languagerulename=\"English\">\n" + rules +
         "</languagerule></languagerules>\n" + maps + "</body></srx>\n";
}

std::string refusal_of(const std::string& bytes) {
  try {
    parse_srx(bytes, "x.srx");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kMalformedSrx);
    return error.what();
  }
  return "";
}

TEST_CASE("an SRX file is read with its header, rules and maps", "[corpus][srx]") {
  const SrxRules rules = parse_srx(
      file_with(kRule + "<rule><beforebreak>[&lt;.]<![CDATA[&]]></beforebreak></rule>\n"), "x.srx");
  CHECK(rules.cascades);
  CHECK_FALSE(rules.segments_subflows);
  CHECK(rules.includes_start_codes);
  REQUIRE(rules.lists.size() == 1);
  REQUIRE(rules.lists[0].rules.size() == 2);
  const SrxRule& first = rules.lists[0].rules[0];
  CHECK_FALSE(first.breaks);
  CHECK(first.before == "\\bapprox\\.");
  CHECK(first.after == "\\s");
  CHECK(first.line == 7);
  CHECK(rules.lists[0].rules[1].breaks);
  CHECK(rules.lists[0].rules[1].before == "[<.]&");
  CHECK(rules.lists[0].rules[1].after.empty());
  REQUIRE(rules.maps.size() == 1);
  CHECK(rules.maps[0].language == "en.*");
  CHECK(rules.maps[0].list == "English");
}

TEST_CASE("a malformed SRX file is refused with the line and the reason", "[corpus][srx]") {
  const auto [bytes, reason] = GENERATE(table<std::string, std::string>({
      {"", "x.srx:1: cannot be used as SRX 2.0: its XML is broken"},
      {"plain text", "XML is broken"},
      {"<tmx version=\"1.4\"/>", "x.srx:1: cannot be used as SRX 2.0: it is XML, but not SRX"},
      {"<srx xmlns=\"http://www.lisa.org/srx10\" version=\"1.0\"/>", "its version is '1.0'"},
      {"<srx xmlns=\"http://www.lisa.org/srx20\"/>", "its version is ''"},
      {"<!DOCTYPE srx [<!ENTITY a \"b\">]><srx version=\"2.0\"/>", "declares entities"},
      {kHead, "x.srx:6: cannot be used as SRX 2.0: its XML is broken"},
      {kHead + "</srx>", "no <languagerule>"},
      {"<srx version=\"2.0\"><header cascade=\"no\"/></srx>",
       "lacks its attribute 'segmentsubflows'"},
      {file_with("<rule break=\"maybe\"><beforebreak>a</beforebreak></rule>"),
       "x.srx:7: cannot be used as SRX 2.0: break=\"maybe\" of <rule> is neither yes nor no"},
      {file_with("<rule></rule>"), "neither <beforebreak> nor <afterbreak>"},
      {file_with("\n<rule><beforebreak>[a</beforebreak></rule>"), "x.srx:8: "},
      {file_with("<rule><afterbreak>*</afterbreak></rule>"), "<afterbreak> '*'"},
      {file_with("<beforebreak>a</beforebreak>"), "belongs in <rule>"},
      {file_with("<exception/>"), "no element <exception>"},
      {file_with(kRule, ""), "no <languagemap>"},
      {file_with(
           kRule,
           "<maprules><languagemap languagepattern=\"x\" languagerulename=\"y\"/></maprules>"),
       "the rules 'y', which are not in the file"},
  }));
  INFO(bytes);
  CHECK_THAT(refusal_of(bytes), ContainsText(reason));
}

TEST_CASE("no cut or broken byte of an SRX file does harm", "[corpus][srx]") {
  const std::string whole = file_with(kRule);
  for (std::size_t size = 0; size + 1 < whole.size(); ++size)
    CHECK_FALSE(refusal_of(whole.substr(0, size)).empty());
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string broken = whole;
    broken[at] = '\xFF';
    CHECK_FALSE(refusal_of(broken).empty());
  }
}

TEST_CASE("exported rules come back the same from their file", "[corpus][srx]") {
  const SrxRules ours = export_srx("");
  std::ostringstream out;
  write_srx(ours, out);
  const SrxRules read = parse_srx(out.str(), "ours.srx");
  CHECK(read.cascades == ours.cascades);
  REQUIRE(read.lists.size() == 1);
  REQUIRE(read.lists[0].rules.size() == ours.lists[0].rules.size());
  for (std::size_t i = 0; i < ours.lists[0].rules.size(); ++i) {
    CHECK(read.lists[0].rules[i].breaks == ours.lists[0].rules[i].breaks);
    CHECK(read.lists[0].rules[i].before == ours.lists[0].rules[i].before);
    CHECK(read.lists[0].rules[i].after == ours.lists[0].rules[i].after);
  }
  REQUIRE(read.maps.size() == 2);
  CHECK(read.maps[0].language == ours.maps[0].language);
}

}  // namespace
}  // namespace muqabala
