#pragma once

#include <string>
#include <string_view>

#include "align/alignment.h"
#include "segment/segmented_document.h"

namespace muqabala {

/// Reads beads that were made or corrected by hand, in place of computed ones: a ladder
/// (`[0,1]:[0]` a line), or JSON Lines as `write_jsonl` and the page of `muqabala report` write
/// them, of which `source`, `target`, `source_text`, `target_text` and `moved_to` count.
///
/// Every bead costs nothing and is certain. Throws what `read_bytes` throws,
/// `errors::malformed_ladder` and `malformed_beads` with the line: numbers that are not in order
/// or leave segments out, and texts that are not the segments' (white space does not count).
SentenceAlignment read_beads(const std::string& path, const SegmentedDocument& source,
                             const SegmentedDocument& target);

/// The same of the text of such a file; `path` is for messages.
SentenceAlignment parse_beads(std::string_view text, const std::string& path,
                              const SegmentedDocument& source, const SegmentedDocument& target);

}  // namespace muqabala
