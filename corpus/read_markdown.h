#pragma once

#include "segment/document.h"

namespace muqabala {

/// A Markdown file (CommonMark and GitHub's tables, by md4c): headings, paragraphs, list items,
/// quotes and table cells are blocks; code blocks, raw HTML, link targets and emphasis marks are
/// left out of the text; of YAML front matter, `title`, `description`, `summary` and `subtitle`
/// are text. What a translation carries over (addresses, code, placeholders, footnotes) is listed
/// in `Document::markup`.
Document read_markdown(SourceFile file);

}  // namespace muqabala
