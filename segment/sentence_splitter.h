#pragma once

#include "segment/segmented_document.h"
#include "segment/srx.h"

namespace muqabala {

/// Splits every block of `document` into sentences by the rules of its language
/// (`document.language`; rules of their own for `ar` and `en`, ICU's with CLDR's suppressions for
/// the rest), and by those of `srx`. Never joins across blocks, never changes a byte. Throws
/// `errors::srx_rule_too_slow`; a diagnostic tells where no rule of `srx` is for the language.
SegmentedDocument split_sentences(Document document, const SrxOptions& srx = {});

/// Takes every line of the file as one segment, blank lines too (an empty range at the line's
/// place), so that segment `i` is line `i + 1`. Blocks and markup are ignored; the last line
/// needs no newline.
SegmentedDocument split_lines(Document document);

}  // namespace muqabala
