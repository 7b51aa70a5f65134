#pragma once

#include <string_view>
#include <vector>

#include "align/text_bead_costs.h"
#include "align/text_side.h"

namespace muqabala {

/// The log of the characters that a translation into `target_language` takes for a character of
/// `source_language` (BCP 47 tags), text on the whole. Of alphabets all are alike.
double usual_log_ratio(std::string_view source_language, std::string_view target_language);

/// The models a search may begin with, known from the lengths of the whole texts; never none.
///
/// The first takes either text for a rendering of the whole of the other. Where one is longer than
/// any translation is, a second takes it that much of the longer has no counterpart: a digest, a
/// chapter of a book. Which is right, the words decide: the model whose path costs less.
std::vector<CostModel> starting_models(const TextSide& source, const TextSide& target);

}  // namespace muqabala
