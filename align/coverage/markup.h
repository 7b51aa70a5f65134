#pragma once

#include <vector>

#include "align/coverage/finding.h"
#include "align/coverage/pair_view.h"

namespace muqabala {

/// What the translation should have carried over and did not: links, images, code, footnotes,
/// placeholders and tags that are missing, extra or changed.
///
/// What stands in a segment without a counterpart is no finding: its omission is one already. Nor
/// is what moved to another sentence, what stands as plain text in the same pair, or what may
/// differ between two languages (`link_target`, `code_words`, `footnote_labels`). Findings below
/// `kLeastMarkupConfidence` are not made. O(bytes + items log items).
std::vector<Finding> find_markup_faults(const PairView& pair);

/// Translators add and leave out links and code for good reasons: what is likelier to be right than
/// wrong by far is not told.
inline constexpr double kLeastMarkupConfidence = 0.3;

}  // namespace muqabala
