#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace muqabala {

/// Text as XML 1.0 holds it.
struct XmlText {
  std::string text;
  std::size_t removed = 0;  ///< characters left out because XML cannot hold them, even escaped
};

/// Escapes `text` (well-formed UTF-8) for the content of an element and for an attribute in double
/// quotes.
XmlText xml_text(std::string_view text);

}  // namespace muqabala
