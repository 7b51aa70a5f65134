#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/collection/filters/language_tools.h"
#include "corpus/collection/result.h"

namespace muqabala {

/// A side of a pair as filters look at it. What several of them ask for is counted once. Refers to
/// the text and the tools.
class FilteredSide {
 public:
  FilteredSide(std::string_view text, LanguageTools& tools) : text_(text), tools_(tools) {}

  std::string_view text() const { return text_; }
  LanguageTools& tools() const { return tools_; }
  const CharacterCounts& characters() {
    if (!characters_) characters_ = tools_.scripts().count(text_);
    return *characters_;
  }
  /// The text as `fold_key` gives it.
  const std::string& folded();
  /// Characters that are no white space, equal for vocalised and bare Arabic.
  std::size_t length();

 private:
  std::string_view text_;
  LanguageTools& tools_;
  std::optional<CharacterCounts> characters_;
  std::optional<std::string> folded_;
  std::optional<std::size_t> length_;
};

/// A pair as filters look at it.
struct FilteredPair {
  double probability = 0;
  FilteredSide source;
  FilteredSide target;
};

}  // namespace muqabala
