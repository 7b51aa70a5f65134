#include <fmt/ostream.h>

#include <algorithm>
#include <vector>

#include "corpus/detail/bead_text.h"
#include "corpus/write_alignment.h"
#include "corpus/xml_text.h"

namespace muqabala {
namespace {

/// BCP 47's "undetermined", where a caller did not find the language out.
std::string language_of(const SegmentedDocument& side) {
  const std::string& language = side.document.language;
  return xml_text(language.empty() ? "und" : language).text;
}

bool is_blank(const std::string& text) { return text.find_first_not_of(' ') == text.npos; }

}  // namespace

std::size_t write_tmx(const CollatedPair& pair, const TmxOptions& options, std::ostream& out) {
  const std::string source_language = language_of(pair.source);
  const std::string target_language = language_of(pair.target);
  const std::string date =
      options.date.empty() ? "" : fmt::format(" creationdate=\"{}\"", xml_text(options.date).text);
  fmt::print(out,
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
             "<tmx version=\"1.4\">\n"
             "  <header creationtool=\"muqabala\" creationtoolversion=\"{}\" segtype=\"sentence\" "
             "o-tmf=\"muqabala\" adminlang=\"en\" srclang=\"{}\" datatype=\"plaintext\"{}/>\n"
             "  <body>\n",
             MUQABALA_VERSION, source_language, date);
  std::size_t removed = 0;
  std::size_t number = 0;
  const auto write_unit = [&](const Bead& bead, const std::string& kind, double probability) {
    const XmlText source = xml_text(detail::source_line(pair, bead));
    const XmlText target = xml_text(detail::target_line(pair, bead));
    removed += source.removed + target.removed;
    if (is_blank(source.text) || is_blank(target.text)) return;
    fmt::print(out,
               "    <tu tuid=\"{}\"{}>\n"
               "      <prop type=\"x-kind\">{}</prop>\n"
               "      <prop type=\"x-probability\">{:.4f}</prop>\n"
               "      <tuv xml:lang=\"{}\"><seg>{}</seg></tuv>\n"
               "      <tuv xml:lang=\"{}\"><seg>{}</seg></tuv>\n"
               "    </tu>\n",
               ++number, date, kind, probability, source_language, source.text, target_language,
               target.text);
  };
  std::vector<double> sureness(pair.alignment.moves.size(), 1);
  for (const Bead& bead : pair.alignment.beads) {
    if (!bead.is_null()) write_unit(bead, detail::shape_name(bead), bead.probability);
    if (bead.move) sureness[*bead.move] = std::min(sureness[*bead.move], bead.probability);
  }
  for (std::size_t at = 0; at < sureness.size(); ++at) {
    const Move& move = pair.alignment.moves[at];
    write_unit({.source = move.source, .target = move.target}, "moved", sureness[at]);
  }
  out << "  </body>\n</tmx>\n";
  return removed;
}

}  // namespace muqabala
