#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "align/furniture/furniture_words.h"
#include "segment/quantities/mention_reader.h"
#include "segment/text/language_scripts.h"
#include "segment/tokenizer.h"

namespace muqabala {

/// What filters need to know of a language. Made once for each language in a thread, for it takes
/// milliseconds and collections have thousands of documents.
class LanguageTools {
 public:
  /// That of `language` (BCP 47, may be empty or unknown) in this thread.
  static std::shared_ptr<LanguageTools> of(std::string_view language);

  explicit LanguageTools(std::string_view language);

  const std::string& language() const { return language_; }
  const LanguageScripts& scripts() const { return scripts_; }
  /// White space stands between words.
  bool spaces_words() const { return spaces_words_; }
  Mentions mentions(std::string_view text) { return mentions_(text); }
  FurnitureLook furniture_look(std::string_view text) { return furniture_.look(text, tokenizer_); }

 private:
  std::string language_;
  LanguageScripts scripts_;
  bool spaces_words_;
  MentionReader mentions_;
  Tokenizer tokenizer_;
  const FurnitureWords& furniture_;
};

}  // namespace muqabala
