#include "corpus/tmx_writer.h"

#include <fmt/ostream.h>

#include "corpus/xml_text.h"

namespace muqabala {
namespace {

/// BCP 47's "undetermined", where a caller did not find the language out.
std::string language_of(std::string_view language) {
  return xml_text(language.empty() ? "und" : language).text;
}

bool is_blank(const std::string& text) { return text.find_first_not_of(' ') == text.npos; }

}  // namespace

std::string tmx_property(std::string_view name, std::string_view value) {
  return fmt::format("      <prop type=\"x-{}\">{}</prop>\n", xml_text(name).text,
                     xml_text(value).text);
}

TmxWriter::TmxWriter(std::ostream& out, const TmxOptions& options, std::string_view source_language)
    : out_(out),
      source_language_(language_of(source_language)),
      date_(options.date.empty()
                ? ""
                : fmt::format(" creationdate=\"{}\"", xml_text(options.date).text)) {
  fmt::print(out_,
             "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
             "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
             "<tmx version=\"1.4\">\n"
             "  <header creationtool=\"muqabala\" creationtoolversion=\"{}\" segtype=\"sentence\" "
             "o-tmf=\"muqabala\" adminlang=\"en\" srclang=\"{}\" datatype=\"plaintext\"{}/>\n"
             "  <body>\n",
             MUQABALA_VERSION, source_language_, date_);
}

bool TmxWriter::add(const TmxUnit& unit) {
  const XmlText source = xml_text(unit.source);
  const XmlText target = xml_text(unit.target);
  removed_ += source.removed + target.removed;
  if (is_blank(source.text) || is_blank(target.text)) return false;
  const std::string source_language = language_of(unit.source_language);
  const std::string own_language =
      source_language == source_language_ ? "" : fmt::format(" srclang=\"{}\"", source_language);
  fmt::print(out_,
             "    <tu tuid=\"{}\"{}{}>\n"
             "      <prop type=\"x-kind\">{}</prop>\n"
             "      <prop type=\"x-probability\">{:.4f}</prop>\n"
             "{}"
             "      <tuv xml:lang=\"{}\"><seg>{}</seg></tuv>\n"
             "      <tuv xml:lang=\"{}\"><seg>{}</seg></tuv>\n"
             "    </tu>\n",
             xml_text(unit.id).text, date_, own_language, xml_text(unit.kind).text,
             unit.probability, unit.properties, source_language, source.text,
             language_of(unit.target_language), target.text);
  return true;
}

void TmxWriter::finish() { out_ << "  </body>\n</tmx>\n"; }

}  // namespace muqabala
