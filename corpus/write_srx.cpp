#include "corpus/write_srx.h"

#include <fmt/ostream.h>

#include "corpus/xml_text.h"

namespace muqabala {
namespace {

std::string_view yes_or_no(bool value) { return value ? "yes" : "no"; }

std::string escaped(const std::string& text) { return xml_text(text).text; }

}  // namespace

void write_srx(const SrxRules& rules, std::ostream& out) {
  fmt::print(out,
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n"
             "  <header segmentsubflows=\"{}\" cascade=\"{}\">\n"
             "    <formathandle type=\"start\" include=\"{}\"/>\n"
             "    <formathandle type=\"end\" include=\"{}\"/>\n"
             "    <formathandle type=\"isolated\" include=\"{}\"/>\n"
             "  </header>\n"
             "  <body>\n"
             "    <languagerules>\n",
             yes_or_no(rules.segments_subflows), yes_or_no(rules.cascades),
             yes_or_no(rules.includes_start_codes), yes_or_no(rules.includes_end_codes),
             yes_or_no(rules.includes_isolated_codes));
  for (const SrxRuleList& list : rules.lists) {
    fmt::print(out, "      <languagerule languagerulename=\"{}\">\n", escaped(list.name));
    for (const SrxRule& rule : list.rules) {
      if (!rule.name.empty()) fmt::print(out, "        <!-- {} -->\n", rule.name);
      fmt::print(out,
                 "        <rule break=\"{}\">\n"
                 "          <beforebreak>{}</beforebreak>\n"
                 "          <afterbreak>{}</afterbreak>\n"
                 "        </rule>\n",
                 yes_or_no(rule.breaks), escaped(rule.before), escaped(rule.after));
    }
    fmt::print(out, "      </languagerule>\n");
  }
  fmt::print(out, "    </languagerules>\n    <maprules>\n");
  for (const SrxLanguageMap& map : rules.maps)
    fmt::print(out, "      <languagemap languagepattern=\"{}\" languagerulename=\"{}\"/>\n",
               escaped(map.language), escaped(map.list));
  fmt::print(out, "    </maprules>\n  </body>\n</srx>\n");
}

}  // namespace muqabala
