#pragma once

#include "segment/document.h"

namespace muqabala {

/// A plain text: blocks are separated by blank lines; lines that begin with a bullet or a number
/// are list items of their own. The document's text is the file's text. Placeholders, marks of
/// footnotes and inline tags are listed in `Document::markup`.
Document read_text(SourceFile file);

}  // namespace muqabala
