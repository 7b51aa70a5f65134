#pragma once

#include <string_view>

#include "align/coverage/finding.h"

namespace muqabala::cli {

/// A kind of finding in words for people who meet it for the first time.
struct KindWords {
  std::string_view title;    ///< `Omission`
  std::string_view meaning;  ///< what was found, in one sentence
  std::string_view advice;   ///< what to do about it, in one sentence or two
};

const KindWords& words_of(FindingKind kind);

}  // namespace muqabala::cli
