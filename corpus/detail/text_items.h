#pragma once

#include <string_view>

#include "segment/document.h"

namespace muqabala::detail {

/// What a reader takes for markup in the words of a text.
enum class TextItems {
  kOfText,      ///< placeholders, marks of footnotes, inline tags
  kOfMarkdown,  ///< placeholders, marks of footnotes, addresses that stand as text
};

/// Adds to `document.markup` what stands in the words of its blocks, and sorts it. Code that is
/// there already is not looked into, nor are links for addresses. O(bytes of text + items log
/// items).
void add_text_items(Document& document, TextItems which);

}  // namespace muqabala::detail
