#include "corpus/xml_text.h"

#include "segment/text/utf8_text.h"

namespace muqabala {
namespace {

/// Char of XML 1.0, section 2.2; surrogates do not occur in UTF-8.
bool is_xml(char32_t c) {
  return c == 0x9 || c == 0xA || c == 0xD || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

}  // namespace

XmlText xml_text(std::string_view text) {
  XmlText escaped;
  escaped.text.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    switch (c.value) {
      case U'&':
        escaped.text += "&amp;";
        break;
      case U'<':
        escaped.text += "&lt;";
        break;
      case U'>':
        escaped.text += "&gt;";
        break;
      case U'"':
        escaped.text += "&quot;";
        break;
      case U'\r':
        escaped.text += "&#13;";
        break;  // a parser would make it a newline
      default:
        if (is_xml(c.value)) {
          escaped.text += text.substr(at, c.size_bytes);
        } else {
          ++escaped.removed;
        }
    }
    at += c.size_bytes;
  }
  return escaped;
}

}  // namespace muqabala
