#pragma once

#include <span>

#include "corpus/collection/filters/filtered_pair.h"

namespace muqabala {

/// The filters: each is true where it rejects the pair. `thresholds` are as many as its kind in
/// `filter_kinds()` has.
namespace judges {

using Thresholds = std::span<const double>;

bool probability(FilteredPair& pair, Thresholds least);
bool letters(FilteredPair& pair, Thresholds least_share);
bool too_short(FilteredPair& pair, Thresholds least_letters);
bool too_long(FilteredPair& pair, Thresholds most_characters);
bool long_word(FilteredPair& pair, Thresholds most_characters);
bool length_ratio(FilteredPair& pair, Thresholds most);
bool html_tag(FilteredPair& pair, Thresholds none);
bool furniture(FilteredPair& pair, Thresholds none);
bool untranslated(FilteredPair& pair, Thresholds share);
bool script(FilteredPair& pair, Thresholds least_share);
bool language(FilteredPair& pair, Thresholds none);
bool numbers(FilteredPair& pair, Thresholds least_share);
bool terminal_punctuation(FilteredPair& pair, Thresholds least_score);

}  // namespace judges

}  // namespace muqabala
