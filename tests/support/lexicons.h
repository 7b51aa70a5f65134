#pragma once

#include <string>
#include <utility>
#include <vector>

#include "align/lexicon/lexicon.h"

namespace muqabala::testing {

/// A lexicon of entries of weight 1.
inline Lexicon lexicon_of(const std::string& source_language, const std::string& target_language,
                          const std::vector<std::pair<std::string, std::string>>& entries,
                          LinkOrigin origin = LinkOrigin::kDictionary) {
  LexiconBuilder builder(source_language, target_language);
  for (const auto& [source, target] : entries) builder.add(source, target, 1, origin);
  return std::move(builder).build();
}

}  // namespace muqabala::testing
