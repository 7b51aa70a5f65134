#include "corpus/xml_text.h"

#include "tests/support/catch.h"

using namespace muqabala;

TEST_CASE("what XML takes for markup is escaped, also inside of attributes", "[xml]") {
  const XmlText xml = xml_text("a<b>&\"c\" ]]> --> 'd'");
  CHECK(xml.text == "a&lt;b&gt;&amp;&quot;c&quot; ]]&gt; --&gt; 'd'");
  CHECK(xml.removed == 0);
}

TEST_CASE("characters that XML cannot hold are left out and counted", "[xml]") {
  const XmlText xml = xml_text(std::string("a\0b\x1B\tج\uFFFE\uFFFF\U0001F680\n", 18));
  CHECK(xml.text == "ab\tج\U0001F680\n");
  CHECK(xml.removed == 4);
}

TEST_CASE("a carriage return outlives the parser", "[xml]") {
  CHECK(xml_text("a\r\nb").text == "a&#13;\nb");
}
