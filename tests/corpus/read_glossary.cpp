#include "corpus/read_glossary.h"

#include <string>

#include "segment/base/error.h"
#include "tests/support/catch.h"

using namespace muqabala;

namespace {

const std::string kTbxBasic = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="c1">
  <langSet xml:lang="en"><tig><term>Security Council</term></tig><tig><term>UNSC</term></tig></langSet>
  <langSet xml:lang="ar"><tig><term>مجلس
    الأمن</term></tig></langSet>
  <langSet xml:lang="fr"><tig><term>Conseil de sécurité</term></tig></langSet>
</termEntry>
<termEntry><langSet xml:lang="fr"><tig><term>seul</term></tig></langSet></termEntry>
</body></text></martif>)";

const std::string kTbx3 = R"(<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Core"><text><body>
<conceptEntry><langSec xml:lang="ar-LB"><termSec><term>أرزة</term></termSec></langSec>
<langSec xml:lang="en-GB"><termSec><term>cedar</term><termNote type="x">noun</termNote></termSec>
</langSec></conceptEntry></body></text></tbx>)";

const std::string kTmx = R"(<?xml version="1.0"?><tmx version="1.4"><header/><body>
<tu><tuv xml:lang="ar"><seg><bpt i="1">&lt;b></bpt>أرزة<ept i="1">&lt;/b></ept></seg></tuv>
<tuv lang="en"><note>tree</note><seg>a <hi>cedar</hi> &amp; co</seg></tuv></tu>
<tu><tuv xml:lang="ar"><seg>هذه جملة طويلة من كلمات كثيرة</seg></tuv>
<tuv xml:lang="en"><seg>This is a long sentence of many words</seg></tuv></tu></body></tmx>)";

struct Read {
  std::size_t concepts = 0;
  std::string entries;
};

Read read(const std::string& xml) {
  LexiconBuilder builder("ar", "en");
  Read result{.concepts = add_glossary(builder, xml, "g.xml", "ar", "en"), .entries = {}};
  const Lexicon lexicon = std::move(builder).build();
  for (const LexiconEntry& entry : lexicon.entries()) {
    const EntryText text = lexicon.text_of(entry);
    result.entries += std::string(text.source) + "=" + std::string(text.target) + ";";
  }
  return result;
}

std::string refusal_of(const std::string& xml, std::size_t line) {
  try {
    read(xml);
    return "none";
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::kMalformedLexicon);
    CHECK(error.where().line == line);
    return error.message();
  }
}

}  // namespace

TEST_CASE("terms are read from TBX of both generations", "[corpus][glossary]") {
  const Read basic = read(kTbxBasic);
  CHECK(basic.concepts == 1);
  CHECK_THAT(basic.entries, ContainsText("الأمن=Security Council;"));
  CHECK_THAT(basic.entries, ContainsText("الأمن=UNSC;"));
  CHECK(basic.entries.find('\n') == std::string::npos);
  CHECK(basic.entries.find("Conseil") == std::string::npos);
  CHECK(read(kTbx3).entries == "أرزة=cedar;");
}

TEST_CASE("short units of a TMX are entries, without the codes in them", "[corpus][glossary]") {
  const Read memory = read(kTmx);
  CHECK(memory.concepts == 2);
  CHECK(memory.entries == "أرزة=a cedar & co;");
}

TEST_CASE("entities are refused before they can grow or reach out", "[corpus][glossary]") {
  const std::string bomb =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE tmx [\n<!ENTITY a \"aaaaaaaaaa\">\n"
      "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\n]>\n<tmx><body>&b;</body></tmx>";
  CHECK_THAT(refusal_of(bomb, 3), ContainsText("declares entities"));
  const std::string outside =
      "<!DOCTYPE tmx [\n<!ENTITY a SYSTEM \"file:///etc/hostname\">\n]>\n<tmx>&a;</tmx>";
  CHECK_THAT(refusal_of(outside, 2), ContainsText("declares entities"));
}

TEST_CASE("broken, foreign and useless XML is refused in words", "[corpus][glossary]") {
  CHECK_THAT(refusal_of("<tmx>\n<body>\n</tmx>", 3), ContainsText("XML is broken"));
  CHECK_THAT(refusal_of("<html><body/></html>", 1), ContainsText("neither TBX nor TMX"));
  CHECK_THAT(refusal_of("<tmx><tu><tuv lang='de'><seg>x</seg></tuv></tu></tmx>", 0),
             ContainsText("it is in de"));
  for (std::size_t size = 1; size < kTbxBasic.size(); size += 7)
    CHECK_THROWS_AS(read(kTbxBasic.substr(0, size)), Error);
}

TEST_CASE("a concept with very many terms and deeply nested XML stay cheap", "[corpus][glossary]") {
  std::string many = "<tmx><body><tu>";
  for (const char* language : {"ar", "en"})
    for (int k = 0; k < 20'000; ++k)
      many +=
          std::string("<tuv lang='") + language + "'><seg>t" + std::to_string(k) + "</seg></tuv>";
  CHECK(read(many + "</tu></body></tmx>").concepts == 1);
  std::string deep = "<tmx>";
  for (int k = 0; k < 200'000; ++k) deep += "<x>";
  CHECK_THROWS_AS(read(deep), Error);
}

TEST_CASE("XML is told from word lists", "[corpus][glossary]") {
  CHECK(is_xml("\xEF\xBB\xBF\n<?xml version='1.0'?>"));
  CHECK(is_xml("<tbx>"));
  CHECK(is_xml(std::string("\xFF\xFE<\0t\0", 6)));
  CHECK_FALSE(is_xml("كتاب\tbook\n"));
  CHECK_FALSE(is_xml("<3\theart\n"));
  CHECK_FALSE(is_xml(""));
}
